import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { canJoin } from '@versnellingstafel/shared/bottlenecks/co-signing';
import { useEffect, useState, type ReactElement } from 'react';
import type { SuggestionsQuery, SuggestionsQueryVariables } from '../../../generated/graphql.ts';
import { useFormat } from '../../../lib/format.ts';
import { Button } from '../../../ui/Button.tsx';
import { Highlight } from '../../../ui/Highlight.tsx';
import { KnowledgeIcon } from '../../../ui/icons.tsx';
import { List } from '../../../ui/List.tsx';
import { Meta } from '../../../ui/Meta.tsx';
import { Section } from '../../../ui/Section.tsx';
import { StateMark } from '../../../ui/StateMark.tsx';

const suggestionsQuery: TypedDocumentNode<SuggestionsQuery, SuggestionsQueryVariables> = gql`
  query Suggestions($text: String!, $projectId: ID) {
    similar(text: $text, projectId: $projectId, first: 4) {
      themeCode
      bottlenecks {
        bottleneck {
          id
          number
          title
          state
          resolution
          homesBlocked
          municipality {
            id
            name
          }
        }
        title {
          text
          hit
        }
      }
      notes {
        note {
          id
          slug
          title
          validity
          reviewBy
        }
        title {
          text
          hit
        }
        snippet {
          text
          hit
        }
      }
    }
  }
`;

/** Typing settles this long (milliseconds) before the server is asked; a newer question makes the older one void. */
const settle = 150;
const shortest = 8;

interface SuggestionsProps {
  text: string;
  projectId: string | null;
  linkedNoteIds: readonly string[];
  onLink: (note: { id: string; title: string }) => void;
  onTheme: (code: string) => void;
  /** Somebody has the same problem in another project. */
  onJoin: (bottleneck: { id: string; number: string }) => void;
}

/** Has anyone seen this before? Cases and notes like the sentence being typed, beside the form and never in its way. */
export function Suggestions({
  text,
  projectId,
  linkedNoteIds,
  onLink,
  onTheme,
  onJoin,
}: SuggestionsProps): ReactElement {
  const { t } = useLingui();
  const { date } = useFormat();
  const [asked, setAsked] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), settle);
    return () => clearTimeout(timer);
  }, [text]);
  const short = asked.length < shortest;
  const { data, previousData } = useQuery(suggestionsQuery, { variables: { text: asked, projectId }, skip: short });
  const similar = short ? undefined : (data ?? previousData)?.similar;
  const themeCode = data?.similar.themeCode;
  useEffect(() => {
    if (themeCode) onTheme(themeCode);
    // The proposal follows the sentence, not the identity of the callback.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [themeCode]);
  const nothing = !similar || (similar.bottlenecks.length === 0 && similar.notes.length === 0);

  return (
    <Section title={t`Al eens opgelost?`} aside={t`terwijl je typt`}>
      <div aria-live="polite">
        {nothing ? (
          <p className="sub">
            {short ? (
              <Trans>Typ een zin. Zaken en notities die erop lijken verschijnen hier.</Trans>
            ) : (
              <Trans>Nog niets dat hierop lijkt. Jij bent misschien de eerste.</Trans>
            )}
          </p>
        ) : (
          <List label={t`Lijkt hierop`}>
            {similar.bottlenecks.map(({ bottleneck, title }) => (
              <li className="stack stack-xs" key={bottleneck.id}>
                <p>
                  <StateMark state={bottleneck.state} /> <span className="sub">{bottleneck.municipality.name}</span>
                </p>
                <Link
                  className="quiet-link strong"
                  to="/knelpunten/$number"
                  params={{ number: bottleneck.number }}
                  target="_blank"
                >
                  <Highlight segments={title} />
                </Link>
                {bottleneck.resolution && <p>{bottleneck.resolution}</p>}
                <Meta>
                  <span>{bottleneck.number}</span>
                  <span>
                    <Trans>opent in een nieuw venster</Trans>
                  </span>
                </Meta>
                {canJoin(bottleneck.state) && (
                  <div className="row">
                    <Button onPress={() => onJoin(bottleneck)}>
                      <Trans>Zelfde probleem: sluit aan</Trans>
                    </Button>
                  </div>
                )}
              </li>
            ))}
            {similar.notes.map(({ note, title, snippet }) => {
              const linked = linkedNoteIds.includes(note.id);
              return (
                <li className="stack stack-xs" key={note.id}>
                  <p className="row">
                    <span className="state">
                      <KnowledgeIcon /> <Trans>Notitie</Trans>
                    </span>
                    {note.validity === 'USABLE' && (
                      <span className="good">
                        <Trans>bruikbaar tot {date(note.reviewBy)}</Trans>
                      </span>
                    )}
                    {note.validity === 'CHECK_FIRST' && (
                      <span className="soon">
                        <Trans>eerst controleren</Trans>
                      </span>
                    )}
                    {note.validity === 'EXPIRED' && (
                      <span className="late">
                        <Trans>verlopen</Trans>
                      </span>
                    )}
                  </p>
                  <Link className="quiet-link strong" to="/kennis/$slug" params={{ slug: note.slug }} target="_blank">
                    <Highlight segments={title} />
                  </Link>
                  <p>
                    <Highlight segments={snippet} />
                  </p>
                  <div className="row">
                    <Button pressed={linked} onPress={() => onLink({ id: note.id, title: note.title })}>
                      {linked ? <Trans>Gekoppeld</Trans> : <Trans>Koppel aan dit knelpunt</Trans>}
                    </Button>
                  </div>
                </li>
              );
            })}
          </List>
        )}
      </div>
    </Section>
  );
}
