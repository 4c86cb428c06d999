import type { ReactElement, ReactNode } from 'react';

/** Where a component leaves the link to its caller, so that the kit knows no router: `(content) => <Link to="/">{content}</Link>`. */
export type LinkSlot = (content: ReactNode) => ReactElement;
