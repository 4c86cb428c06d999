import type { ReactElement } from 'react';
import { PageHead } from '../../ui/PageHead.tsx';
import type { PageContext } from '../routes/shell-route.ts';

export async function loadNextMeetingPage(_context: PageContext, _slug: string): Promise<null> {
  return null;
}

export function NextMeetingPage(): ReactElement {
  return <PageHead title="…" />;
}
