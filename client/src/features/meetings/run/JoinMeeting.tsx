import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Note } from '../../../ui/Note.tsx';
import { useToast } from '../../../ui/Toast.tsx';
import { useCommand } from '../../commands/use-command.ts';
import { joinMeetingMutation, leaveMeetingMutation } from './run-mutations.ts';

/** For who opens a meeting that runs and is not on its list yet, on time or late: one press says where they are. */
export function JoinMeeting({ meetingId }: { meetingId: string }): ReactElement {
  const { t } = useLingui();
  const toast = useToast();
  const join = useCommand(joinMeetingMutation);
  const leave = useCommand(leaveMeetingMutation);

  async function come(online: boolean): Promise<void> {
    const sent = await join.run({ input: { meetingId, online } });
    if (sent.kind === 'problems') toast({ kind: 'error', text: sent.problems[0]?.message ?? t`Dat lukte niet.` });
    if (sent.kind === 'done')
      toast({
        text: online ? t`Je doet online mee` : t`Je bent er, in de zaal`,
        onUndo: () => void leave.run({ input: { meetingId } }),
      });
  }

  return (
    <Note
      kind="info"
      title={t`Ben je erbij?`}
      action={
        <div className="row">
          <Button busy={join.busy} onPress={() => void come(false)}>
            <Trans>Ik ben in de zaal</Trans>
          </Button>
          <Button busy={join.busy} onPress={() => void come(true)}>
            <Trans>Ik doe online mee</Trans>
          </Button>
        </div>
      }
    >
      <p>
        <Trans>Dan sta je op de presentielijst en in het verslag.</Trans>
      </p>
    </Note>
  );
}
