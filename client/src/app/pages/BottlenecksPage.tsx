import type { ReactElement } from 'react';
import { PageHead } from '../../ui/PageHead.tsx';
import { usePageTitle } from '../page-title.ts';

export function BottlenecksPage(): ReactElement {
  usePageTitle('…');
  return <PageHead title="…" />;
}
