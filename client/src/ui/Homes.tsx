import { Trans } from '@lingui/react/macro';
import type { ReactElement, ReactNode } from 'react';
import { useFormat } from '../lib/format.ts';
import { type HomesTone, Roofs } from './Roofs.tsx';

interface HomesProps {
  count: number;
  /** Words behind the figure: “woningen wachten”. */
  children?: ReactNode;
  tone?: HomesTone;
  /** The whole that the count is part of: “180 van 420”, with grey roofs for the rest. */
  of?: number;
  size?: 'md' | 'lg' | 'xl';
}

/** A number of homes: the figure, what it counts, and its roofs. */
export function Homes({ count, children, tone = 'waiting', of, size = 'md' }: HomesProps): ReactElement {
  const { number } = useFormat();
  return (
    <span className={tone === 'free' ? 'homes good' : 'homes'}>
      <span>
        <b>{number(count)}</b>
        {of !== undefined && (
          <>
            {' '}
            <Trans>van {number(of)}</Trans>
          </>
        )}
        {children && <> {children}</>}
        {!children && (
          <span className="vh">
            {' '}
            <Trans>woningen</Trans>
          </span>
        )}
      </span>{' '}
      <Roofs homes={count} tone={tone} size={size} />
      {of !== undefined && of > count && <Roofs homes={of - count} tone="rest" size={size} />}
    </span>
  );
}
