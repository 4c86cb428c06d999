import { Trans } from '@lingui/react/macro';
import type { ReactElement, ReactNode } from 'react';
import { Button } from './Button.tsx';

interface ErrorStateProps {
  title: string;
  /** Whether what was typed is safe, in a sentence. */
  textSafe?: ReactNode;
  onRetry?: () => void;
  /** What to tell whoever helps. */
  code?: string;
  children?: ReactNode;
}

/** It failed: what, whether the text is safe, what now, and a code. */
export function ErrorState({ title, textSafe, onRetry, code, children }: ErrorStateProps): ReactElement {
  return (
    <div className="empty" role="alert">
      <h3>{title}</h3>
      {(children ?? textSafe) && (
        <p className="sub">
          {children} {textSafe}
        </p>
      )}
      <div className="row">
        {onRetry && (
          <Button onPress={onRetry}>
            <Trans>Probeer opnieuw</Trans>
          </Button>
        )}
        {code && (
          <span className="sub small">
            <Trans>Code: {code}</Trans>
          </span>
        )}
      </div>
    </div>
  );
}
