import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReviewVerdict } from '@versnellingstafel/shared/knowledge/legal-events';
import type { ReactElement } from 'react';
import type { TouchedNote } from '../../../features/knowledge/legal-events/legal-event-documents.ts';
import { reviewWords } from '../../../features/knowledge/legal-events/legal-event-words.ts';
import { ValidityWord } from '../../../features/knowledge/ValidityWord.tsx';
import { capital } from '../../../lib/capital.ts';
import { useFormat } from '../../../lib/format.ts';
import { Button } from '../../../ui/Button.tsx';

interface TouchedNotesProps {
  reviews: readonly TouchedNote[];
  /** Left out where everything was judged. */
  onJudge?: (note: TouchedNote['note'], verdict: ReviewVerdict) => void;
}

const rights = { CONFIRM: 'VALIDATE', ADAPT: 'EDIT', ARCHIVE: 'ARCHIVE' } as const;

/** The notes that a legal event touched: what each says, which open cases rest on it, and the verdict or the way to it. */
export function TouchedNotes({ reviews, onJudge }: TouchedNotesProps): ReactElement {
  const { t, i18n } = useLingui();
  const { moment } = useFormat();
  return (
    <ul className="hits">
      {reviews.map(({ note, state, remark, settledAt, settledBy }) => {
        const verdict = (one: ReviewVerdict, label: string): ReactElement => {
          const ability = note.viewerCan.find(({ verb }) => verb === rights[one]);
          return (
            <Button
              key={one}
              variant={one === 'CONFIRM' && ability?.allowed ? 'primary' : 'default'}
              {...(ability?.allowed
                ? { onPress: () => onJudge?.(note, one) }
                : { disabledReason: ability?.reason ?? t`Dat kan iemand anders.` })}
            >
              {label}
            </Button>
          );
        };
        return (
          <li key={note.id} className="stack stack-xs">
            <h3>
              <Link to="/kennis/$slug" params={{ slug: note.slug }}>
                {note.title}
              </Link>
            </h3>
            <p>{note.summary}</p>
            <p className="meta small">
              <ValidityWord validity={note.validity} reviewBy={note.reviewBy} />
              {state !== 'TO_REVIEW' && settledBy && settledAt && (
                <span>
                  {capital(i18n._(reviewWords[state]))}, {settledBy.name}, {moment(settledAt)}
                </span>
              )}
            </p>
            {remark && <p>{remark}</p>}
            {note.openBottlenecks.length > 0 && (
              <p className="small">
                <Trans>Open zaken die erop rusten:</Trans>{' '}
                {note.openBottlenecks.map(({ id, number, title }, index) => (
                  <span key={id}>
                    {index > 0 && ', '}
                    <Link to="/knelpunten/$number" params={{ number }} title={title}>
                      {number}
                    </Link>
                  </span>
                ))}
              </p>
            )}
            {onJudge && (
              <div className="row">
                {verdict('CONFIRM', t`Bevestig`)}
                {verdict('ADAPT', t`Pas aan`)}
                {verdict('ARCHIVE', t`Archiveer`)}
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
