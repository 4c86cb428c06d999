import { useQuery, useSubscription } from '@apollo/client/react';
import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { Button } from '../../ui/Button.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { useCommand } from '../commands/use-command.ts';
import { useConnection } from '../live/connection.ts';
import type { Live } from '../live/live.ts';
import { useViewer } from '../session/session.ts';
import { bottleneckPresenceSubscription, caseWatchQuery, watchMutation } from './discussion-documents.ts';

export interface WatchButtonProps {
  number: string;
}

/** Follows a case, or stops to: what happens to it then reaches the inbox. */
export function WatchButton({ number }: WatchButtonProps): ReactElement | null {
  const { t } = useLingui();
  const toast = useToast();
  const { data } = useQuery(caseWatchQuery, { variables: { number } });
  const command = useCommand(watchMutation);
  const bottleneck = data?.bottleneck;
  if (!bottleneck) return null;
  const { id, watching } = bottleneck;
  async function turn(on: boolean): Promise<void> {
    const outcome = await command.run(
      { input: { bottleneckId: id, watching: on } },
      {
        optimistic: {
          __typename: 'Mutation',
          watchBottleneck: {
            __typename: 'WatchPayload',
            bottleneck: { __typename: 'Bottleneck', id, watching: on },
            problems: [],
          },
        },
      },
    );
    if (outcome.kind === 'done')
      toast({
        text: on ? t`Je volgt ${number}: wat ermee gebeurt komt in je postvak` : t`Je volgt ${number} niet meer`,
        onUndo: () => turn(!on),
      });
  }
  return (
    <Button pressed={watching} busy={command.busy} onPress={() => void turn(!watching)}>
      {watching ? <Trans>Je volgt dit</Trans> : <Trans>Volg</Trans>}
    </Button>
  );
}

export interface LookingNowProps {
  live: Live;
  bottleneckId: string;
}
/** So many are named; more is a number. */
const namedMost = 2;

/** Who else has this case open now; nothing when nobody has, or when nobody knows. */
export function LookingNow({ live, bottleneckId }: LookingNowProps): ReactElement | null {
  const { t } = useLingui();
  const { person } = useViewer();
  const connected = useConnection(live.connection).status === 'connected';
  const { data } = useSubscription(bottleneckPresenceSubscription, { variables: { bottleneckId }, skip: !connected });
  const others = (data?.bottleneckPresence.onlookers ?? []).filter((one) => one.person.id !== person.id);
  if (!connected || others.length === 0) return null;
  const names = others.slice(0, namedMost).map((one) => one.person.name);
  const more = others.length - names.length;
  const list = names.join(', ');
  return (
    <p className="sub small">
      {more > 0
        ? t`kijken nu ook: ${list} en ${plural(more, { one: 'nog # ander', other: 'nog # anderen' })}`
        : t`kijkt nu ook: ${list}`}
    </p>
  );
}
