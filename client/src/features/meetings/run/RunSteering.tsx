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
    return <NextStep place={place} run={run} steering={steering} onClose={onClose} />;
  }
  return (
    <div className="stack stack-xs">
      {take.allowed && (
        <Button variant={leadGone ? 'primary' : 'default'} busy={steering.busy} onPress={steering.takeLead}>
          <Trans>Neem de leiding over</Trans>
        </Button>
      )}
      <p className={leadGone ? 'soon' : 'sub wide-only'} role="status">
        {leadGone ? t`${lead} leidt de vergadering, maar is er niet.` : t`${lead} leidt de vergadering.`}
      </p>
    </div>
  );
}

/** A longer title does not fit a button and stands under it. */
const fits = 28;

/** On to the next item, or to the end. */
function NextStep({ place, run, steering, onClose }: Omit<RunSteeringProps, 'meeting' | 'onlookers'>): ReactElement {
  const { next, before } = place;
  const from = run.currentItem?.id ?? null;
  if (!next)
    return (
      <Button variant="primary" onPress={onClose}>
        <Trans>Sluit de vergadering</Trans>
      </Button>
    );
  const { position, title } = next;
  const first = from === null && before === undefined;
  const short = title.length <= fits;
  return (
    <div className="stack stack-xs">
      <Button
        variant="primary"
        iconEnd={<ArrowRightIcon />}
        busy={steering.busy}
        onPress={() => steering.goTo(next.id, from)}
      >
        <span>
          {first ? <Trans>Begin met punt {position}</Trans> : <Trans>Volgend punt</Trans>}
          <span className={short ? undefined : 'vh'}>: {title}</span>
        </span>
      </Button>
      {!short && (
        <p className="sub small wide-only" aria-hidden="true">
          {position}. {title}
        </p>
      )}
    </div>
  );
}
