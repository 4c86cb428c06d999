import { ApolloLink, ServerError } from '@apollo/client';
import { Observable } from 'rxjs';
import { waitingChanges } from './waiting-changes.ts';

/** Calls back when sending may work again, or after the delay; returns how to stop waiting. */
export type WaitForNetwork = (attempt: number, callback: () => void) => () => void;

const longestDelay = 20_000;

/** Waits with growing, spread pauses, and less when the browser says that it is online again. */
const waitForNetwork: WaitForNetwork = (attempt, callback) => {
  const delay = Math.min(longestDelay, 500 * 2 ** attempt) * (0.5 + Math.random() / 2);
  const stop = (): void => {
    clearTimeout(timer);
    window.removeEventListener('online', go);
  };
  const go = (): void => {
    stop();
    callback();
  };
  const timer = setTimeout(go, delay);
  window.addEventListener('online', go);
  return stop;
};

/** No answer came, or the gateway gave it: the server may or may not have done it. */
function isUnanswered(error: unknown): boolean {
  if (ServerError.is(error)) return error.statusCode === 502 || error.statusCode === 503 || error.statusCode === 504;
  return error instanceof TypeError;
}

/**
 * Keeps a change that could not be sent and sends it again with the same idempotency key, so that it happens once however often it
 * arrives. Only operations with an `idempotencyKey` variable: without one a second sending could do it twice.
 */
export function createHoldLink(wait: WaitForNetwork = waitForNetwork): ApolloLink {
  return new ApolloLink((operation, forward) => {
    if (typeof operation.variables['idempotencyKey'] !== 'string') return forward(operation);
    return new Observable((subscriber) => {
      let stopWaiting: (() => void) | undefined;
      let release: ((wentOut: boolean) => void) | undefined;
      let closed = false;
      const settle = (wentOut: boolean): void => {
        release?.(wentOut);
        release = undefined;
      };
      const send = (attempt: number): void => {
        if (closed) return;
        forward(operation).subscribe({
          next: (result) => {
            settle(true);
            subscriber.next(result);
          },
          complete: () => subscriber.complete(),
          error: (error: unknown) => {
            if (!isUnanswered(error)) {
              settle(false);
              subscriber.error(error);
              return;
            }
            release ??= waitingChanges.hold();
            stopWaiting = wait(attempt, () => send(attempt + 1));
          },
        });
      };
      send(0);
      return () => {
        closed = true;
        stopWaiting?.();
        settle(false);
      };
    });
  });
}
