import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { ArrowRightIcon } from '../../../ui/icons.tsx';
import type { Onlooker } from './presence-documents.ts';
import type { Run, RunState, RunStop } from './run-documents.ts';
import { runAbility, type Place } from './run-facts.ts';
import type { Steering } from './use-steering.ts';

interface RunSteeringProps {
  meeting: RunState;
  run: Run;
  place: Place<RunStop>;
  steering: Steering;
  onlookers: readonly Onlooker[] | null;
  onClose: () => void;
}

/** The one step that comes next, for who leads; the way to the lead for who may have it; and for all others who leads. */
export function RunSteering({ meeting, run, place, steering, onlookers, onClose }: RunSteeringProps): ReactElement {
  const { t } = useLingui();
  const steer = runAbility(meeting, 'STEER');
  const take = runAbility(meeting, 'TAKE_LEAD');
  const lead = run.lead.name;
  // Only with a line does anybody know that somebody is gone.
  const leadGone = onlookers !== null && !onlookers.some(({ person }) => person.id === run.lead.id);
  if (steer.allowed) {
    const { next } = place;
    const from = run.currentItem?.id ?? null;
    return next ? (
      <Button
        variant="primary"
        iconEnd={<ArrowRightIcon />}
        busy={steering.busy}
        onPress={() => steering.goTo(next.id, from)}
      >
        {from === null && place.before === undefined ? (
          <Trans>
            Begin met punt {next.position}: {next.title}
          </Trans>
        ) : (
          <Trans>Volgend punt: {next.title}</Trans>
        )}
      </Button>
    ) : (
      <Button variant="primary" onPress={onClose}>
        <Trans>Sluit de vergadering</Trans>
      </Button>
    );
  }
  return (
    <div className="stack stack-xs">
      <p className={leadGone ? 'soon' : 'sub'} role="status">
        {leadGone ? t`${lead} leidt de vergadering, maar is er niet.` : t`${lead} leidt de vergadering.`}
      </p>
      {take.allowed && (
        <Button variant={leadGone ? 'primary' : 'default'} busy={steering.busy} onPress={steering.takeLead}>
          <Trans>Neem de leiding over</Trans>
        </Button>
      )}
    </div>
  );
}
