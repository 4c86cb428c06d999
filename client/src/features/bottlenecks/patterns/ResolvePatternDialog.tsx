import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { bottleneckLimits } from '@versnellingstafel/shared/bottlenecks/limits';
import { isOpen } from '@versnellingstafel/shared/bottlenecks/states';
import { useState, type ReactElement } from 'react';
import { CheckboxGroup } from '../../../ui/CheckboxGroup.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { List } from '../../../ui/List.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { problemAt } from '../../commands/problem.ts';
import { StepProblems } from '../../commands/StepProblems.tsx';
import type { PatternFacts } from './pattern-documents.ts';
import { NoteOfRuling, noNote, type RulingNote, useRulingNote } from './NoteOfRuling.tsx';
import { useResolvePattern } from './use-resolve-pattern.ts';

interface ResolvePatternDialogProps {
  pattern: PatternFacts;
  onClose: () => void;
}

/** One ruling: what it says, for which of the cases it holds, and the note that others learn from. */
export function ResolvePatternDialog({ pattern, onClose }: ResolvePatternDialogProps): ReactElement {
  const { t } = useLingui();
  const ruling = useResolvePattern(pattern);
  const open = pattern.bottlenecks.filter(({ state }) => isOpen(state));
  const [resolution, setResolution] = useState('');
  const [holds, setHolds] = useState<readonly string[]>(open.map(({ id }) => id));
  const [note, setNote] = useState<RulingNote>(noNote);
  const [told, setTold] = useState(false);
  const noteInput = useRulingNote(
    note,
    open.flatMap(({ themes }) => themes.map(({ code }) => code)),
  );

  const wanting = { resolution: resolution.trim() === '', holds: holds.length === 0, note: noteInput.wanting };
  const resolutionError =
    problemAt(ruling.problems, 'resolution') ??
    (told && wanting.resolution ? t`Schrijf wat het heeft opgelost.` : undefined);
  const holdsError = told && wanting.holds ? t`Laat het voor minstens één knelpunt gelden.` : undefined;

  async function resolve(allowedOnly: boolean): Promise<void> {
    setTold(true);
    if (Object.values(wanting).some(Boolean)) return;
    const done = await ruling.resolve({
      resolution: resolution.trim(),
      leaveOutIds: open.map(({ id }) => id).filter((id) => !holds.includes(id)),
      allowedOnly,
      ...noteInput.input,
    });
    if (done) onClose();
  }

  if (ruling.refused.length > 0) {
    const others = holds.length - ruling.refused.length;
    return (
      <Dialog
        title={t`${plural(ruling.refused.length, { one: '# knelpunt kan nu niet mee', other: '# knelpunten kunnen nu niet mee' })}`}
        isOpen
        wide
        onClose={ruling.reconsider}
        {...(others > 0 && {
          confirm: {
            label: t`${plural(others, { one: 'Los het andere op', other: 'Los de andere # op' })}`,
            onPress: () => void resolve(true),
            busy: ruling.busy,
          },
        })}
      >
        <Stack>
          <p>
            <Trans>Er is nog niets gewijzigd.</Trans>
          </p>
          <List label={t`Kunnen nu niet mee`}>
            {ruling.refused.map(({ bottleneck, reason }) => (
              <li key={bottleneck.id}>
                <p>
                  <span className="strong">{bottleneck.title}</span> <span className="sub">{bottleneck.number}</span>
                </p>
                <p className="sub">{reason}</p>
              </li>
            ))}
          </List>
        </Stack>
      </Dialog>
    );
  }

  return (
    <Dialog
      title={t`${pattern.number} in één keer oplossen`}
      isOpen
      wide
      onClose={onClose}
      confirm={{
        label: t`${plural(holds.length, { one: 'Los # knelpunt op', other: 'Los # knelpunten op' })}`,
        onPress: () => void resolve(false),
        busy: ruling.busy,
      }}
    >
      <Stack>
        <StepProblems problems={ruling.problems} shownAt={['resolution', 'noteId', 'title', 'summary']} />
        <TextArea
          label={t`Wat heeft het opgelost?`}
          rows={3}
          maxLength={bottleneckLimits.textMax}
          value={resolution}
          onChange={setResolution}
          {...(resolutionError && { error: resolutionError })}
        />
        <CheckboxGroup
          label={t`Geldt ook hier`}
          hint={t`Wat je uitvinkt blijft open.`}
          value={holds}
          onChange={setHolds}
          options={open.map(({ id, number, title, municipality }) => ({
            id,
            label: `${number} ${title}, ${municipality.name}`,
          }))}
          {...(holdsError && { error: holdsError })}
        />
        <NoteOfRuling note={note} onChange={setNote} problems={ruling.problems} told={told} />
      </Stack>
    </Dialog>
  );
}
