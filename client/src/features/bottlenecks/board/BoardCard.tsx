import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate } from '@tanstack/react-router';
import { isOpen } from '@versnellingstafel/shared/bottlenecks/states';
import { bottleneckVerbs, canTransition, type BottleneckVerb } from '@versnellingstafel/shared/bottlenecks/transitions';
import { useState, type ReactElement } from 'react';
import { useFormat } from '../../../lib/format.ts';
import { DateWithDistance } from '../../../ui/DateWithDistance.tsx';
import { DialogOnItsWay } from '../../../ui/DialogOnItsWay.tsx';
import { Homes } from '../../../ui/Homes.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { LockIcon, MoreIcon } from '../../../ui/icons.tsx';
import { late } from '../../../ui/late.tsx';
import { Menu } from '../../../ui/Menu.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { resumeMutation, startMutation, submitMutation } from '../steps/step-documents.ts';
import { StepProblems } from '../../commands/StepProblems.tsx';
import { stepWords } from '../steps/step-words.ts';
import { useStep } from '../steps/use-step.ts';
import type { BoardCase } from './board-documents.ts';

const StepDialog = late(async () => (await import('./StepDialog.tsx')).StepDialog, DialogOnItsWay);

/** A card under way to another column. */
export interface Dragged {
  target: BoardCase;
  move: (verb: BottleneckVerb) => void;
}

interface BoardCardProps {
  target: BoardCase;
  arrived: string | undefined;
  onDrag: (card: Dragged | null) => void;
}

/** Steps that are written on the page of the case: there is more to them than a board can ask. */
const onThePage: readonly BottleneckVerb[] = ['ESCALATE', 'RETURN_ESCALATION'];

/** A case on the board, with the steps that lead on. A step that is another's stays in the menu, with the reason. */
export function BoardCard({ target, arrived, onDrag }: BoardCardProps): ReactElement {
  const { t, i18n } = useLingui();
  const { time } = useFormat();
  const navigate = useNavigate();
  const [open, setOpen] = useState<BottleneckVerb | null>(null);
  const submit = useStep('SUBMIT', target, submitMutation);
  const start = useStep('START', target, startMutation);
  const resume = useStep('RESUME', target, resumeMutation);
  const { number, title, homesBlocked, municipality, owner, dueOn, state, confidentiality } = target;
  const bare = { input: { bottleneckId: target.id, expectedVersion: target.version } };

  function move(verb: BottleneckVerb): void {
    if (verb === 'SUBMIT') void submit.take(bare);
    else if (verb === 'START') void start.take(bare);
    else if (verb === 'RESUME') void resume.take(bare);
    else if (onThePage.includes(verb)) void navigate({ to: '/knelpunten/$number', params: { number } });
    else setOpen(verb);
  }
  const abilities = new Map(target.viewerCan.map((ability) => [ability.verb, ability]));
  const entries = bottleneckVerbs
    .filter((verb) => canTransition(verb, state))
    .map((verb) => ({
      id: verb,
      label: i18n._(stepWords[verb].label),
      danger: verb === 'WITHDRAW',
      ...(!abilities.get(verb)?.allowed && {
        disabledReason: abilities.get(verb)?.reason ?? t`Dat kan iemand anders.`,
      }),
      onSelect: () => move(verb),
    }));

  return (
    <li
      className="board-card"
      data-new={arrived !== undefined || undefined}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.setData('text/plain', `${number} ${title}`);
        event.dataTransfer.effectAllowed = 'move';
        onDrag({ target, move });
      }}
      onDragEnd={() => onDrag(null)}
    >
      <div className="beside board-top">
        <p>
          <Link className="quiet-link strong" to="/knelpunten/$number" params={{ number }} draggable={false}>
            {title}
          </Link>
          {arrived && (
            <span className="news">
              {' '}
              <Trans>nieuw, {time(arrived)}</Trans>
            </span>
          )}
        </p>
        {entries.length > 0 && (
          <Menu
            label={t`Stappen voor ${number}`}
            trigger={<IconButton label={t`Verplaats ${number}`} icon={<MoreIcon />} />}
            entries={entries}
          />
        )}
      </div>
      <p className="sub small">
        {number} · {municipality.name}{' '}
        {confidentiality === 'CONFIDENTIAL' && (
          <Tag icon={<LockIcon />}>
            <Trans>vertrouwelijk</Trans>
          </Tag>
        )}
      </p>
      <p className="sub small">{owner.name}</p>
      <div className="row row-wide small">
        {homesBlocked > 0 && <Homes count={homesBlocked} />}
        {dueOn && isOpen(state) && (
          <span className="end">
            <DateWithDistance date={dueOn} />
          </span>
        )}
      </div>
      <StepProblems problems={[...submit.problems, ...start.problems, ...resume.problems]} />
      {open && <StepDialog verb={open} target={target} onClose={() => setOpen(null)} />}
    </li>
  );
}
