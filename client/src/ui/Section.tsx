import { type ReactElement, type ReactNode, useId } from 'react';

interface SectionProps {
  title: string;
  /** Words at the other end of the heading. */
  aside?: ReactNode;
  /** Buttons or links there. */
  actions?: ReactNode;
  hideTitle?: boolean;
  level?: 2 | 3;
  id?: string;
  children: ReactNode;
}

/** A section is a hairline and a heading; never a box. */
export function Section({
  title,
  aside,
  actions,
  hideTitle = false,
  level = 2,
  id,
  children,
}: SectionProps): ReactElement {
  const headingId = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className={hideTitle ? 'section section-bare' : 'section'} aria-labelledby={headingId} id={id}>
      <header className={hideTitle ? 'vh' : undefined}>
        <Heading id={headingId}>{title}</Heading>
        {aside && <span className="sub">{aside}</span>}
        {actions}
      </header>
      {children}
    </section>
  );
}
