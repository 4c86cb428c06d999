import { useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { abilityOf } from '../../../../features/meetings/agenda-facts.ts';
import { SaveTemplateDialog } from '../../../../features/meetings/templates/SaveTemplateDialog.tsx';
import type { AgendaEditing } from '../../../../features/meetings/use-agenda.ts';
import { AgendaIcon, ArrowRightIcon, CalendarIcon, PlusIcon } from '../../../../ui/icons.tsx';
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

/** What can be done with a meeting beside its one next step: download, template, begin early. With the dialogs that ask on. */
export function useHeadEntries({ editing, prepared, onTemplates, onBegin }: HeadEntries): {
  entries: MenuEntry[];
  dialogs: ReactNode;
} {
  const { t } = useLingui();
  const [saving, setSaving] = useState(false);
  const { agenda } = editing;
  const mayEdit = abilityOf(agenda, 'EDIT_AGENDA').allowed;
  const documents = useDocumentEntries({ documents: prepared?.documents ?? [] });
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
        { id: 'templates', label: t`Gebruik een sjabloon`, onSelect: onTemplates },
        {
          id: 'save-template',
          label: t`Bewaar als sjabloon`,
          icon: <PlusIcon />,
          ...(agenda.items.length === 0 && { disabledReason: t`Zet eerst een punt op de agenda.` }),
          onSelect: () => setSaving(true),
        },
      ]
    : [];
  const begin: MenuEntry[] = onBegin
    ? [{ id: 'begin', label: t`Begin de vergadering nu al`, icon: <ArrowRightIcon />, onSelect: onBegin }]
    : [];
  const entries = [downloads, templates, begin]
    .filter((group) => group.length > 0)
    .flatMap((group, index): MenuEntry[] => (index === 0 ? group : ['separator', ...group]));
  return {
    entries,
    dialogs: saving && <SaveTemplateDialog meetingId={agenda.id} onClose={() => setSaving(false)} />,
  };
}
