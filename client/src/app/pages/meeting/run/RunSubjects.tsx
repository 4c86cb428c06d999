import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { isOpen } from '@versnellingstafel/shared/bottlenecks/states';
import type { ReactElement } from 'react';
import { useFormat } from '../../../../lib/format.ts';
import { Homes } from '../../../../ui/Homes.tsx';
import { StateMark } from '../../../../ui/StateMark.tsx';
import type { RunSubject } from './run-view-query.ts';

/** What the item is about, each a line with what counts most about it. */
export function RunSubjects({ subjects }: { subjects: readonly RunSubject[] }): ReactElement | null {
  if (subjects.length === 0) return null;
  return (
    <ul className="list run-subjects">
      {subjects.map((subject) => (
        <li key={subject.id}>
          <SubjectLine subject={subject} />
        </li>
      ))}
    </ul>
  );
}

function SubjectLine({ subject }: { subject: RunSubject }): ReactElement {
  const { t } = useLingui();
  const { date, longDay } = useFormat();
  switch (subject.__typename) {
    case 'Bottleneck': {
      const { number, title, state, projects, municipality, homesBlocked, ask } = subject;
      return (
        <>
          <Link className="quiet-link strong" to="/knelpunten/$number" params={{ number }}>
            {title}
          </Link>
          <p className="row row-wide sub">
            <span>{[number, projects[0]?.project.name, municipality.name].filter(Boolean).join(', ')}</span>
            {homesBlocked > 0 && <Homes count={homesBlocked} tone={isOpen(state) ? 'waiting' : 'free'} />}
            <StateMark state={state} />
          </p>
          {ask && <p>{ask}</p>}
        </>
      );
    }
    case 'KnowledgeNote': {
      const validity = { USABLE: t`bruikbaar`, CHECK_FIRST: t`eerst controleren`, EXPIRED: t`verlopen` };
      return (
        <>
          <Link className="quiet-link strong" to="/kennis/$slug" params={{ slug: subject.slug }}>
            {subject.title}
          </Link>
          <p className="sub">
            <Trans>
              {validity[subject.validity]}, herzien vóór {date(subject.reviewBy)}
            </Trans>
          </p>
        </>
      );
    }
    case 'Project':
      return (
        <Link className="quiet-link strong" to="/projecten/$id" params={{ id: subject.id }}>
          {subject.name}
        </Link>
      );
    case 'Meeting':
      return (
        <Link className="quiet-link strong" to="/vergaderingen/$id" params={{ id: subject.id }} search={{}}>
          <Trans>Vergadering van {longDay(subject.startsAt)}</Trans>
        </Link>
      );
  }
}
