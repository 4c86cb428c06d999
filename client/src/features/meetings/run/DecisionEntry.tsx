import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type FormEvent, type ReactElement } from 'react';
import { readKept, useKept } from '../../../lib/kept.ts';
import { Button } from '../../../ui/Button.tsx';
import { Row } from '../../../ui/Row.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { problemAt, type Problem } from '../../commands/problem.ts';
import type { OutcomeItem } from './outcome-item.ts';
import type { Outcomes } from './use-outcomes.ts';

interface DecisionEntryProps {
  item: OutcomeItem;
  viewerId: string;
  outcomes: Outcomes;
  onClose: () => void;
  /** Was a decision proposed? Then what is written amends it. */
  proposed: boolean;
}

/** The decision in the table's own words. What is typed is kept on this device until it is recorded. */
export function DecisionEntry({ item, viewerId, outcomes, onClose, proposed }: DecisionEntryProps): ReactElement {
  const { t } = useLingui();
  const key = `draft:decision:${viewerId}:${item.id}`;
  const [text, setText] = useState(() => readKept<string>(key) ?? item.proposedDecision);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const typed = text.trim();
  const { forget } = useKept(key, typed === item.proposedDecision || typed === '' ? null : text);
  const same = proposed && typed === item.proposedDecision.trim();
  const error = problemAt(problems, 'text') ?? problems[0]?.message;

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (typed === '' || same || outcomes.busy) return;
    const sent = await outcomes.add(
      { kind: proposed ? 'AMENDED_DECISION' : 'DECISION', text: typed },
      proposed ? t`Gewijzigd aangenomen` : t`Besluit vastgelegd`,
    );
    if (sent === null) return;
    setProblems(sent);
    if (sent.length > 0) return;
    forget();
    onClose();
  }

  return (
    <form className="stack stack-md" noValidate onSubmit={(event) => void save(event)}>
      <TextArea
        label={proposed ? t`Het besluit zoals het is aangenomen` : t`Wat heeft de tafel besloten?`}
        rows={3}
        autoFocus
        value={text}
        onChange={(next) => {
          setText(next);
          setProblems([]);
        }}
        {...(error && { error })}
      />
      <Row>
        <Button
          type="submit"
          busy={outcomes.busy}
          {...(typed === '' && { disabledReason: t`Schrijf eerst wat er is besloten.` })}
          {...(same && { disabledReason: t`Dit is het voorstel zelf; daarvoor is B.` })}
        >
          {proposed ? <Trans>Neem gewijzigd aan</Trans> : <Trans>Leg het besluit vast</Trans>}
        </Button>
        <Button variant="quiet" shortcut="Esc" onPress={onClose}>
          <Trans>Sluit</Trans>
        </Button>
      </Row>
    </form>
  );
}
