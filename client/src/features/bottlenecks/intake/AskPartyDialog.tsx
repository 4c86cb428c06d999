import { useLingui } from '@lingui/react/macro';
import { bottleneckLimits } from '@versnellingstafel/shared/bottlenecks/limits';
import { useState, type ReactElement } from 'react';
import { ChoiceGroup } from '../../../ui/ChoiceGroup.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import type { Choice } from '../../../ui/Picker.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useToast } from '../../../ui/Toast.tsx';
import { problemAt, type Problem } from '../../commands/problem.ts';
import { useCommand } from '../../commands/use-command.ts';
import { PersonPicker } from '../../people/PersonPicker.tsx';
import { StepProblems } from '../../commands/StepProblems.tsx';
import { askMutation } from './intake-documents.ts';

interface AskPartyDialogProps {
  bottleneck: { id: string; number: string };
  onClose: () => void;
}

const shownAt = ['personId', 'externalName', 'externalOrganisation'];

/** Asks the other party to sign: somebody with an account, or a name that is kept without being confirmed. */
export function AskPartyDialog({ bottleneck, onClose }: AskPartyDialogProps): ReactElement {
  const { t } = useLingui();
  const toast = useToast();
  const command = useCommand(askMutation);
  const [known, setKnown] = useState(true);
  const [person, setPerson] = useState<Choice | null>(null);
  const [text, setText] = useState({ name: '', organisation: '' });
  const [told, setTold] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const name = text.name.trim();
  const organisation = text.organisation.trim();
  const personError =
    problemAt(problems, 'personId') ?? (told && known && !person ? t`Kies iemand uit de lijst.` : undefined);
  const nameError =
    problemAt(problems, 'externalName') ?? (told && !known && !name ? t`Schrijf wie het steunt.` : undefined);
  const organisationError =
    problemAt(problems, 'externalOrganisation') ??
    (told && !known && !organisation ? t`Schrijf namens welke organisatie.` : undefined);

  async function ask(): Promise<void> {
    setTold(true);
    if (known ? !person : !name || !organisation) return;
    const party =
      known && person ? { personId: person.id } : { externalName: name, externalOrganisation: organisation };
    const outcome = await command.run({ input: { bottleneckId: bottleneck.id, ...party } });
    setProblems(outcome.kind === 'problems' ? outcome.problems : []);
    if (outcome.kind !== 'done') return;
    toast({
      text:
        known && person
          ? t`${person.name} is gevraagd ${bottleneck.number} mee te tekenen`
          : t`${name} staat bij de partijen`,
    });
    onClose();
  }

  return (
    <Dialog
      title={t`Wie tekent er mee?`}
      isOpen
      onClose={onClose}
      confirm={{ label: known ? t`Vraag` : t`Voeg toe`, onPress: () => void ask(), busy: command.busy }}
    >
      <Stack>
        <StepProblems problems={problems} shownAt={shownAt} />
        <ChoiceGroup
          label={t`Soort partij`}
          value={known ? 'person' : 'words'}
          onChange={(id) => {
            setKnown(id === 'person');
            setTold(false);
            setProblems([]);
          }}
          options={[
            {
              id: 'person',
              label: t`Iemand met een account`,
              note: t`Ziet de zaak en tekent zelf. Zonder antwoord komt zij niet op de agenda.`,
            },
            { id: 'words', label: t`Iemand anders`, note: t`Staat met naam bij de zaak, zonder bevestiging.` },
          ]}
        />
        {known ? (
          <PersonPicker
            label={t`Persoon`}
            hint={t`Zoek op naam of organisatie.`}
            value={person}
            onChange={setPerson}
            {...(personError && { error: personError })}
          />
        ) : (
          <>
            <TextField
              label={t`Naam`}
              maxLength={bottleneckLimits.lineMax}
              value={text.name}
              onChange={(value) => setText((before) => ({ ...before, name: value }))}
              {...(nameError && { error: nameError })}
            />
            <TextField
              label={t`Organisatie`}
              maxLength={bottleneckLimits.lineMax}
              value={text.organisation}
              onChange={(value) => setText((before) => ({ ...before, organisation: value }))}
              {...(organisationError && { error: organisationError })}
            />
          </>
        )}
      </Stack>
    </Dialog>
  );
}
