import { useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { abilityOf } from '../../../../features/meetings/agenda-facts.ts';
import { CancelMeetingDialog } from '../../../../features/meetings/CancelMeetingDialog.tsx';
import { RescheduleDialog } from '../../../../features/meetings/RescheduleDialog.tsx';
import { SaveTemplateDialog } from '../../../../features/meetings/templates/SaveTemplateDialog.tsx';
import type { AgendaEditing } from '../../../../features/meetings/use-agenda.ts';
import { AgendaIcon, ArrowRightIcon, CalendarIcon, PlusIcon } from '../../../../ui/icons.tsx';
import { CloseIcon } from '../../../../ui/toast-icons.ts';
import type { MenuEntry } from '../../../../ui/Menu.tsx';
import { useDocumentEntries } from '../../minutes/use-document-entries.tsx';
import type { MeetingShown } from '../meeting-shown.ts';
import type { MeetingInPreparation } from './preparation-query.ts';

interface HeadEntries {
  meeting: MeetingShown;
  editing: AgendaEditing;
  prepared: MeetingInPreparation | undefined;
  onTemplates: () => void;
  onBegin: (() => void) | undefined;
}

/** What can be done with a meeting beside its one next step: download, template, begin early, move, cancel. With the dialogs that ask on. */
export function useHeadEntries({ meeting, editing, prepared, onTemplates, onBegin }: HeadEntries): {
  entries: MenuEntry[];
  dialogs: ReactNode;
} {
  const { t } = useLingui();
  const [asked, setAsked] = useState<'template' | 'move' | 'cancel' | null>(null);
  const close = (): void => setAsked(null);
  const { agenda } = editing;
  const mayEdit = abilityOf(agenda, 'EDIT_AGENDA').allowed;
  const documents = useDocumentEntries({ documents: prepared?.documents ?? [] }).map((entry): MenuEntry =>
    entry === 'separator' ? entry : { icon: <AgendaIcon />, ...entry },
  );
  const get = (url: string) => (): void => window.location.assign(url);

  const downloads: MenuEntry[] = prepared
    ? [
        ...(mayEdit
          ? [
              {
                id: 'ics',
                label: t`Zet in je agenda`,
                icon: <CalendarIcon />,
                onSelect: get(prepared.calendarUrl),
              },
            ]
          : []),
        ...(prepared.bundleUrl
          ? [{ id: 'bundle', label: t`Alle stukken als pdf`, icon: <AgendaIcon />, onSelect: get(prepared.bundleUrl) }]
          : []),
        ...documents,
      ]
    : [];
  const templates: MenuEntry[] = mayEdit
    ? [
        { id: 'templates', label: t`Gebruik een sjabloon`, icon: <AgendaIcon />, onSelect: onTemplates },
        {
          id: 'save-template',
          label: t`Bewaar als sjabloon`,
          icon: <PlusIcon />,
          ...(agenda.items.length === 0 && { disabledReason: t`Zet eerst een punt op de agenda.` }),
          onSelect: () => setAsked('template'),
        },
      ]
    : [];
  const begin: MenuEntry[] = onBegin
    ? [{ id: 'begin', label: t`Begin de vergadering nu al`, icon: <ArrowRightIcon />, onSelect: onBegin }]
    : [];
  const moves: MenuEntry[] = [
    ...(abilityOf(agenda, 'RESCHEDULE').allowed
      ? [{ id: 'move', label: t`Verplaats`, icon: <ArrowRightIcon />, onSelect: () => setAsked('move') }]
      : []),
    ...(abilityOf(agenda, 'CANCEL').allowed
      ? [{ id: 'cancel', label: t`Zeg af`, icon: <CloseIcon />, danger: true, onSelect: () => setAsked('cancel') }]
      : []),
  ];
  const entries = [downloads, templates, begin, moves]
    .filter((group) => group.length > 0)
    .flatMap((group, index): MenuEntry[] => (index === 0 ? group : ['separator', ...group]));
  return {
    entries,
    dialogs: (
      <>
        {asked === 'template' && <SaveTemplateDialog meetingId={agenda.id} onClose={close} />}
        {asked === 'move' && <RescheduleDialog meeting={meeting} onClose={close} />}
        {asked === 'cancel' && <CancelMeetingDialog meeting={meeting} onClose={close} />}
      </>
    ),
  };
}
