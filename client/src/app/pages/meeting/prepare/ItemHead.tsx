import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement, ReactNode } from 'react';
import type { AgendaItem } from '../../../../features/meetings/agenda-documents.ts';
import { purposeLabels } from '../../../../features/meetings/agenda-words.ts';
import type { AgendaReason } from '../../../../features/meetings/suggestions/suggestion-documents.ts';
import { useReasonWords } from '../../../../features/meetings/suggestions/use-reason-words.ts';
import { useFormat } from '../../../../lib/format.ts';
import { LockIcon } from '../../../../ui/icons.tsx';
import { Tag } from '../../../../ui/Tag.tsx';

interface ItemHeadProps {
  item: AgendaItem;
  count: number;
  why: readonly AgendaReason[];
  /** What can be done with it. */
  children: ReactNode;
}

/** Which item this is, when, what for, and why it is on the agenda. */
export function ItemHead({ item, count, why, children }: ItemHeadProps): ReactElement {
  const { t, i18n } = useLingui();
  const { time } = useFormat();
  const reasonWords = useReasonWords();
  const { id, position, title, purpose, presenter, presenterText, minutes, startsAt, closedPart } = item;
  const about = [i18n._(purposeLabels[purpose]).toLowerCase(), presenter?.name ?? presenterText]
    .filter(Boolean)
    .join(', ');
  const reasons = reasonWords(why);
  return (
    <div className="page-head">
      <div className="stack stack-xs">
        <p className="sub">
          <Trans>
            Punt {position} van {count}, {about}
          </Trans>
        </p>
        <h1 id={`punt-${id}`}>{title}</h1>
        <p className="row row-wide">
          <span>
            <Trans>
              <b className="strong">{time(startsAt)}</b>, {minutes} minuten
            </Trans>
          </span>
          {closedPart && <Tag icon={<LockIcon />}>{t`besloten deel`}</Tag>}
        </p>
        {reasons && <p>{reasons}</p>}
      </div>
      <div className="row">{children}</div>
    </div>
  );
}
