import type { ReactElement } from 'react';
import { PageHead } from '../../ui/PageHead.tsx';
import type { PageContext } from '../routes/shell-route.ts';

export async function loadHomePage(_context: PageContext): Promise<null> {
  return null;
}

export function HomePage(): ReactElement {
  return <PageHead title="…" />;
}
