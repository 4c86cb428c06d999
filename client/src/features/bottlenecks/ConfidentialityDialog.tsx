import { gql, type TypedDocumentNode } from '@apollo/client';
import { useLingui } from '@lingui/react/macro';
import { confidentialities, type Confidentiality } from '@versnellingstafel/shared/bottlenecks/states';
import { useState, type ReactElement } from 'react';
import type {
  SetConfidentialityMutation,
  SetConfidentialityMutationVariables,
  Visibility_BottleneckFragment,
} from '../../generated/graphql.ts';
import { capital } from '../../lib/capital.ts';
import { Button } from '../../ui/Button.tsx';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { List } from '../../ui/List.tsx';
import { Section } from '../../ui/Section.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { problemFragment, type Problem } from '../commands/problem.ts';
import { useCommand } from '../commands/use-command.ts';
import { OrganisationPicker } from '../people/OrganisationPicker.tsx';
import { PersonPicker } from '../people/PersonPicker.tsx';
import { confidentialityLabels, confidentialitySentences } from './confidentiality-words.ts';
import { StepProblems } from '../commands/StepProblems.tsx';

/** Who may see a case. Plain fields: the dialog reads them directly. */
export const visibilityFragment: TypedDocumentNode<Visibility_BottleneckFragment> = gql`
  fragment Visibility_bottleneck on Bottleneck {
    id
    number
    version
    confidentiality
    sharedWith {
      id
      name
    }
    sharedWithOrganisations {
      id
      name
    }
    excluded {
      id
      name
    }
  }
`;

const setConfidentialityMutation: TypedDocumentNode<SetConfidentialityMutation, SetConfidentialityMutationVariables> =
  gql`
    mutation SetConfidentiality($input: ConfidentialityInput!, $idempotencyKey: ID) {
      setConfidentiality(input: $input, idempotencyKey: $idempotencyKey) {
        bottleneck {
          id
          ...Visibility_bottleneck @unmask
        }
        problems {
          ...Problem_problem @unmask
        }
      }
    }
    ${visibilityFragment}
    ${problemFragment}
  `;

type Person = { id: string; name: string };

function PersonList({
  label,
  people,
  add,
  picker: Picker,
  onRemove,
  onAdd,
}: {
  label: string;
  people: readonly Person[];
  /** What the field below asks for, and the field. */
  add: string;
  picker: typeof PersonPicker;
  onRemove: (id: string) => void;
  onAdd: (person: Person) => void;
}): ReactElement {
  const { t } = useLingui();
  return (
    <Section title={label} level={3}>
      <List>
        {people.map(({ id, name }) => (
          <li className="row" key={id}>
            <span>{name}</span>
            <Button variant="quiet" onPress={() => onRemove(id)}>{t`Haal ${name} weg`}</Button>
          </li>
        ))}
      </List>
      {/* The key empties the field once somebody is added. */}
      <Picker
        key={people.length}
        label={add}
        required={false}
        value={null}
        onChange={(person) => {
          if (person && !people.some(({ id }) => id === person.id)) onAdd(person);
        }}
      />
    </Section>
  );
}

/** Who sees the case, in words; sharing by name, and leaving out who has an interest in it. */
export function ConfidentialityDialog({
  bottleneck,
  onClose,
}: {
  bottleneck: Visibility_BottleneckFragment;
  onClose: () => void;
}): ReactElement {
  const { t, i18n } = useLingui();
  const toast = useToast();
  const command = useCommand(setConfidentialityMutation);
  const [chosen, setChosen] = useState<Confidentiality>(bottleneck.confidentiality);
  const [shared, setShared] = useState<readonly Person[]>(bottleneck.sharedWith);
  const [organisations, setOrganisations] = useState<readonly Person[]>(bottleneck.sharedWithOrganisations);
  const [excluded, setExcluded] = useState<readonly Person[]>(bottleneck.excluded);
  const [problems, setProblems] = useState<readonly Problem[]>([]);

  async function save(): Promise<void> {
    const outcome = await command.run({
      input: {
        bottleneckId: bottleneck.id,
        expectedVersion: bottleneck.version,
        confidentiality: chosen,
        shareWithIds: shared.map(({ id }) => id),
        sharedWithOrganisationIds: organisations.map(({ id }) => id),
        excludeIds: excluded.map(({ id }) => id),
      },
    });
    if (outcome.kind === 'problems') setProblems(outcome.problems);
    if (outcome.kind !== 'done') return;
    toast({ text: t`${bottleneck.number} is nu zichtbaar voor: ${i18n._(confidentialityLabels[chosen])}` });
    onClose();
  }

  return (
    <Dialog
      title={t`Wie mag dit zien?`}
      isOpen
      wide
      onClose={onClose}
      confirm={{ label: t`Bewaar`, onPress: () => void save(), busy: command.busy }}
    >
      <Stack>
        <StepProblems problems={problems} />
        <ChoiceGroup
          label={t`Zichtbaar voor`}
          value={chosen}
          onChange={(id) => setChosen(confidentialities.find((one) => one === id) ?? chosen)}
          options={confidentialities.map((one) => ({
            id: one,
            label: capital(i18n._(confidentialityLabels[one])),
            note: i18n._(confidentialitySentences[one]),
          }))}
        />
        <PersonList
          label={t`Gedeeld met`}
          add={t`Voeg iemand toe`}
          picker={PersonPicker}
          people={shared}
          onRemove={(id) => setShared(shared.filter((one) => one.id !== id))}
          onAdd={(person) => setShared([...shared, person])}
        />
        <PersonList
          label={t`Gedeeld met een hele organisatie`}
          add={t`Voeg een organisatie toe`}
          picker={OrganisationPicker}
          people={organisations}
          onRemove={(id) => setOrganisations(organisations.filter((one) => one.id !== id))}
          onAdd={(organisation) => setOrganisations([...organisations, organisation])}
        />
        <PersonList
          label={t`Uitgesloten, ook als zij het anders zouden zien`}
          add={t`Voeg iemand toe`}
          picker={PersonPicker}
          people={excluded}
          onRemove={(id) => setExcluded(excluded.filter((one) => one.id !== id))}
          onAdd={(person) => setExcluded([...excluded, person])}
        />
      </Stack>
    </Dialog>
  );
}
