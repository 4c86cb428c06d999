import { useLingui } from '@lingui/react/macro';
import { agendaLimits } from '@versnellingstafel/shared/meetings/agenda';
import { useState, type ReactElement } from 'react';
import { useFormat } from '../../../lib/format.ts';
import { Button } from '../../../ui/Button.tsx';
import { FieldFrame, useFieldIds } from '../../../ui/Field.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { PlusIcon } from '../../../ui/icons.tsx';
import { CloseIcon } from '../../../ui/toast-icons.ts';
import { Menu } from '../../../ui/Menu.tsx';
import { BottleneckPicker } from '../../bottlenecks/BottleneckPicker.tsx';
import { NotePicker } from '../../knowledge/NotePicker.tsx';
import { ProjectPicker } from '../../projects/ProjectPicker.tsx';
import type { ChosenSubject, SubjectKind } from './chosen-subject.ts';
import { EarlierMeetingPicker } from './EarlierMeetingPicker.tsx';

interface SubjectsFieldProps {
  tableId: string;
  value: readonly ChosenSubject[];
  onChange: (subjects: readonly ChosenSubject[]) => void;
  error?: string;
}

/** What an item is about: none, one or more cases, notes, projects and earlier meetings. */
export function SubjectsField({ tableId, value, onChange, error }: SubjectsFieldProps): ReactElement {
  const { t } = useLingui();
  const { date } = useFormat();
  const [adding, setAdding] = useState<SubjectKind | null>(null);
  const label = t`Gaat over`;
  const ids = useFieldIds({ error });
  const kinds: Readonly<Record<SubjectKind, string>> = {
    Bottleneck: t`Knelpunt`,
    KnowledgeNote: t`Notitie`,
    Project: t`Project`,
    Meeting: t`Eerdere vergadering`,
  };
  const full = value.length >= agendaLimits.subjectsMax;

  function add(subject: ChosenSubject | null): void {
    if (!subject) return;
    setAdding(null);
    if (!value.some(({ id }) => id === subject.id)) onChange([...value, subject]);
  }

  return (
    <FieldFrame label={label} required={false} ids={ids} error={error} group>
      <div className="stack stack-xs" role="group" aria-labelledby={ids.labelId} aria-describedby={ids.describedBy}>
        {value.length > 0 && (
          <ul className="list out">
            {value.map(({ id, kind, name }) => {
              const words = kind === 'Meeting' ? date(name) : name;
              return (
                <li key={id}>
                  <span>
                    <span className="sub small">{kinds[kind]}</span> {words}
                  </span>
                  <IconButton
                    label={t`Haal ${words} weg`}
                    icon={<CloseIcon />}
                    onPress={() => onChange(value.filter((one) => one.id !== id))}
                  />
                </li>
              );
            })}
          </ul>
        )}
        {adding === 'Bottleneck' && (
          <BottleneckPicker
            value={null}
            onChange={(chosen) => add(chosen && { id: chosen.id, kind: 'Bottleneck', name: chosen.title })}
          />
        )}
        {adding === 'KnowledgeNote' && (
          <NotePicker
            value={null}
            onChange={(chosen) => add(chosen && { id: chosen.id, kind: 'KnowledgeNote', name: chosen.title })}
          />
        )}
        {adding === 'Project' && (
          <ProjectPicker
            value={null}
            onChange={(chosen) => add(chosen && { id: chosen.id, kind: 'Project', name: chosen.name })}
          />
        )}
        {adding === 'Meeting' && (
          <EarlierMeetingPicker
            tableId={tableId}
            onChange={({ id, startsAt }) => add({ id, kind: 'Meeting', name: startsAt })}
          />
        )}
        <div>
          <Menu
            label={t`Voeg toe waar het over gaat`}
            trigger={
              <Button
                icon={<PlusIcon />}
                {...(full && { disabledReason: t`Meer dan ${agendaLimits.subjectsMax} passen er niet bij één punt.` })}
              >
                {t`Voeg toe waar het over gaat`}
              </Button>
            }
            entries={(Object.keys(kinds) as SubjectKind[]).map((kind) => ({
              id: kind,
              label: kinds[kind],
              onSelect: () => setAdding(kind),
            }))}
          />
        </div>
      </div>
    </FieldFrame>
  );
}
