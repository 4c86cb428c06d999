import { gql, type TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { SignInAsPersonaMutation, SignInAsPersonaMutationVariables } from '../../generated/graphql.ts';
import { problemFragment } from '../commands/problem.ts';

const signInMutation: TypedDocumentNode<SignInAsPersonaMutation, SignInAsPersonaMutationVariables> = gql`
  mutation SignInAsPersona($personaId: ID!) {
    signInAsPersona(personaId: $personaId) {
      viewer {
        person {
          id
        }
      }
      problems {
        ...Problem_problem @unmask
      }
    }
  }
  ${problemFragment}
`;

interface SignIn {
  busyId: string | null;
  /** Why it did not work, in a sentence. */
  problem: string | null;
  /** True when somebody is signed in; what the page knew of the one before is gone. */
  signIn: (personaId: string) => Promise<boolean>;
}

/** Signs in as a demo person. */
export function useSignIn(): SignIn {
  const client = useApolloClient();
  const { t } = useLingui();
  const [busyId, setBusyId] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  async function signIn(personaId: string): Promise<boolean> {
    if (busyId) return false;
    setBusyId(personaId);
    setProblem(null);
    try {
      const { data } = await client.mutate({
        mutation: signInMutation,
        variables: { personaId },
        fetchPolicy: 'no-cache',
      });
      const [first] = data?.signInAsPersona.problems ?? [];
      if (first || !data?.signInAsPersona.viewer) {
        setProblem(first?.message ?? t`Aanmelden lukte niet. Probeer het opnieuw.`);
        return false;
      }
      await client.clearStore();
      return true;
    } catch {
      setProblem(t`De server antwoordt niet. Controleer je verbinding en probeer het opnieuw.`);
      return false;
    } finally {
      setBusyId(null);
    }
  }

  return { busyId, problem, signIn };
}
