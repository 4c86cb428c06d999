import { ApolloClient, ApolloLink, gql, InMemoryCache } from '@apollo/client';
import { of, throwError, type Observable } from 'rxjs';
import { expect, test } from 'vitest';
import { createHoldLink } from './hold-link.ts';
import { waitingChanges } from './waiting-changes.ts';

const mutation = gql`
  mutation Log($idempotencyKey: ID) {
    log(idempotencyKey: $idempotencyKey)
  }
`;

type Answer = () => Observable<ApolloLink.Result>;
const unanswered: Answer = () => throwError(() => new TypeError('Failed to fetch'));
const done: Answer = () => of({ data: { log: 'done' } });

/** A client on a network that gives these answers in turn, and the keys it was sent. */
function clientOn(...answers: Answer[]): { client: ApolloClient; keys: unknown[]; retries: (() => void)[] } {
  const keys: unknown[] = [];
  const retries: (() => void)[] = [];
  const network = new ApolloLink((operation) => {
    keys.push(operation.variables['idempotencyKey']);
    return (answers.shift() ?? done)();
  });
  const hold = createHoldLink((_attempt, callback) => {
    retries.push(callback);
    return () => undefined;
  });
  return { client: new ApolloClient({ cache: new InMemoryCache(), link: hold.concat(network) }), keys, retries };
}

test('a change that gets no answer waits and goes out again with the same key', async () => {
  const { client, keys, retries } = clientOn(unanswered, unanswered, done);
  const result = client.mutate({ mutation, variables: { idempotencyKey: 'k1' } });
  await expect.poll(() => retries.length).toBe(1);
  expect(waitingChanges.count).toBe(1);
  retries[0]?.();
  await expect.poll(() => retries.length).toBe(2);
  retries[1]?.();
  expect((await result).data).toEqual({ log: 'done' });
  expect(keys).toEqual(['k1', 'k1', 'k1']);
  expect(waitingChanges.count).toBe(0);
  expect(waitingChanges.takeSent()).toBe(1);
});

test('without a key nothing is sent twice', async () => {
  const { client, keys } = clientOn(unanswered);
  await expect(client.mutate({ mutation })).rejects.toThrow('Failed to fetch');
  expect(keys).toEqual([undefined]);
});
