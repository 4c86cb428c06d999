import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactElement } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { useToast } from '../../../ui/Toast.tsx';
import { useCommand } from '../../commands/use-command.ts';
import { raiseHandMutation } from './presence-documents.ts';

interface HandButtonProps {
  meetingId: string;
  /** As the others see it; undefined while nobody knows. */
  raised: boolean | undefined;
}

/** Asks for the floor, and no longer. Seen by who looks now; kept nowhere. */
export function HandButton({ meetingId, raised }: HandButtonProps): ReactElement {
  const { t } = useLingui();
  const toast = useToast();
  const hand = useCommand(raiseHandMutation);
  const [said, setSaid] = useState<boolean | null>(null);
  const [seen, setSeen] = useState(raised);
  // What the room sees is the truth: what one said oneself bridges the time until it comes.
  if (seen !== raised) {
    setSeen(raised);
    setSaid(null);
  }
  const up = said ?? raised ?? false;

  async function turn(): Promise<void> {
    const sent = await hand.run({ input: { meetingId, raised: !up } });
    if (sent.kind === 'done') setSaid(sent.payload.raised);
    if (sent.kind === 'problems') toast({ kind: 'error', text: sent.problems[0]?.message ?? t`Dat lukte niet.` });
  }

  return (
    <Button
      pressed={up}
      busy={hand.busy}
      onPress={() => void turn()}
      {...(raised === undefined && { disabledReason: t`Dat kan zodra er weer verbinding is.` })}
    >
      <Trans>Vraag het woord</Trans>
    </Button>
  );
}
