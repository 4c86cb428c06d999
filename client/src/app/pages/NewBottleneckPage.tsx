import type { ReactElement } from 'react';
import { PageHead } from '../../ui/PageHead.tsx';
import { usePageTitle } from '../page-title.ts';

export function NewBottleneckPage(): ReactElement {
  usePageTitle('…');
  return <PageHead title="…" />;
}
