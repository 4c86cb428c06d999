import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useRef, useState, type ReactElement } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components/Modal';
import { Input, SearchField } from 'react-aria-components/SearchField';
import { placeOf } from '../../features/search/hit-place.ts';
import { HitLine } from '../../features/search/HitLine.tsx';
import type { QuickSearchQuery, QuickSearchQueryVariables } from '../../generated/graphql.ts';
import { Button } from '../../ui/Button.tsx';

const quickSearchQuery: TypedDocumentNode<QuickSearchQuery, QuickSearchQueryVariables> = gql`
  query QuickSearch($query: String!) {
    search(query: $query, first: 6) {
      edges {
        cursor
        node {
          title {
            text
            hit
          }
          target {
            ... on Bottleneck {
              id
              number
              municipality {
                id
                name
              }
            }
            ... on AgendaItem {
              id
              meeting {
                id
                startsAt
                table {
                  id
                  name
                }
              }
            }
            ... on KnowledgeNote {
              id
              slug
              validity
            }
            ... on AgendaOutcome {
              id
              item {
                id
              }
              meeting {
                id
                startsAt
                table {
                  id
                  name
                }
              }
            }
            ... on Action {
              id
              number
              actionState: state
              owner {
                id
                name
              }
            }
            ... on Project {
              id
              municipality {
                id
                name
              }
            }
            ... on Organisation {
              id
              name
              ownMunicipality: municipality {
                id
                name
              }
            }
          }
        }
      }
    }
  }
`;

/** Fewer letters say too little to suggest anything. */
const enough = 2;

/** Search from anywhere: suggestions while typing, arrows and Enter open one, Enter alone goes to all results. */
export function SearchDialog({ onClose }: { onClose: () => void }): ReactElement {
  const { t } = useLingui();
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const query = useDeferredValue(text.trim());
  const asking = query.length >= enough;
  const { data, previousData } = useQuery(quickSearchQuery, { variables: { query }, skip: !asking });
  const hits = asking ? ((data ?? previousData)?.search?.edges ?? []) : [];

  function openAll(): void {
    onClose();
    void navigate({ to: '/zoeken', search: (before) => ({ ...before, q: text.trim() }) });
  }

  /** Enter: on a suggestion it opens that one, and the field hears it too. */
  function submit(): void {
    if (!field.current?.hasAttribute('aria-activedescendant')) openAll();
  }

  function open(id: string): void {
    const target = hits.find(({ node }) => node.target.id === id)?.node.target;
    if (!target) return;
    onClose();
    void navigate(placeOf(target));
  }

  return (
    <ModalOverlay className="stage stage-top" isOpen isDismissable onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal className="stage-box">
        <AriaDialog className="dialog">
          <Heading slot="title" level={2} className="vh">
            {t`Zoeken`}
          </Heading>
          <Autocomplete inputValue={text} onInputChange={setText} disableAutoFocusFirst>
            <SearchField
              className="search-box"
              aria-label={t`Zoek in alles wat je mag zien`}
              onSubmit={submit}
              autoFocus
            >
              <Input ref={field} className="input" placeholder={t`Bijvoorbeeld stikstof, LDV of KP-2026-013`} />
              <Button variant="primary" onPress={openAll}>
                {t`Zoek`}
              </Button>
            </SearchField>
            <ListBox
              aria-label={t`Suggesties`}
              className="suggestions"
              items={hits.map(({ node }) => ({ id: node.target.id, hit: node }))}
              onAction={(key) => open(String(key))}
              renderEmptyState={() =>
                asking && data ? <p className="sub">{t`Geen suggesties. Enter zoekt ook in de hele tekst.`}</p> : null
              }
            >
              {({ id, hit }) => (
                <ListBoxItem
                  id={id}
                  className="menu-item"
                  textValue={hit.title.map((segment) => segment.text).join('')}
                >
                  <HitLine title={hit.title} target={hit.target} />
                </ListBoxItem>
              )}
            </ListBox>
          </Autocomplete>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
