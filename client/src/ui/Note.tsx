import type { ReactElement, ReactNode } from 'react';
import { CheckIcon, InfoIcon } from './icons.tsx';
import { WarningIcon } from './toast-icons.ts';

const looks = {
  info: { className: 'note', icon: <InfoIcon /> },
  success: { className: 'note note-good', icon: <CheckIcon /> },
  warning: { className: 'note note-warn', icon: <WarningIcon /> },
  error: { className: 'note note-bad', icon: <WarningIcon /> },
};

interface NoteProps {
  kind: 'info' | 'success' | 'warning' | 'error';
  title?: string;
  children?: ReactNode;
  action?: ReactNode;
  /** Appears while the page is in use and is read aloud; an error at once, the rest when there is a pause. */
  live?: boolean;
  icon?: ReactNode;
}

/** A message in the page: an edge, a tint, a shape and words. */
export function Note({ kind, title, children, action, live = false, icon }: NoteProps): ReactElement {
  const { className, icon: usual } = looks[kind];
  const role = kind === 'error' ? 'alert' : 'status';
  return (
    <div className={className} role={live ? role : undefined}>
      {icon ?? usual}
      <div>
        {title && <p className="strong">{title}</p>}
        {children}
      </div>
      {action}
    </div>
  );
}
