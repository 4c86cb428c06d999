import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactElement } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Who } from '../../../ui/Who.tsx';
import { AttendanceDialog } from './AttendanceDialog.tsx';
import { isPresent, peopleHere, sentWord, type PersonHere } from './people-here.ts';
import type { Onlooker } from './presence-documents.ts';
import type { Attendee } from './run-documents.ts';

interface PeopleHereProps {
  meetingId: string;
  attendance: readonly Attendee[];
  onlookers: readonly Onlooker[] | null;
  /** The sentence why the viewer cannot take attendance; undefined when they can. */
  refused: string | undefined;
}

/** So many stand open; the rest is one press away. */
const shown = 6;

/** Who is here now, who asks for the floor and who sent word. */
export function PeopleHere({ meetingId, attendance, onlookers, refused }: PeopleHereProps): ReactElement {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const here = peopleHere(attendance, onlookers);
  const present = attendance.filter(isPresent).length;
  const expected = attendance.length;
  const hands = here.filter(({ handRaised }) => handRaised).length;
  const absent = sentWord(attendance)
    .map(({ person }) => person.name)
    .join(', ');
  return (
    <Section title={t`Aanwezig`} aside={expected > 0 ? t`${present} van ${expected}` : undefined}>
      {here.length === 0 ? (
        <p className="sub">
          <Trans>Nog niemand gemeld.</Trans>
        </p>
      ) : (
        <ul className="list people">
          {here.slice(0, Math.max(shown, hands)).map((person) => (
            <PersonLine key={person.id} person={person} />
          ))}
        </ul>
      )}
      <div className="row">
        <Button aria-haspopup="dialog" onPress={() => setOpen(true)}>
          {refused === undefined ? (
            <Trans>Houd de presentie bij</Trans>
          ) : (
            <Plural value={here.length} one="De hele lijst" other="Alle #" />
          )}
        </Button>
        {absent && (
          <span className="sub small">
            <Trans>Afgemeld: {absent}</Trans>
          </span>
        )}
      </div>
      {open && (
        <AttendanceDialog
          meetingId={meetingId}
          attendance={attendance}
          refused={refused}
          onClose={() => setOpen(false)}
        />
      )}
    </Section>
  );
}

function PersonLine({ person }: { person: PersonHere }): ReactElement {
  const { t } = useLingui();
  const { letters, name, looking, handRaised, where } = person;
  const words = { IN_ROOM: t`in de zaal`, ONLINE: t`online`, LOOKS: t`kijkt mee` };
  return (
    <li>
      <Who letters={letters} live={looking} />
      <span className="person-here">
        <span className={handRaised ? 'strong' : undefined}>{name}</span>
        <span className={handRaised ? 'soon small' : 'sub small'}>
          {handRaised ? t`vraagt het woord` : words[where]}
        </span>
      </span>
    </li>
  );
}
