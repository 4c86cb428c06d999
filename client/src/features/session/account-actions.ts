import { gql, type TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import type {
  SetLocaleMutation,
  SetLocaleMutationVariables,
  SignOutMutation,
  SignOutMutationVariables,
} from '../../generated/graphql.ts';
import { loadLocale, writeLocale, type LocaleCode } from '../../lib/i18n.ts';

const signOutMutation: TypedDocumentNode<SignOutMutation, SignOutMutationVariables> = gql`
  mutation SignOut {
    signOut {
      problems {
        code
      }
    }
  }
`;

const setLocaleMutation: TypedDocumentNode<SetLocaleMutation, SetLocaleMutationVariables> = gql`
  mutation SetLocale($locale: Locale!) {
    setLocale(locale: $locale) {
      viewer {
        person {
          id
        }
        locale
      }
      problems {
        code
      }
    }
  }
`;

/** Ends the session on the server and forgets what this page knew. Also when the server cannot be reached: then only here. */
export function useSignOut(): () => Promise<void> {
  const client = useApolloClient();
  return async () => {
    await client.mutate({ mutation: signOutMutation }).catch(() => undefined);
    await client.clearStore();
  };
}

/** Switches the language of this page at once and remembers it on this device. */
export async function switchLocaleHere(locale: LocaleCode): Promise<void> {
  await loadLocale(locale);
  writeLocale(locale);
}

/** Switches the language here at once, remembers it, and tells the server, whose sentences then follow. */
export function useSwitchLocale(): (locale: LocaleCode) => Promise<void> {
  const client = useApolloClient();
  return async (locale) => {
    await switchLocaleHere(locale);
    await client
      .mutate({ mutation: setLocaleMutation, variables: { locale: locale === 'en' ? 'EN' : 'NL' } })
      .catch(() => undefined);
    await client.refetchQueries({ include: 'active' }).catch(() => undefined);
  };
}
