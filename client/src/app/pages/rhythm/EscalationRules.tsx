import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { escalationLimits } from '@versnellingstafel/shared/bottlenecks/escalations';
import { useState, type ReactElement } from 'react';
import { problemAt, problemFragment, type Problem } from '../../../features/commands/problem.ts';
import { useCommand } from '../../../features/commands/use-command.ts';
import { StepProblems } from '../../../features/commands/StepProblems.tsx';
import type {
  ChangeEscalationRulesMutation,
  ChangeEscalationRulesMutationVariables,
  EscalationRulesQuery,
  EscalationRulesQueryVariables,
} from '../../../generated/graphql.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Facts } from '../../../ui/Facts.tsx';
import { PenIcon } from '../../../ui/icons.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { useToast } from '../../../ui/Toast.tsx';

const rulesQuery: TypedDocumentNode<EscalationRulesQuery, EscalationRulesQueryVariables> = gql`
  query EscalationRules($slug: String!) {
    table(slug: $slug) {
      id
      escalationNeedsAgreement
      answerTermDays
    }
  }
`;

const changeMutation: TypedDocumentNode<ChangeEscalationRulesMutation, ChangeEscalationRulesMutationVariables> = gql`
  mutation ChangeEscalationRules($input: EscalationRulesInput!, $idempotencyKey: ID) {
    changeEscalationRules(input: $input, idempotencyKey: $idempotencyKey) {
      table {
        id
        escalationNeedsAgreement
        answerTermDays
      }
      problems {
        ...Problem_problem @unmask
      }
    }
  }
  ${problemFragment}
`;

type Rules = NonNullable<EscalationRulesQuery['table']>;

function RulesDialog({ rules, onClose }: { rules: Rules; onClose: () => void }): ReactElement {
  const { t } = useLingui();
  const toast = useToast();
  const command = useCommand(changeMutation);
  const [needsAgreement, setNeedsAgreement] = useState(rules.escalationNeedsAgreement);
  const [days, setDays] = useState<number | null>(rules.answerTermDays);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const error = problemAt(problems, 'answerTermDays');

  async function put(input: { needsAgreement: boolean; answerTermDays: number }, undo: boolean): Promise<boolean> {
    const outcome = await command.run({ input: { tableId: rules.id, ...input } });
    setProblems(outcome.kind === 'problems' ? outcome.problems : []);
    if (outcome.kind !== 'done') return false;
    const before = { needsAgreement: rules.escalationNeedsAgreement, answerTermDays: rules.answerTermDays };
    toast(
      undo
        ? { text: t`De afspraken staan weer zoals ze waren` }
        : { text: t`Afspraken over escaleren bewaard`, onUndo: () => void put(before, true) },
    );
    return true;
  }
  async function save(): Promise<void> {
    if (await put({ needsAgreement, answerTermDays: days ?? 0 }, false)) onClose();
  }

  return (
    <Dialog
      title={t`Hoe escaleert deze tafel?`}
      isOpen
      onClose={onClose}
      confirm={{ label: t`Bewaar`, onPress: () => void save(), busy: command.busy }}
    >
      <Stack>
        <StepProblems problems={problems} shownAt={['answerTermDays']} />
        <Checkbox
          label={t`Een wethouder geeft akkoord voordat een memo vertrekt`}
          checked={needsAgreement}
          onChange={setNeedsAgreement}
        />
        <NumberField
          label={t`Deze tafel antwoordt binnen`}
          hint={t`Wat al onderweg is houdt zijn termijn.`}
          value={days}
          min={escalationLimits.termDaysMin}
          max={escalationLimits.termDaysMax}
          unit={t`dagen`}
          onChange={setDays}
          {...(error && { error })}
        />
      </Stack>
    </Dialog>
  );
}

export interface EscalationRulesProps {
  slug: string;
  mayChange: { allowed: boolean; reason?: string | null } | undefined;
}

/** What a table agreed about escalating: who agrees before a memo leaves, and within which days it answers one. */
export function EscalationRules({ slug, mayChange }: EscalationRulesProps): ReactElement | null {
  const { t } = useLingui();
  const { data } = useQuery(rulesQuery, { variables: { slug } });
  const [open, setOpen] = useState(false);
  const rules = data?.table;
  if (!rules) return null;
  const days = plural(rules.answerTermDays, { one: '# dag', other: '# dagen' });
  return (
    <Section
      title={t`Escaleren`}
      actions={
        mayChange?.allowed && (
          <Button variant="quiet" icon={<PenIcon />} onPress={() => setOpen(true)}>
            <Trans>Wijzig</Trans>
          </Button>
        )
      }
    >
      <Facts
        wide
        items={[
          {
            term: t`Voordat een memo vertrekt`,
            value: rules.escalationNeedsAgreement ? t`geeft een wethouder akkoord` : t`is geen akkoord nodig`,
          },
          { term: t`Antwoord aan een tafel`, value: t`binnen ${days}` },
        ]}
      />
      {open && <RulesDialog rules={rules} onClose={() => setOpen(false)} />}
    </Section>
  );
}
