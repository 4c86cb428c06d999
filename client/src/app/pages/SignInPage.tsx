import type { ReactElement } from 'react';
import { PageHead } from '../../ui/PageHead.tsx';

export async function loadSignInPage(_context: unknown): Promise<null> {
  return null;
}

export function SignInPage(): ReactElement {
  return <PageHead title="…" />;
}
