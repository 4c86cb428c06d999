import type { ReactElement, ReactNode } from 'react';

/** A short fact in a frame. @param props.tone `old` for what no longer holds */
export function Tag({
  children,
  icon,
  tone = 'plain',
}: {
  children: ReactNode;
  icon?: ReactNode;
  tone?: 'plain' | 'old';
}): ReactElement {
  return (
    <span className={tone === 'old' ? 'tag tag-old' : 'tag'}>
      {icon} {children}
    </span>
  );
}
