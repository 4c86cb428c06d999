import type { ReactElement, ReactNode } from 'react';

/** In the way of the kit, whose own set comes with the first page and must not grow for this. */
function icon(content: ReactNode): () => ReactElement {
  return function Icon() {
    return (
      <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
        {content}
      </svg>
    );
  };
}

export const BoldIcon = icon(
  <path d="M4.5 3h4a2.4 2.4 0 0 1 0 4.9h-4zM4.5 7.9h4.7a2.6 2.6 0 0 1 0 5.1H4.5z" strokeWidth={2} />,
);
export const HeadingIcon = icon(<path d="M3.5 3v10M12.5 3v10M3.5 8h9" />);
export const BulletsIcon = icon(<path d="M6.5 4h7M6.5 8h7M6.5 12h7M3 4h.01M3 8h.01M3 12h.01" />);
export const NumbersIcon = icon(
  <path d="M7 4h6.5M7 8h6.5M7 12h6.5M2.6 2.8l1-.5v3.4M2.4 10.4c.3-.8 1.9-.9 1.9.2 0 .9-1.9 1.3-1.9 2.7h2" />,
);
export const QuoteIcon = icon(<path d="M3.5 3v10M7 5h6.5M7 8h6.5M7 11h4" />);
export const RedoIcon = icon(<path d="M10 3l3.5 3.5L10 10M13.5 6.5H6.3a3.5 3.5 0 0 0 0 7H9" />);
export const KeysIcon = icon(<path d="M1.8 4.5h12.4v7H1.8zM4.5 7h.01M7 7h.01M9.5 7h.01M12 7h.01M5 9.3h6" />);
