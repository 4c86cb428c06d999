import type { AgendaAnswerFragment } from '../../generated/graphql.ts';
import type { ConflictChoice } from '../../ui/ConflictDialog.tsx';
import type { Problem } from '../commands/problem.ts';
import type { Agenda, AgendaItem } from './agenda-documents.ts';

/** Somebody changed the agenda meanwhile: how it stands now, and who did it when (ISO). */
export interface Clash {
  theirs: Agenda;
  who: string | null;
  at: string;
}

/** What became of a change. `dropped`: somebody was faster and their version stays. */
export type Sent =
  | { kind: 'done'; agenda: Agenda | null; itemId: string | null }
  | { kind: 'problems'; problems: readonly Problem[]; clash: Clash | null }
  | { kind: 'dropped' }
  | { kind: 'failed' };

/** One field that both hands touched, in words. */
export interface ClashField {
  id: string;
  label: string;
  mine: string;
  theirs: string;
}

/** What somebody chose for each field that both touched. */
export type Choices = Readonly<Record<string, ConflictChoice>>;

type Send = (expectedVersion: number) => Promise<Sent>;

/** One change of an agenda, as its maker meant it. */
export interface AgendaChange {
  /** How the items look until the server has answered. */
  overlay?: (items: readonly AgendaItem[]) => readonly AgendaItem[];
  send: Send;
  /** What of this change they touched too; nothing means that both changes can stand. */
  overlap: (theirs: Agenda) => ClashField[];
  /** The change again, over theirs: with everything mine where nothing overlaps, else as chosen. Null leaves theirs as it is. */
  again: (theirs: Agenda, choices: Choices) => Send | null;
}

type Answered = { kind: 'failed' } | { kind: 'done' | 'problems'; payload: AgendaAnswerFragment };

/** What the server said to a change of an agenda. */
export function sentOf(outcome: Answered): Sent {
  if (outcome.kind === 'failed') return { kind: 'failed' };
  const { meeting, item, problems } = outcome.payload;
  if (problems.length === 0) return { kind: 'done', agenda: meeting ?? null, itemId: item?.id ?? null };
  const conflict = problems.find((problem) => problem.__typename === 'ConflictProblem');
  if (conflict?.__typename !== 'ConflictProblem' || conflict.current?.__typename !== 'Meeting')
    return { kind: 'problems', problems, clash: null };
  return {
    kind: 'problems',
    problems,
    clash: {
      theirs: conflict.current,
      who: conflict.changedBy?.name ?? null,
      at: conflict.changedAt ?? new Date().toISOString(),
    },
  };
}
