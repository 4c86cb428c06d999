import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import { useFormat } from '../../../lib/format.ts';
import { Button } from '../../../ui/Button.tsx';
import { Homes } from '../../../ui/Homes.tsx';
import { LockIcon } from '../../../ui/icons.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import type { Suggestion } from './suggestion-documents.ts';
import { useReasonWords } from './use-reason-words.ts';
import type { SuggestionSteps } from './use-suggestions.ts';

interface SuggestionRowProps {
  suggestion: Suggestion;
  steps: SuggestionSteps;
  /** Is there still time for it? */
  fits: boolean;
  next: { id: string; version: number; startsAt: string } | undefined;
}

/** A title that opens what it is about, where that is one thing. */
function LinkedTitle({ suggestion, children }: { suggestion: Suggestion; children: ReactNode }): ReactElement {
  const [about, ...more] = suggestion.subjects;
  if (more.length === 0 && about?.__typename === 'Bottleneck')
    return (
      <Link className="quiet-link" to="/knelpunten/$number" params={{ number: about.number }}>
        {children}
      </Link>
    );
  if (more.length === 0 && about?.__typename === 'KnowledgeNote')
    return (
      <Link className="quiet-link" to="/kennis/$slug" params={{ slug: about.slug }}>
        {children}
      </Link>
    );
  return <>{children}</>;
}

/** One suggestion: what, why now, how long, for how many homes; and the press that puts it on, later, or not now. */
export function SuggestionRow({ suggestion, steps, fits, next }: SuggestionRowProps): ReactElement {
  const { t } = useLingui();
  const { day } = useFormat();
  const words = useReasonWords();
  const { title, minutes, homesWaiting, closedPart, reasons } = suggestion;
  const forNext = next && day(next.startsAt);
  return (
    <li>
      <div>
        <h3>
          <LinkedTitle suggestion={suggestion}>{title}</LinkedTitle>{' '}
          {closedPart && <Tag icon={<LockIcon />}>{t`besloten deel`}</Tag>}
        </h3>
        <p className="sub">{words(reasons)}</p>
        {homesWaiting > 0 && <Homes count={homesWaiting} />}
      </div>
      <p className="nowrap">
        <Trans>{minutes} min</Trans>
      </p>
      <div className="row">
        <Button onPress={() => void steps.accept([suggestion])}>
          <Trans>Zet erin</Trans> <span className="vh">{title}</span>
        </Button>
        {next && forNext && !fits && (
          <Button variant="quiet" onPress={() => void steps.acceptElsewhere(suggestion, { ...next, words: forNext })}>
            <Trans>Naar {forNext}</Trans> <span className="vh">{title}</span>
          </Button>
        )}
        <Button variant="quiet" onPress={() => void steps.drop(suggestion)}>
          <Trans>Niet nu</Trans> <span className="vh">{title}</span>
        </Button>
      </div>
    </li>
  );
}
