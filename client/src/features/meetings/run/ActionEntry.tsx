import { Trans, useLingui } from '@lingui/react/macro';
import { useId, useRef, useState, type FormEvent, type ReactElement } from 'react';
import { today } from '../../../lib/dates.ts';
import { useFormat } from '../../../lib/format.ts';
import { readKept, useKept } from '../../../lib/kept.ts';
import { Button } from '../../../ui/Button.tsx';
import { DatePicker } from '../../../ui/DatePicker.tsx';
import { Row } from '../../../ui/Row.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { problemAt, type Problem } from '../../commands/problem.ts';
import { PersonPicker } from '../../people/PersonPicker.tsx';
import { dueChoices } from './due-choices.ts';
import type { OutcomeItem } from './outcome-item.ts';
import type { Outcomes } from './use-outcomes.ts';

interface ActionEntryProps {
  item: OutcomeItem;
  viewerId: string;
  nextMeetingOn: string | null;
  outcomes: Outcomes;
  onClose: () => void;
}

/** Who does what by when. Enter adds it and stays: at a table, one promise seldom comes alone. Owner and day stay for the next. */
export function ActionEntry({ item, viewerId, nextMeetingOn, outcomes, onClose }: ActionEntryProps): ReactElement {
  const { t } = useLingui();
  const { day } = useFormat();
  const key = `draft:action:${viewerId}:${item.id}`;
  const form = useRef<HTMLFormElement>(null);
  const choicesId = useId();
  const [what, setWhat] = useState(() => readKept<string>(key) ?? '');
  const [owner, setOwner] = useState<{ id: string; name: string } | null>(null);
  const [dueOn, setDueOn] = useState<string | null>(null);
  const [caseId, setCaseId] = useState<string | null>(item.cases.length === 1 ? (item.cases[0]?.id ?? null) : null);
  const [told, setTold] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const { forget } = useKept(key, what.trim() === '' ? null : what);
  const whatError = problemAt(problems, 'what') ?? (told && !what.trim() ? t`Schrijf op wat er gebeurt.` : undefined);
  const ownerError = problemAt(problems, 'ownerId') ?? (told && !owner ? t`Kies wie het doet.` : undefined);
  const dueError = problemAt(problems, 'dueOn') ?? (told && !dueOn ? t`Kies vóór wanneer.` : undefined);
  const rest = problems.find(({ path }) => !['what', 'ownerId', 'dueOn'].includes(path.at(-1) ?? ''));

  async function add(event: FormEvent): Promise<void> {
    event.preventDefault();
    const complete = what.trim() !== '' && owner !== null && dueOn !== null;
    setTold(!complete);
    if (!complete || outcomes.busy) return;
    const sent = await outcomes.add(
      {
        kind: 'ACTION',
        action: { what: what.trim(), ownerId: owner.id, dueOn, ...(caseId && { bottleneckId: caseId }) },
      },
      t`Actie voor ${owner.name} vastgelegd`,
    );
    if (sent === null) return;
    setProblems(sent);
    if (sent.length > 0) return;
    forget();
    setWhat('');
    form.current?.querySelector<HTMLElement>('input')?.focus();
  }

  return (
    <form className="stack stack-md" ref={form} noValidate onSubmit={(event) => void add(event)}>
      {rest && (
        <p className="late" role="alert">
          {rest.message}
        </p>
      )}
      <TextField
        label={t`Wat gebeurt er?`}
        autoFocus
        value={what}
        onChange={(next) => {
          setWhat(next);
          setProblems([]);
        }}
        {...(whatError && { error: whatError })}
      />
      <PersonPicker
        label={t`Wie doet het?`}
        value={owner}
        onChange={setOwner}
        {...(ownerError && { error: ownerError })}
      />
      <div className="stack stack-xs">
        <DatePicker
          label={t`Vóór wanneer?`}
          min={today()}
          value={dueOn}
          onChange={setDueOn}
          {...(dueError && { error: dueError })}
        />
        <div className="row" role="group" aria-label={t`Snelle keuzes voor de datum`} id={choicesId}>
          {dueChoices(today(), nextMeetingOn).map(({ id, on }) => (
            <Button key={id} variant="quiet" pressed={dueOn === on} onPress={() => setDueOn(on)}>
              {id === 'WEEK' && <Trans>over een week</Trans>}
              {id === 'TWO_WEEKS' && <Trans>over 2 weken</Trans>}
              {id === 'MEETING' && <Trans>volgende tafel, {day(on)}</Trans>}
            </Button>
          ))}
        </div>
      </div>
      {item.cases.length > 1 && (
        <Select
          label={t`Bij welk knelpunt?`}
          required={false}
          value={caseId ?? 'none'}
          onChange={(id) => setCaseId(id === 'none' ? null : id)}
          options={[
            { id: 'none', label: t`Bij geen knelpunt` },
            ...item.cases.map(({ id, number, title }) => ({ id, label: title, note: number })),
          ]}
        />
      )}
      <Row>
        <Button type="submit" busy={outcomes.busy} shortcut="Enter">
          <Trans>Voeg de actie toe</Trans>
        </Button>
        <Button variant="quiet" shortcut="Esc" onPress={onClose}>
          <Trans>Klaar</Trans>
        </Button>
      </Row>
    </form>
  );
}
