import { useLingui } from '@lingui/react/macro';
import { useState, type ReactElement } from 'react';
import { dayOf, today } from '../../../lib/dates.ts';
import { useFormat } from '../../../lib/format.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { ArrowRightIcon, MoreIcon } from '../../../ui/icons.tsx';
import { CloseIcon, UndoIcon } from '../../../ui/toast-icons.ts';
import { Menu, type MenuEntry } from '../../../ui/Menu.tsx';
import { CancelMeetingDialog } from '../CancelMeetingDialog.tsx';
import { RescheduleDialog } from '../RescheduleDialog.tsx';
import type { MovableMeeting } from './series-documents.ts';
import { useMeetingMoves } from './use-meeting-moves.ts';

/** What who prepares a meeting can do with it from a list while it is ahead: move it, cancel it, or let it take place after all. */
export function MeetingMenu({ meeting }: { meeting: MovableMeeting }): ReactElement | null {
  const { t } = useLingui();
  const { day } = useFormat();
  const { restore } = useMeetingMoves();
  const [asked, setAsked] = useState<'move' | 'cancel' | null>(null);
  const past = dayOf(meeting.endsAt) < today();
  const allowed = (verb: string): boolean => !past && meeting.viewerCan.some((one) => one.verb === verb && one.allowed);
  const entries: MenuEntry[] = [
    ...(allowed('RESCHEDULE')
      ? [{ id: 'move', label: t`Verplaats`, icon: <ArrowRightIcon />, onSelect: () => setAsked('move') }]
      : []),
    ...(allowed('CANCEL')
      ? [{ id: 'cancel', label: t`Zeg af`, icon: <CloseIcon />, danger: true, onSelect: () => setAsked('cancel') }]
      : []),
    ...(allowed('RESTORE')
      ? [{ id: 'restore', label: t`Laat toch doorgaan`, icon: <UndoIcon />, onSelect: () => void restore(meeting) }]
      : []),
  ];
  const close = (): void => setAsked(null);
  return (
    <>
      {entries.length > 0 && (
        <Menu
          label={t`Meer met de vergadering van ${day(meeting.startsAt)}`}
          trigger={<IconButton label={t`Meer met de vergadering van ${day(meeting.startsAt)}`} icon={<MoreIcon />} />}
          entries={entries}
        />
      )}
      {asked === 'move' && <RescheduleDialog meeting={meeting} onClose={close} />}
      {asked === 'cancel' && <CancelMeetingDialog meeting={meeting} onClose={close} />}
    </>
  );
}
