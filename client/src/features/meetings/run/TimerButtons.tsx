import { Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { ArrowRightIcon, PauseIcon } from '../../../ui/icons.tsx';
import type { Run } from './run-documents.ts';
import type { Steering } from './use-steering.ts';

/** Minutes that one press adds. */
const more = 5;

/** Pause and more time, for who leads. */
export function TimerButtons({ run, steering }: { run: Run; steering: Steering }): ReactElement {
  const itemId = run.currentItem?.id;
  return (
    <div className="row">
      {run.paused ? (
        <Button icon={<ArrowRightIcon />} busy={steering.busy} onPress={steering.resume}>
          <Trans>Ga verder</Trans>
        </Button>
      ) : (
        <Button icon={<PauseIcon />} busy={steering.busy} onPress={steering.pause}>
          <Trans>Pauze</Trans>
        </Button>
      )}
      {itemId && (
        <Button busy={steering.busy} onPress={() => steering.addMinutes(itemId, more)}>
          <Trans>+{more} min</Trans>
        </Button>
      )}
    </div>
  );
}
