import { CombinedGraphQLErrors } from '@apollo/client';
import { useLingui } from '@lingui/react/macro';
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { AppShell } from '../../ui/AppShell.tsx';
import { Brand } from '../../ui/Brand.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { usePageTitle } from '../page-title.ts';

/** The code that a helper can do something with: the server's own, else what kind of failure it was. */
function codeOf(error: unknown): string {
  if (CombinedGraphQLErrors.is(error)) {
    const extensions = error.errors[0]?.extensions;
    const reference = extensions?.['reference'] ?? extensions?.['requestId'];
    return [extensions?.['code'], reference].filter((part) => typeof part === 'string').join(' ') || 'GRAPHQL';
  }
  if (error instanceof TypeError) return 'NETWORK';
  return error instanceof Error ? error.name : 'UNKNOWN';
}

/** A page that could not be made: what, whether one's text is safe, what now, and a code. */
export function ErrorPage({ error, reset }: ErrorComponentProps): ReactElement {
  const { t } = useLingui();
  const router = useRouter();
  const code = codeOf(error);
  usePageTitle(t`Mislukt`);
  return (
    <Stack gap="xl">
      <PageHead title={t`Deze pagina kon niet laden`} />
      <ErrorState
        title={code === 'NETWORK' ? t`De server antwoordt niet` : t`Er ging iets mis bij ons`}
        textSafe={t`Wat je eerder bewaarde is veilig.`}
        code={code}
        onRetry={() => {
          reset();
          void router.invalidate();
        }}
      >
        {code === 'NETWORK' ? t`Controleer je verbinding.` : t`Blijft het zo, noem dan deze code bij de secretaris.`}
      </ErrorState>
    </Stack>
  );
}

/** The same where not even the frame could be made. */
export function ErrorPageAlone(props: ErrorComponentProps): ReactElement {
  return (
    <AppShell brand={<Brand link={(content) => <a href="/">{content}</a>} />}>
      <ErrorPage {...props} />
    </AppShell>
  );
}
