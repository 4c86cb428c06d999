import { useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { isOpen } from '@versnellingstafel/shared/bottlenecks/states';
import { useState, type ReactElement } from 'react';
import { CheckboxGroup } from '../../../ui/CheckboxGroup.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { BottleneckPicker, type ChosenBottleneck } from '../BottleneckPicker.tsx';
import { StepProblems } from '../../commands/StepProblems.tsx';
import { addMutation, type PatternFacts, similarQuery } from './pattern-documents.ts';
import { usePatternChange } from './use-pattern-change.ts';

interface AddCasesDialogProps {
  pattern: PatternFacts;
  onClose: () => void;
}

/** Cases that belong to it too: those of this table that look alike are proposed, any other is found by its words. */
export function AddCasesDialog({ pattern, onClose }: AddCasesDialogProps): ReactElement {
  const { t } = useLingui();
  const { change, busy, problems } = usePatternChange(addMutation);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [other, setOther] = useState<ChosenBottleneck | null>(null);
  const [told, setTold] = useState(false);
  const { data, loading } = useQuery(similarQuery, {
    variables: { text: `${pattern.title}. ${pattern.problem}`.slice(0, 400) },
  });
  const members = new Set(pattern.bottlenecks.map(({ id }) => id));
  const similar = (data?.similar.bottlenecks ?? [])
    .map(({ bottleneck }) => bottleneck)
    .filter(
      ({ id, state, heldBy, pattern: its }) =>
        isOpen(state) && !members.has(id) && heldBy?.id === pattern.table.id && its?.state !== 'OPEN',
    );
  const ids = [...new Set([...chosen, ...(other ? [other.id] : [])])];
  const error = told && ids.length === 0 ? t`Kies minstens één knelpunt.` : undefined;

  async function add(): Promise<void> {
    setTold(true);
    if (ids.length === 0) return;
    const input = { patternId: pattern.id, expectedVersion: pattern.version, bottleneckIds: ids };
    if (await change({ input }, t`Toegevoegd aan ${pattern.number}`)) onClose();
  }

  return (
    <Dialog
      title={t`Wat hoort nog meer bij ${pattern.number}?`}
      isOpen
      wide
      onClose={onClose}
      confirm={{ label: t`Voeg toe`, onPress: () => void add(), busy }}
    >
      <Stack>
        <StepProblems problems={problems} />
        {similar.length > 0 ? (
          <CheckboxGroup
            label={t`Lijkt erop`}
            value={chosen}
            onChange={setChosen}
            options={similar.map(({ id, number, title }) => ({ id, label: `${number} ${title}` }))}
          />
        ) : (
          <p className="sub">
            {loading ? (
              <Trans>We zoeken knelpunten die erop lijken.</Trans>
            ) : (
              <Trans>Geen ander open knelpunt van deze tafel lijkt erop. Zoek er zelf een.</Trans>
            )}
          </p>
        )}
        <BottleneckPicker
          value={other}
          onChange={setOther}
          filter={{ open: true, tableId: pattern.table.id }}
          {...(error && { error })}
        />
      </Stack>
    </Dialog>
  );
}
