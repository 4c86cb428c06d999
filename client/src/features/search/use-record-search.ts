import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useRef } from 'react';
import { recordSearchMutation } from './tend/tend-documents.ts';

/** A question that stood so long (milliseconds) was meant; what one passes while typing was not. */
const meantAfter = 3_000;

/**
 * Tells the server of a question with which somebody was done without opening anything, so that search can learn. Who asked is not kept.
 * @param question what stands answered on the page; empty while nothing does
 * @returns to call when a find is opened
 */
export function useRecordSearch(question: string): () => void {
  const client = useApolloClient();
  const opened = useRef(false);
  useEffect(() => {
    opened.current = false;
    if (question === '') return undefined;
    const began = performance.now();
    return () => {
      if (opened.current || performance.now() - began < meantAfter) return;
      // Nobody waits for it, and what is lost here is learned another time.
      void client
        .mutate({ mutation: recordSearchMutation, variables: { input: { query: question } } })
        .catch(() => undefined);
    };
  }, [client, question]);
  return useCallback(() => {
    opened.current = true;
  }, []);
}
