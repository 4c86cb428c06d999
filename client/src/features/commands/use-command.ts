import {
  CombinedGraphQLErrors,
  type MutationUpdaterFunction,
  type OperationVariables,
  type TypedDocumentNode,
} from '@apollo/client';
import type { ApolloCache } from '@apollo/client/cache';
import { useApolloClient } from '@apollo/client/react';
import { useLingui } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import { useToast } from '../../ui/Toast.tsx';
import type { Problem } from './problem.ts';

type Field<TData> = Exclude<keyof TData, '__typename'>;
/** The payload of the one mutation in a document. */
export type PayloadOf<TData> = TData[Field<TData>];

/** What became of a command. `failed`: the server could not be asked or broke; the page has already said so. */
export type Outcome<TData> =
  | { kind: 'done'; payload: PayloadOf<TData> }
  | { kind: 'problems'; problems: readonly Problem[]; payload: PayloadOf<TData> }
  | { kind: 'failed' };

interface RunOptions<TData> {
  /** What the screen shows until the answer comes; rolled back by itself when it is another. */
  optimistic?: NoInfer<TData>;
  update?: MutationUpdaterFunction<NoInfer<TData>, OperationVariables, ApolloCache>;
  refetch?: string[];
}

export interface Command<TData, TVariables> {
  /** Sends the command. The same variables sent again after a failure are the same intent and carry the same key. */
  run: (variables: Omit<TVariables, 'idempotencyKey'>, options?: RunOptions<TData>) => Promise<Outcome<TData>>;
  busy: boolean;
}

/** 128 random bits. Not `randomUUID`, which a page without HTTPS does not have. */
const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

const hasProblems = (payload: unknown): payload is { problems: readonly Problem[] } =>
  typeof payload === 'object' &&
  payload !== null &&
  'problems' in payload &&
  Array.isArray(payload.problems) &&
  payload.problems.length > 0;

/** The server's own sentence where somebody may not: trying again would be refused again. */
const refusalOf = (error: unknown): string | undefined =>
  CombinedGraphQLErrors.is(error)
    ? error.errors.find(({ extensions }) => extensions?.['code'] === 'FORBIDDEN')?.message
    : undefined;

/**
 * A mutation as people mean it: one intent, one idempotency key, expected refusals as data, and a sentence when it failed.
 * The document takes `$idempotencyKey: ID` and asks `problems { ...Problem_problem @unmask }`.
 */
export function useCommand<TData, TVariables extends OperationVariables>(
  document: TypedDocumentNode<TData, TVariables>,
): Command<TData, TVariables> {
  const client = useApolloClient();
  const toast = useToast();
  const { t } = useLingui();
  const [running, setRunning] = useState(0);
  const intent = useRef({ input: '', key: '' });

  async function run(
    variables: Omit<TVariables, 'idempotencyKey'>,
    options: RunOptions<TData> = {},
  ): Promise<Outcome<TData>> {
    const input = JSON.stringify(variables);
    if (intent.current.input !== input) intent.current = { input, key: newKey() };
    setRunning((count) => count + 1);
    try {
      const { data } = await client.mutate<TData, OperationVariables>({
        mutation: document,
        variables: { ...variables, idempotencyKey: intent.current.key },
        ...(options.optimistic && { optimisticResponse: options.optimistic as never }),
        ...(options.update && { update: options.update }),
        ...(options.refetch && { refetchQueries: options.refetch }),
      });
      intent.current = { input: '', key: '' };
      const payload = Object.entries(data ?? {}).find(([name]) => name !== '__typename')?.[1] as PayloadOf<TData>;
      return hasProblems(payload)
        ? { kind: 'problems', problems: payload.problems, payload }
        : { kind: 'done', payload };
    } catch (error) {
      toast({
        kind: 'error',
        text: refusalOf(error) ?? t`Dat lukte niet. Wat je typte staat er nog; probeer het zo opnieuw.`,
      });
      return { kind: 'failed' };
    } finally {
      setRunning((count) => count - 1);
    }
  }

  return { run, busy: running > 0 };
}
