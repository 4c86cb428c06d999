import { Plural, Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import { useFormat } from '../../lib/format.ts';
import { Highlight } from '../../ui/Highlight.tsx';
import { AgendaIcon, KnowledgeIcon } from '../../ui/icons.tsx';
import { StateMark } from '../../ui/StateMark.tsx';
import { ValidityWord } from '../knowledge/ValidityWord.tsx';
import type { Hit } from './search-documents.ts';

interface HitRowProps {
  hit: Hit;
  /** What can be done with it from here. */
  action?: ReactNode;
}

/** A find: what it is and whether it holds, its title and the passage with what was looked for, and why it is here. */
export function HitRow({ hit: { title, snippet, target, reason }, action }: HitRowProps): ReactElement {
  const { date, homes } = useFormat();
  if (target.__typename === 'KnowledgeNote') {
    const { slug, validity, reviewBy, reuse } = target;
    return (
      <>
        <p className="row small">
          <span className="state">
            <KnowledgeIcon /> <Trans>Notitie</Trans>
          </span>
          <ValidityWord validity={validity} reviewBy={reviewBy} />
        </p>
        <h2>
          <Link to="/kennis/$slug" params={{ slug }}>
            <Highlight segments={title} />
          </Link>
        </h2>
        <p>
          <Highlight segments={snippet} />
        </p>
        <p className="meta small">
          {reuse.worked > 0 && (
            <span>
              <Plural value={reuse.worked} one="# keer gelukt" other="# keer gelukt" />
            </span>
          )}
          {reuse.partly > 0 && (
            <span>
              <Plural value={reuse.partly} one="# keer deels" other="# keer deels" />
            </span>
          )}
          {reuse.failed > 0 && (
            <span>
              <Plural value={reuse.failed} one="# keer mislukt" other="# keer mislukt" />
            </span>
          )}
          <span>{reason}</span>
        </p>
        {action}
      </>
    );
  }
  if (target.__typename === 'AgendaItem') {
    const { meeting } = target;
    return (
      <>
        <p className="row small">
          <span className="state">
            <AgendaIcon /> <Trans>Verslag</Trans>
          </span>
        </p>
        <h2>
          <Link to="/vergaderingen/$id/verslag" params={{ id: meeting.id }}>
            <Highlight segments={title} />
          </Link>
        </h2>
        <p>
          <Highlight segments={snippet} />
        </p>
        <p className="meta small">
          <span>{meeting.table.name}</span>
          <span>{date(meeting.startsAt)}</span>
          <span>{reason}</span>
        </p>
        {action}
      </>
    );
  }
  const { number, state, resolvedOn, homesBlocked, municipality, projects } = target;
  return (
    <>
      <p className="row small">
        <StateMark state={state} />
        {resolvedOn && <span className="sub">{date(resolvedOn)}</span>}
      </p>
      <h2>
        <Link to="/knelpunten/$number" params={{ number }}>
          <Highlight segments={title} />
        </Link>
      </h2>
      <p>
        <Highlight segments={snippet} />
      </p>
      <p className="meta small">
        <span>{number}</span>
        <span>{[projects[0]?.project.name, municipality.name].filter(Boolean).join(', ')}</span>
        {homesBlocked > 0 && <span>{homes(homesBlocked)}</span>}
        <span>{reason}</span>
      </p>
      {action}
    </>
  );
}
