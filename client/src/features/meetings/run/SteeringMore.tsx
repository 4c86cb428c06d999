import { Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { Button } from '../../../ui/Button.tsx';
import type { Run, RunState, RunStop } from './run-documents.ts';
import { runAbility, type Place } from './run-facts.ts';
import type { Steering } from './use-steering.ts';

interface SteeringMoreProps {
  meeting: RunState;
  run: Run;
  place: Place<RunStop>;
  steering: Steering;
  onClose: () => void;
}

/** What who leads needs now and then: back one item, and the end. */
export function SteeringMore({ meeting, run, place, steering, onClose }: SteeringMoreProps): ReactElement | null {
  const steer = runAbility(meeting, 'STEER').allowed;
  const close = runAbility(meeting, 'CLOSE').allowed;
  const { before, next } = place;
  if (!steer && !close) return null;
  return (
    <div className="row">
      {steer && before && (
        <Button busy={steering.busy} onPress={() => steering.goTo(before.id, run.currentItem?.id ?? null)}>
          <Trans>Vorig punt</Trans>
        </Button>
      )}
      {close && (next || !steer) && (
        <Button onPress={onClose}>
          <Trans>Sluit de vergadering</Trans>
        </Button>
      )}
    </div>
  );
}
