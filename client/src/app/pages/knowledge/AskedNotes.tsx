import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useAbility } from '../../../features/session/session.ts';
import type { NotesPageQuery } from '../../../generated/graphql.ts';
import { List } from '../../../ui/List.tsx';
import { Section } from '../../../ui/Section.tsx';

/** What people look for and nobody wrote down yet: whoever knows it begins the note from here. */
export function AskedNotes({ asked }: { asked: NotesPageQuery['askedNotes'] }): ReactElement | null {
  const { t } = useLingui();
  const mayWrite = useAbility('WRITE_NOTE');
  if (asked.length === 0) return null;
  return (
    <Section title={t`Hier wordt een notitie over gevraagd`}>
      <List label={t`Hier wordt een notitie over gevraagd`}>
        {asked.map(({ id, question, times }) => (
          <li key={id}>
            {mayWrite.allowed ? (
              <Link to="/kennis/nieuw" search={{ over: question }}>
                {question}
              </Link>
            ) : (
              question
            )}{' '}
            <span className="sub small">
              <Plural value={times} one="# keer gezocht" other="# keer gezocht" />
            </span>
          </li>
        ))}
      </List>
      {mayWrite.allowed && (
        <p className="sub small">
          <Trans>Weet jij het? Kies er een: de titel staat er dan al.</Trans>
        </p>
      )}
    </Section>
  );
}
