import { gql, type FragmentType, type TypedDocumentNode } from '@apollo/client';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import { NoteHistory } from '../../../features/knowledge/NoteHistory.tsx';
import type { NoteAside_NoteFragment, NoteHistory_EventFragment } from '../../../generated/graphql.ts';
import { List } from '../../../ui/List.tsx';
import { Section } from '../../../ui/Section.tsx';
import { StateMark } from '../../../ui/StateMark.tsx';
import { ReuseLines, reuseFragment } from './ReuseLines.tsx';
import { useOrganisationWords } from './use-organisation-words.ts';

export const noteAsideFragment: TypedDocumentNode<NoteAside_NoteFragment> = gql`
  fragment NoteAside_note on KnowledgeNote {
    id
    legalReferences {
      text
      url
    }
    openBottlenecks {
      id
      number
      title
      state
      municipality {
        id
        name
      }
      projects {
        project {
          id
          name
        }
      }
    }
    author {
      id
      name
      organisation {
        id
        name
        noteReuse {
          ...NoteReuse @unmask
        }
      }
    }
    contact {
      id
      name
    }
    themes {
      id
      name
      noteReuse {
        ...NoteReuse @unmask
      }
    }
  }
  ${reuseFragment}
`;

interface NoteAsideProps {
  note: NoteAside_NoteFragment;
  events: readonly FragmentType<NoteHistory_EventFragment>[];
  /** Fetches what happened before these. */
  older: ReactNode;
  /** What leads to the words as they were. */
  children?: ReactNode;
}

/** What a note rests on, which open cases rest on it, whom to ask, and its versions. */
export function NoteAside({ note, events, older, children }: NoteAsideProps): ReactElement {
  const { t } = useLingui();
  const organisationWords = useOrganisationWords();
  const { legalReferences, openBottlenecks, author, contact, themes } = note;
  return (
    <>
      <Section title={t`Bronnen`}>
        {legalReferences.length === 0 ? (
          <p className="sub">
            <Trans>Er staat geen bron bij.</Trans>
          </p>
        ) : (
          <List>
            {legalReferences.map(({ text, url }) => (
              <li key={text}>{url ? <a href={url}>{text}</a> : text}</li>
            ))}
          </List>
        )}
      </Section>
      <Section
        title={t`Open knelpunten die hierop rusten`}
        aside={openBottlenecks.length > 0 ? openBottlenecks.length : undefined}
      >
        {openBottlenecks.length === 0 ? (
          <p className="sub">
            <Trans>Geen die je mag zien.</Trans>
          </p>
        ) : (
          <>
            <List>
              {openBottlenecks.map(({ id, number, title, state, municipality, projects }) => (
                <li key={id}>
                  <Link className="quiet-link strong" to="/knelpunten/$number" params={{ number }}>
                    {[projects[0]?.project.name ?? title, municipality.name].join(', ')}
                  </Link>
                  <p className="small">
                    <StateMark state={state} />
                  </p>
                </li>
              ))}
            </List>
            <p className="sub small">
              <Trans>Verandert de notitie, dan horen zij het meteen.</Trans>
            </p>
          </>
        )}
      </Section>
      <Section title={t`Wie weet er meer van`}>
        <p>
          {author.name}
          {contact && <span className="sub">, {contact.name}</span>}
        </p>
        <ReuseLines
          groups={[
            {
              of: t`Notities van ${organisationWords(author.organisation.name)}`,
              reuse: author.organisation.noteReuse,
            },
            ...themes.map(({ name, noteReuse }) => ({ of: t`Notities over ${name.toLowerCase()}`, reuse: noteReuse })),
          ]}
        />
      </Section>
      <Section title={t`Versies`}>
        <NoteHistory events={events} />
        {older}
        {children}
      </Section>
    </>
  );
}
