import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Button, buttonClass } from '../../../../ui/Button.tsx';
import { ScreenIcon } from '../../../../ui/icons.tsx';
import type { Calm } from './use-calm.ts';

/** What others look at: a window for the projector, or one's own screen made calm. */
export function ScreenChoices({ meetingId, calm }: { meetingId: string; calm: Calm }): ReactElement {
  return (
    <div className="row">
      <Link
        className={buttonClass()}
        to="/vergaderingen/$id/scherm"
        params={{ id: meetingId }}
        target={`scherm-${meetingId}`}
        preload={false}
      >
        <ScreenIcon /> <Trans>Open het grote scherm</Trans>
      </Link>
      <Button pressed={calm.on} shortcut="R" onPress={calm.turn}>
        <Trans>Rustig scherm</Trans>
      </Button>
    </div>
  );
}
