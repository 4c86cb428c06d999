import { Children, type ReactElement, type ReactNode } from 'react';

/** “a · b · c”: every child is a part; the line breaks between parts and never starts with a point. */
export function Meta({ children }: { children: ReactNode }): ReactElement {
  return (
    <p className="meta">
      {Children.toArray(children).map((part, index) => (
        // The order of the parts is fixed, so the place is their identity.
        <span key={index}>{part}</span>
      ))}
    </p>
  );
}
