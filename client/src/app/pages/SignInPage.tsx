import { gql, type TypedDocumentNode } from '@apollo/client';
import { useReadQuery, type PreloadedQueryRef } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { switchLocaleHere } from '../../features/session/account-actions.ts';
import { PersonaList, personaListFragment } from '../../features/session/PersonaList.tsx';
import { useSignIn } from '../../features/session/use-sign-in.ts';
import type { SignInPageQuery, SignInPageQueryVariables } from '../../generated/graphql.ts';
import { toLocaleCode } from '../../lib/i18n.ts';
import { AppShell } from '../../ui/AppShell.tsx';
import { Brand } from '../../ui/Brand.tsx';
import { Button } from '../../ui/Button.tsx';
import { DemoNotice } from '../../ui/DemoNotice.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Note } from '../../ui/Note.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { usePageTitle } from '../page-title.ts';
import type { Preload } from '../preload.ts';

export const signInPageQuery: TypedDocumentNode<SignInPageQuery, SignInPageQueryVariables> = gql`
  query SignInPage {
    personas {
      id
      ...PersonaList_persona
    }
  }
  ${personaListFragment}
`;

/** Starts the page's query. */
export const loadSignInPage = ({
  preload,
}: {
  preload: Preload;
}): Promise<PreloadedQueryRef<SignInPageQuery, SignInPageQueryVariables>> => preload(signInPageQuery, {});

const route = getRouteApi('/aanmelden');

/** The door of the demo: choose whom to be. */
export function SignInPage(): ReactElement {
  const { t, i18n } = useLingui();
  const router = useRouter();
  const { terug } = route.useSearch();
  const { data } = useReadQuery(route.useLoaderData());
  const { busyId, problem, signIn } = useSignIn();
  const other = toLocaleCode(i18n.locale) === 'nl' ? 'en' : 'nl';
  usePageTitle(t`Aanmelden`);

  async function choose(personaId: string): Promise<void> {
    if (await signIn(personaId)) router.history.push(terug ?? '/');
  }

  return (
    <AppShell
      brand={<Brand link={(content) => <Link to="/">{content}</Link>} />}
      extra={
        <button type="button" className="bar-button end" lang={other} onClick={() => void switchLocaleHere(other)}>
          {other === 'en' ? 'English' : 'Nederlands'}
        </button>
      }
    >
      <PageHead
        title={t`Wie ben je vandaag?`}
        meta={
          <p className="lead">
            <Trans>
              Dit is een demo met verzonnen mensen. Kies er een; je ziet dan wat die persoon mag zien en doen. Wisselen
              kan altijd.
            </Trans>
          </p>
        }
      />
      <Stack gap="xl">
        {problem && (
          <Note kind="error" live>
            {problem}
          </Note>
        )}
        {data.personas.length > 0 ? (
          <PersonaList personas={data.personas} busyId={busyId} onChoose={(id) => void choose(id)} />
        ) : (
          <EmptyState
            title={t`Hier kun je je niet als demopersoon aanmelden`}
            action={<Button onPress={() => void router.invalidate()}>{t`Probeer opnieuw`}</Button>}
          >
            <Trans>Deze server staat niet in de demostand.</Trans>
          </EmptyState>
        )}
      </Stack>
      <DemoNotice />
    </AppShell>
  );
}
