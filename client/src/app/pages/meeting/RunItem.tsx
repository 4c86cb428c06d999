import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import type { AgendaItem } from '../../../features/meetings/agenda-documents.ts';
import { purposeLabels } from '../../../features/meetings/agenda-words.ts';
import { OutcomeForm } from '../../../features/meetings/OutcomeForm.tsx';
import type { AgendaEditing } from '../../../features/meetings/use-agenda.ts';
import { useFormat } from '../../../lib/format.ts';
import { Ask } from '../../../ui/Ask.tsx';
import { LockIcon } from '../../../ui/icons.tsx';
import { Prose } from '../../../ui/Prose.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Tag } from '../../../ui/Tag.tsx';

interface RunItemProps {
  item: AgendaItem;
  count: number;
  editing: AgendaEditing;
  viewerId: string;
  /** The sentence why what was agreed cannot be written here; undefined when it can. */
  recordRefused: string | undefined;
  /** The cases of the item. */
  children: ReactNode;
}

/** The item that is on: what it is about, what is proposed, and what was agreed. */
export function RunItem({ item, count, editing, viewerId, recordRefused, children }: RunItemProps): ReactElement {
  const { t, i18n } = useLingui();
  const { time, date } = useFormat();
  const {
    position,
    title,
    purpose,
    presenter,
    presenterText,
    minutes,
    startsAt,
    proposedDecision,
    outcome,
    closedPart,
    subjects,
  } = item;
  const validity = { USABLE: t`bruikbaar`, CHECK_FIRST: t`eerst controleren`, EXPIRED: t`verlopen` };
  const notes = subjects.flatMap((subject) => (subject.__typename === 'KnowledgeNote' ? [subject] : []));
  const about = [i18n._(purposeLabels[purpose]).toLowerCase(), presenter?.name ?? presenterText]
    .filter(Boolean)
    .join(', ');
  return (
    <div className="run-now">
      <header className="run-head">
        <div className="stack stack-xs">
          <p className="sub">
            <Trans>
              Punt {position} van {count}, {about}
            </Trans>
          </p>
          <h1 id={`punt-${item.id}`}>{title}</h1>
          <p className="row row-wide">
            <span>
              <Trans>
                <b className="strong">{time(startsAt)}</b>, {minutes} minuten
              </Trans>
            </span>
            {closedPart && <Tag icon={<LockIcon />}>{t`besloten deel`}</Tag>}
          </p>
        </div>
      </header>
      {proposedDecision && <Ask heading={t`Voorgesteld besluit`}>{proposedDecision}</Ask>}
      {children}
      {notes.length > 0 && (
        <Section title={t`Notities`}>
          <ul className="list">
            {notes.map(({ id, slug, title: name, validity: state, reviewBy }) => (
              <li key={id}>
                <Link className="quiet-link strong" to="/kennis/$slug" params={{ slug }}>
                  {name}
                </Link>
                <p className="sub small">
                  <Trans>
                    {validity[state]}, herzien vóór {date(reviewBy)}
                  </Trans>
                </p>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {recordRefused === undefined ? (
        <OutcomeForm key={item.id} item={item} editing={editing} viewerId={viewerId} />
      ) : (
        <Section title={t`Wat is afgesproken`}>
          <Prose>
            <p className={outcome ? undefined : 'sub'}>{outcome || t`Nog niets vastgelegd.`}</p>
          </Prose>
          {recordRefused && (
            <p className="sub small">
              <Trans>Vastleggen? {recordRefused}</Trans>
            </p>
          )}
        </Section>
      )}
    </div>
  );
}
