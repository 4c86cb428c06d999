import { useLingui } from '@lingui/react/macro';
import { agendaLimits } from '@versnellingstafel/shared/meetings/agenda';
import { useState, type ReactElement } from 'react';
import { announce } from '../../../lib/announce.ts';
import { ChoiceGroup } from '../../../ui/ChoiceGroup.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import type { Choice } from '../../../ui/Picker.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { StepProblems } from '../../commands/StepProblems.tsx';
import { problemAt, type Problem } from '../../commands/problem.ts';
import { PersonPicker } from '../../people/PersonPicker.tsx';
import type { GuestSteps, NewGuest } from './use-guests.ts';

const shownAt = ['personId', 'name', 'organisation', 'email'];

interface InviteGuestDialogProps {
  steps: GuestSteps;
  busy: boolean;
  onClose: () => void;
}

/** Invites somebody for one item: with an account, or by name and e-mail address. */
export function InviteGuestDialog({ steps, busy, onClose }: InviteGuestDialogProps): ReactElement {
  const { t } = useLingui();
  const [known, setKnown] = useState(true);
  const [person, setPerson] = useState<Choice | null>(null);
  const [text, setText] = useState({ name: '', organisation: '', email: '' });
  const [told, setTold] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const change = (part: Partial<typeof text>): void => setText((before) => ({ ...before, ...part }));
  const personError =
    problemAt(problems, 'personId') ?? (told && known && !person ? t`Kies iemand uit de lijst.` : undefined);
  const nameError =
    problemAt(problems, 'name') ?? (told && !known && !text.name.trim() ? t`Schrijf wie er komt.` : undefined);
  const organisationError = problemAt(problems, 'organisation');
  const emailError = problemAt(problems, 'email');

  async function invite(): Promise<void> {
    setTold(true);
    if (known ? !person : !text.name.trim()) return;
    const organisation = text.organisation.trim();
    const email = text.email.trim();
    const guest: NewGuest =
      known && person
        ? { personId: person.id }
        : { name: text.name.trim(), ...(organisation && { organisation }), ...(email && { email }) };
    const sent = await steps.invite(guest);
    if (sent.kind === 'problems') setProblems(sent.problems);
    if (sent.kind !== 'done') return;
    const who = known && person ? person.name : text.name.trim();
    announce(t`${who} is uitgenodigd voor dit punt`);
    onClose();
  }

  return (
    <Dialog
      title={t`Wie nodig je uit voor dit punt?`}
      isOpen
      onClose={onClose}
      confirm={{ label: t`Nodig uit`, onPress: () => void invite(), busy }}
    >
      <Stack>
        <StepProblems problems={problems} shownAt={shownAt} />
        <ChoiceGroup
          label={t`Soort gast`}
          value={known ? 'person' : 'words'}
          onChange={(id) => {
            setKnown(id === 'person');
            setTold(false);
            setProblems([]);
          }}
          options={[
            { id: 'person', label: t`Iemand met een account` },
            { id: 'words', label: t`Iemand anders` },
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
              maxLength={agendaLimits.titleMax}
              value={text.name}
              onChange={(name) => change({ name })}
              {...(nameError && { error: nameError })}
            />
            <TextField
              label={t`Organisatie`}
              required={false}
              maxLength={agendaLimits.titleMax}
              value={text.organisation}
              onChange={(organisation) => change({ organisation })}
              {...(organisationError && { error: organisationError })}
            />
            <TextField
              label={t`E-mailadres`}
              hint={t`Voor de uitnodiging met tijd en plaats.`}
              required={false}
              type="email"
              value={text.email}
              onChange={(email) => change({ email })}
              {...(emailError && { error: emailError })}
            />
          </>
        )}
      </Stack>
    </Dialog>
  );
}
