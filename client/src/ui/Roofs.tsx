import type { ReactElement } from 'react';

/** Brick waits, green is free, grey is the rest. */
export type HomesTone = 'waiting' | 'free' | 'rest';

interface RoofsProps {
  homes: number;
  tone?: HomesTone;
  size?: 'md' | 'lg' | 'xl';
}

/** Homes, drawn: one roof is fifty homes, at one scale on every page. Hidden from screen readers, since the figure stands beside it. */
export function Roofs({ homes, tone = 'waiting', size = 'md' }: RoofsProps): ReactElement {
  const className = ['roofs', tone !== 'waiting' && `roofs-${tone}`, size !== 'md' && `roofs-${size}`]
    .filter(Boolean)
    .join(' ');
  return (
    <span
      className={className}
      aria-hidden="true"
      // Through the style object and not a style attribute, which the CSP refuses.
      ref={(element) => element?.style.setProperty('--n', String(homes))}
    />
  );
}
