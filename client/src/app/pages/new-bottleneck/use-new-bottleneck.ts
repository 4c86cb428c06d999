import { gql, type TypedDocumentNode } from '@apollo/client';
import { useEffect, useRef, useState } from 'react';
import {
  emptyBottleneck,
  forgetTyped,
  inputOf,
  isTouched,
  keepTyped,
  readTyped,
  type NewBottleneck,
} from '../../../features/bottlenecks/new-bottleneck.ts';
import { problemFragment, type Problem } from '../../../features/commands/problem.ts';
import { useCommand } from '../../../features/commands/use-command.ts';
import type { LogBottleneckMutation, LogBottleneckMutationVariables } from '../../../generated/graphql.ts';

const logBottleneckMutation: TypedDocumentNode<LogBottleneckMutation, LogBottleneckMutationVariables> = gql`
  mutation LogBottleneck($input: LogBottleneckInput!, $idempotencyKey: ID) {
    logBottleneck(input: $input, idempotencyKey: $idempotencyKey) {
      bottleneck {
        id
        number
        state
      }
      problems {
        ...Problem_problem @unmask
      }
    }
  }
  ${problemFragment}
`;

const settle = 400;

interface NewBottleneckForm {
  typed: NewBottleneck;
  change: (change: Partial<NewBottleneck>) => void;
  /** Something was typed. */
  touched: boolean;
  /** When what is typed was last kept on this device (ISO); undefined while nothing is typed. */
  keptAt: string | undefined;
  problems: readonly Problem[];
  busy: boolean;
  /** Sends it. @returns its number, or null when the server refused or could not be reached. */
  send: (draft: boolean) => Promise<string | null>;
  clear: () => void;
}

/**
 * The form's memory: everything typed is kept on this device, until the server has it.
 * @param project the project that the form was opened from: chosen already, and nothing to keep by itself
 */
export function useNewBottleneck(personId: string, project: NewBottleneck['project']): NewBottleneckForm {
  const [start] = useState<NewBottleneck>(() => ({ ...emptyBottleneck, project }));
  const [typed, setTyped] = useState<NewBottleneck>(() => {
    const kept = readTyped(personId);
    return kept ? { ...kept, project: project ?? kept.project } : start;
  });
  const [keptAt, setKeptAt] = useState<string>();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const command = useCommand(logBottleneckMutation);
  const latest = useRef(typed);
  const sent = useRef(false);

  useEffect(() => {
    latest.current = typed;
    if (!isTouched(typed, start)) return undefined;
    const timer = setTimeout(() => {
      if (keepTyped(personId, typed)) setKeptAt(new Date().toISOString());
    }, settle);
    return () => clearTimeout(timer);
  }, [personId, typed, start]);

  // Leaving within the pause must not lose the last letters.
  useEffect(() => {
    const keep = (): void => {
      if (!sent.current && isTouched(latest.current, start)) keepTyped(personId, latest.current);
    };
    window.addEventListener('pagehide', keep);
    return () => {
      window.removeEventListener('pagehide', keep);
      keep();
    };
  }, [personId, start]);

  async function send(draft: boolean): Promise<string | null> {
    const outcome = await command.run({ input: inputOf(typed, draft) }, { refetch: ['ShellCounts'] });
    if (outcome.kind === 'problems') setProblems(outcome.problems);
    if (outcome.kind !== 'done' || !outcome.payload.bottleneck) return null;
    sent.current = true;
    forgetTyped(personId);
    return outcome.payload.bottleneck.number;
  }

  return {
    typed,
    change: (change) => {
      setTyped((before) => ({ ...before, ...change }));
      setProblems([]);
    },
    touched: isTouched(typed, start),
    keptAt,
    problems,
    busy: command.busy,
    send,
    clear: () => {
      forgetTyped(personId);
      setTyped(start);
      setProblems([]);
      setKeptAt(undefined);
    },
  };
}
