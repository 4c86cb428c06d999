import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import { useFormat } from '../../lib/format.ts';
import { Highlight } from '../../ui/Highlight.tsx';
import { StateMark } from '../../ui/StateMark.tsx';
import { ReuseCounts } from '../knowledge/ReuseCounts.tsx';
import { ValidityWord } from '../knowledge/ValidityWord.tsx';
import { hitIcons } from './hit-icons.tsx';
import { placeOf } from './hit-place.ts';
import type { Hit } from './search-documents.ts';

interface HitRowProps {
  hit: Hit;
  /** What can be done with it from here. */
  action?: ReactNode;
}

type Target<Name extends Hit['target']['__typename']> = Extract<Hit['target'], { __typename: Name }>;

/** What a find is, where that is all there is to say of how it stands. */
function Kind({ of, children }: { of: Hit['target']; children: ReactNode }): ReactElement {
  return (
    <span className="state">
      {hitIcons[of.__typename]} {children}
    </span>
  );
}

/** The line above the title: what it is, and whether it holds or how it stands. */
function HeadOf({ target }: { target: Hit['target'] }): ReactElement {
  const { date } = useFormat();
  switch (target.__typename) {
    case 'KnowledgeNote':
      return (
        <>
          <Kind of={target}>
            <Trans>Notitie</Trans>
          </Kind>
          <ValidityWord validity={target.validity} reviewBy={target.reviewBy} />
        </>
      );
    case 'AgendaItem':
      return (
        <Kind of={target}>
          <Trans>Verslag</Trans>
        </Kind>
      );
    case 'AgendaOutcome':
      return (
        <Kind of={target}>
          <Trans>Besluit</Trans>
        </Kind>
      );
    case 'Action':
      return (
        <>
          <Kind of={target}>
            <Trans>Actie</Trans>
          </Kind>
          <ActionState {...target} />
        </>
      );
    case 'Project':
      return (
        <Kind of={target}>
          <Trans>Project</Trans>
        </Kind>
      );
    case 'Organisation':
      return (
        <Kind of={target}>
          <Trans>Organisatie</Trans>
        </Kind>
      );
    case 'Bottleneck':
      return (
        <>
          <StateMark state={target.state} />
          {target.resolvedOn && <span className="sub">{date(target.resolvedOn)}</span>}
        </>
      );
  }
}

function ActionState({ actionState, daysLate, dueOn }: Target<'Action'>): ReactElement {
  const { date } = useFormat();
  if (actionState === 'DONE')
    return (
      <span className="good">
        <Trans>gedaan</Trans>
      </span>
    );
  if (actionState === 'WITHDRAWN')
    return (
      <span className="sub">
        <Trans>ingetrokken</Trans>
      </span>
    );
  return (
    <span className={daysLate > 0 ? 'late' : 'sub'}>
      {daysLate > 0 ? <Trans>te laat: uiterlijk {date(dueOn)}</Trans> : <Trans>uiterlijk {date(dueOn)}</Trans>}
    </span>
  );
}

/** The facts below the passage, by which one knows it again. */
function FactsOf({ target }: { target: Hit['target'] }): ReactElement | null {
  const { date, homes } = useFormat();
  switch (target.__typename) {
    case 'KnowledgeNote':
      return <ReuseCounts {...target.reuse} />;
    case 'AgendaItem':
    case 'AgendaOutcome':
      return (
        <>
          {target.__typename === 'AgendaOutcome' && target.decision && <span>{target.decision}</span>}
          <span>{target.meeting.table.name}</span>
          <span>{date(target.meeting.startsAt)}</span>
        </>
      );
    case 'Action':
      return (
        <>
          <span>{target.number}</span>
          <span>{target.owner.name}</span>
        </>
      );
    case 'Project':
      return (
        <>
          <span>{target.municipality.name}</span>
          {target.homes != null && <span>{homes(target.homes)}</span>}
        </>
      );
    case 'Organisation':
      return null;
    case 'Bottleneck':
      return (
        <>
          <span>{target.number}</span>
          <span>{[target.projects[0]?.project.name, target.municipality.name].filter(Boolean).join(', ')}</span>
          {target.homesBlocked > 0 && <span>{homes(target.homesBlocked)}</span>}
        </>
      );
  }
}

/** A find: what it is and whether it holds, its title and the passage with what was looked for, and why it is here. */
export function HitRow({ hit: { title, snippet, target, reason }, action }: HitRowProps): ReactElement {
  return (
    <>
      <p className="row small">
        <HeadOf target={target} />
      </p>
      <h2>
        <Link {...placeOf(target)}>
          <Highlight segments={title} />
        </Link>
      </h2>
      {snippet.length > 0 && (
        <p>
          <Highlight segments={snippet} />
        </p>
      )}
      <p className="meta small">
        <FactsOf target={target} />
        <span>{reason}</span>
      </p>
      {action}
    </>
  );
}
