import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useId, type ReactElement } from 'react';
import { endOf, isClosedTo } from '../../../../features/meetings/agenda-facts.ts';
import type { Agenda } from '../../../../features/meetings/agenda-documents.ts';
import { useFormat } from '../../../../lib/format.ts';
import { LockIcon } from '../../../../ui/icons.tsx';

/** The programme beside the item that is on: solid behind it, dotted ahead. */
export function Programme({
  agenda,
  currentId,
  mayEdit,
}: {
  agenda: Agenda;
  currentId: string;
  mayEdit: boolean;
}): ReactElement {
  const { t } = useLingui();
  const { time } = useFormat();
  const headingId = useId();
  const current = agenda.items.findIndex(({ id }) => id === currentId);
  return (
    <section aria-labelledby={headingId}>
      <header className="section-head">
        <h2 id={headingId}>{t`Programma`}</h2>
        <p className="sub">
          <Trans>
            einde <b className="strong">{time(endOf(agenda))}</b>
          </Trans>
        </p>
      </header>
      <ol className="line run-line">
        {agenda.items.map((item, index) => {
          const { id, title, startsAt, outcome, closedPart } = item;
          const content = (
            <>
              <time>{time(startsAt)}</time>
              <span>
                {title} {closedPart && <LockIcon />}
                {closedPart && <span className="vh">{t`besloten`}</span>}
              </span>
            </>
          );
          return (
            <li
              className="stop"
              key={id}
              data-at={index < current ? 'been' : index === current ? 'now' : 'ahead'}
              aria-current={index === current ? 'step' : undefined}
            >
              {isClosedTo(item, mayEdit) ? (
                <span className="run-item">{content}</span>
              ) : (
                <Link
                  className="quiet-link run-item"
                  to="/vergaderingen/$id"
                  params={{ id: agenda.id }}
                  search={{ punt: id }}
                  resetScroll={false}
                >
                  {content}
                </Link>
              )}
              {outcome && (
                <p className="sub small">
                  <Trans>afspraak vastgelegd</Trans>
                </p>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
