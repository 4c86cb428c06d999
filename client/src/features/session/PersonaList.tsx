import { gql, type FragmentType, type TypedDocumentNode } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactElement } from 'react';
import type { PersonaList_PersonaFragment } from '../../generated/graphql.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { List } from '../../ui/List.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { Section } from '../../ui/Section.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { groupPersonas } from './personas.ts';

export const personaListFragment: TypedDocumentNode<PersonaList_PersonaFragment> = gql`
  fragment PersonaList_persona on Persona {
    id
    name
    jobTitle
    organisationName
    summary
  }
`;

interface PersonaListProps {
  personas: readonly FragmentType<PersonaList_PersonaFragment>[];
  /** Id of the persona who is being signed in; the others wait. */
  busyId: string | null;
  onChoose: (personaId: string) => void;
}

/** Whom one may sign in as, by what they come to do; typing narrows the list. */
export function PersonaList({ personas, busyId, onChoose }: PersonaListProps): ReactElement {
  const { t, i18n } = useLingui();
  const [query, setQuery] = useState('');
  const { data } = useSuspenseFragment({ fragment: personaListFragment, from: [...personas] });
  const groups = groupPersonas(data, query);
  return (
    <Stack gap="2xl">
      <div className="persona-search">
        <SearchField
          label={t`Zoek een persoon, rol of gemeente`}
          placeholder={t`Zoek een persoon, rol of gemeente`}
          value={query}
          onChange={setQuery}
        />
      </div>
      {groups.length === 0 && (
        <EmptyState
          title={t`Niemand met “${query}”`}
          action={<Button onPress={() => setQuery('')}>{t`Toon iedereen`}</Button>}
        >
          <Trans>Zoek op een rol, een gemeente of een taak.</Trans>
        </EmptyState>
      )}
      <div className="personas">
        {groups.map((group) => (
          <Section key={group.id} title={i18n._(group.label)}>
            <List>
              {group.personas.map(({ id, name, jobTitle, organisationName, summary }) => (
                <li key={id} className="persona">
                  <div>
                    <p className="strong">{name}</p>
                    <p className="sub small">
                      {name.startsWith(jobTitle) ? organisationName : `${jobTitle}, ${organisationName}`}
                    </p>
                    <p className="small">{summary}</p>
                  </div>
                  <Button busy={busyId === id} onPress={() => onChoose(id)}>
                    <Trans>
                      Kies <span className="vh">{name}</span>
                    </Trans>
                  </Button>
                </li>
              ))}
            </List>
          </Section>
        ))}
      </div>
    </Stack>
  );
}
