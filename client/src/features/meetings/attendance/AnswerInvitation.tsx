import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactElement } from 'react';
import type { AttendanceAnswer } from '../../../generated/graphql.ts';
import { Button } from '../../../ui/Button.tsx';
import { Section } from '../../../ui/Section.tsx';
import { useToast } from '../../../ui/Toast.tsx';
import { useCommand } from '../../commands/use-command.ts';
import { AbsentDialog } from './AbsentDialog.tsx';
import { answerInvitationMutation, type Invitation } from './invitation-documents.ts';

interface AnswerInvitationProps {
  meeting: Invitation;
  viewerId: string;
}

/** The viewer's answer to the invitation: in the room, online, or absent with somebody else in one's place. */
export function AnswerInvitation({ meeting, viewerId }: AnswerInvitationProps): ReactElement {
  const { t } = useLingui();
  const toast = useToast();
  const { run, busy } = useCommand(answerInvitationMutation);
  const [leaving, setLeaving] = useState(false);
  const { id: meetingId, viewerAnswer, attendance } = meeting;
  const substitute = attendance.find(({ substitutesFor }) => substitutesFor?.id === viewerId)?.person.name;
  const said: Readonly<Record<AttendanceAnswer, string>> = {
    IN_ROOM: t`Je komt naar de zaal`,
    ONLINE: t`Je doet online mee`,
    ABSENT: substitute ? t`Je komt niet, ${substitute} vervangt je` : t`Je komt niet`,
  };

  async function answer(value: 'IN_ROOM' | 'ONLINE'): Promise<void> {
    if (value === viewerAnswer) return;
    const before = viewerAnswer;
    const outcome = await run({ input: { meetingId, answer: value } });
    if (outcome.kind === 'problems') toast({ kind: 'error', text: outcome.problems[0]?.message ?? t`Dat lukte niet.` });
    if (outcome.kind !== 'done') return;
    toast({
      text: said[value],
      onUndo:
        before === null || before === 'ABSENT'
          ? undefined
          : async () => void (await run({ input: { meetingId, answer: before } })),
    });
  }

  return (
    <Section title={t`Kom je?`} aside={viewerAnswer ? said[viewerAnswer] : t`nog niet gezegd`}>
      <div className="row" role="group" aria-label={t`Jouw antwoord`}>
        <Button pressed={viewerAnswer === 'IN_ROOM'} busy={busy} onPress={() => void answer('IN_ROOM')}>
          <Trans>Ik kom</Trans>
        </Button>
        <Button pressed={viewerAnswer === 'ONLINE'} busy={busy} onPress={() => void answer('ONLINE')}>
          <Trans>Online</Trans>
        </Button>
        <Button pressed={viewerAnswer === 'ABSENT'} busy={busy} onPress={() => setLeaving(true)}>
          <Trans>Ik kom niet</Trans>
        </Button>
      </div>
      {leaving && <AbsentDialog meetingId={meetingId} onClose={() => setLeaving(false)} />}
    </Section>
  );
}
