import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import type { Presence } from '../../../generated/graphql.ts';
import { useFormat } from '../../../lib/format.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { useToast } from '../../../ui/Toast.tsx';
import { useCommand } from '../../commands/use-command.ts';
import { isPresent } from './people-here.ts';
import type { Attendee } from './run-documents.ts';
import { takeAttendanceMutation } from './run-mutations.ts';

interface AttendanceDialogProps {
  meetingId: string;
  attendance: readonly Attendee[];
  refused: string | undefined;
  onClose: () => void;
}

/** Everybody who was asked, with one press for where they are. What others fill in meanwhile comes in by itself. */
export function AttendanceDialog({ meetingId, attendance, refused, onClose }: AttendanceDialogProps): ReactElement {
  const { t } = useLingui();
  const toast = useToast();
  const taking = useCommand(takeAttendanceMutation);
  const words: Record<Presence, string> = {
    IN_ROOM: t`In de zaal`,
    ONLINE: t`Online`,
    ABSENT_WITH_NOTICE: t`Afgemeld`,
    ABSENT: t`Afwezig`,
  };

  async function take(attendee: Attendee, change: { presence?: Presence | null; left?: boolean }): Promise<void> {
    const sent = await taking.run({ input: { meetingId, personId: attendee.person.id, ...change } });
    if (sent.kind === 'problems') toast({ kind: 'error', text: sent.problems[0]?.message ?? t`Dat lukte niet.` });
  }

  return (
    <Dialog title={t`Wie is er?`} isOpen wide onClose={onClose}>
      {refused && <p className="sub">{refused}</p>}
      <ul className="list">
        {attendance.map((attendee) => (
          <li className="attendee" key={attendee.person.id}>
            <AttendeeName attendee={attendee} />
            {refused === undefined ? (
              <div className="row" role="group" aria-label={attendee.person.name}>
                {(['IN_ROOM', 'ONLINE', 'ABSENT_WITH_NOTICE', 'ABSENT'] as const).map((presence) => {
                  const on = attendee.presence === presence;
                  return (
                    <Button
                      key={presence}
                      pressed={on}
                      onPress={() => void take(attendee, { presence: on ? null : presence })}
                    >
                      {words[presence]}
                    </Button>
                  );
                })}
                {isPresent(attendee) && (
                  <Button variant="quiet" onPress={() => void take(attendee, { left: true })}>
                    <Trans>Vertrekt</Trans>
                  </Button>
                )}
              </div>
            ) : (
              <span className="sub">{attendee.presence ? words[attendee.presence] : t`nog niet gemeld`}</span>
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function AttendeeName({ attendee }: { attendee: Attendee }): ReactElement {
  const { t } = useLingui();
  const { time } = useFormat();
  const { person, isGuest, answer, answerRemark, presence, arrivedAt, leftAt, substitutesFor } = attendee;
  const answers = { IN_ROOM: t`komt`, ONLINE: t`doet online mee`, ABSENT: t`meldde zich af` };
  const said = [
    isGuest && t`gast`,
    substitutesFor && t`vervangt ${substitutesFor.name}`,
    presence === null && answer && answers[answer],
    answerRemark,
    arrivedAt && t`sinds ${time(arrivedAt)}`,
    leftAt && t`weg om ${time(leftAt)}`,
  ].filter(Boolean);
  return (
    <div>
      <p className="strong">{person.name}</p>
      <p className="sub small">{[person.organisation.name, ...said].join(', ')}</p>
    </div>
  );
}
