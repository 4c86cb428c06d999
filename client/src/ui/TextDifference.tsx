import { Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { wordDifferences } from './word-differences.ts';

/** A long text that changed: folded away, and opened word by word, what went as deleted and what came as inserted. */
export function TextDifference({
  label,
  before,
  after,
}: {
  label: string;
  before: string;
  after: string;
}): ReactElement {
  const { left, right } = wordDifferences(before, after);
  return (
    <details>
      <summary>
        <Trans>{label} gewijzigd, toon verschil</Trans>
      </summary>
      {/* Runs are a fixed cut of one text: the place is their identity. */}
      <p className="said-text">
        {left.map(({ text, differs }, index) => (differs ? <del key={index}>{text}</del> : null))}{' '}
        {right.map(({ text, differs }, index) =>
          differs ? <ins key={index}>{text}</ins> : <span key={index}>{text}</span>,
        )}
      </p>
    </details>
  );
}
