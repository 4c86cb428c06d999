import { useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { MoreIcon } from '../../../ui/icons.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Menu, type MenuEntry } from '../../../ui/Menu.tsx';
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
  const { t } = useLingui();
  const steer = runAbility(meeting, 'STEER').allowed;
  const close = runAbility(meeting, 'CLOSE').allowed;
  const { before, next } = place;
  const entries: MenuEntry[] = [];
  if (steer && before)
    entries.push({
      id: 'before',
      label: t`Terug naar punt ${before.position}: ${before.title}`,
      onSelect: () => steering.goTo(before.id, run.currentItem?.id ?? null),
    });
  if (steer && next && run.currentItem)
    entries.push({
      id: 'end',
      label: t`Rond dit punt af zonder verder te gaan`,
      onSelect: () => steering.goTo(null, run.currentItem?.id ?? null),
    });
  if (close && (next || !steer)) entries.push({ id: 'close', label: t`Sluit de vergadering`, onSelect: onClose });
  if (entries.length === 0) return null;
  return (
    <Menu
      label={t`Meer voor wie leidt`}
      trigger={<IconButton label={t`Meer voor wie leidt`} icon={<MoreIcon />} />}
      entries={entries}
    />
  );
}
