import type { BottleneckVerb } from '@versnellingstafel/shared/bottlenecks/transitions';
import type { Json } from '../../platform/database/json.ts';
import type { Reference } from '../../platform/streams/event.ts';
import type { Bottleneck, Snapshot } from './bottleneck.entity.ts';
import type { OpenBottleneck } from './open-bottleneck.ts';

/** Name of bottlenecks in events and timelines. */
export const bottleneckKind = 'bottleneck';

/** The types of event that a step leaves; those of the escalations travel between two tables. */
export const eventOfVerb: Readonly<Record<BottleneckVerb, string>> = {
  SUBMIT: 'BOTTLENECK_SUBMITTED',
  TRIAGE: 'BOTTLENECK_TRIAGED',
  SCHEDULE: 'BOTTLENECK_SCHEDULED',
  START: 'BOTTLENECK_STARTED',
  HOLD: 'BOTTLENECK_HELD',
  RESUME: 'BOTTLENECK_RESUMED',
  ESCALATE: 'BOTTLENECK_ESCALATED',
  RETURN_ESCALATION: 'ESCALATION_RETURNED',
  RESOLVE: 'BOTTLENECK_RESOLVED',
  REFER: 'BOTTLENECK_REFERRED',
  WITHDRAW: 'BOTTLENECK_WITHDRAWN',
  REOPEN: 'BOTTLENECK_REOPENED',
};

/**
 * Tells the followers of the other table when a case changes hands. An event has one home, and the step itself is told
 * at the table where it was taken; this one says no more and stands on no timeline.
 */
export const arrivedEvent = 'BOTTLENECK_ARRIVED';

/** One difference as a person reads it. */
export interface FieldChange {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What a step leaves behind, so that it can be undone. */
export interface UndoFacts {
  readonly verb: BottleneckVerb;
  /** The version that the step made: any other one has built on it. */
  readonly version: number;
  readonly before: Snapshot;
  /** What the step did beside the row; the use case that undoes it knows. */
  readonly beside: { readonly [name: string]: Json };
}

interface Telling {
  readonly changes: readonly FieldChange[];
  readonly remark?: string | undefined;
  readonly subjects?: readonly Reference[] | undefined;
  readonly undo?: UndoFacts | undefined;
  /** What only the server reads of it later. */
  readonly beside?: { readonly [name: string]: Json } | undefined;
}

/** Where something about a case is told: its table, or the filer alone while nobody else knows of it. */
export function homeOf(row: Pick<Bottleneck, 'isPrivate' | 'filerId' | 'heldById'>): Reference {
  return row.isPrivate() || row.heldById === null
    ? { kind: 'person', id: row.filerId }
    : { kind: 'table', id: row.heldById };
}

/**
 * Records what happened to a case. `confidential` marks what was said while few could see it, so that it stays among
 * them when the case is opened later.
 */
export function recordEvent(
  open: OpenBottleneck,
  type: string,
  { changes, remark, subjects = [], undo, beside = {} }: Telling,
): void {
  const { tx, row, before } = open;
  const wasPrivate = before.state === 'DRAFT' || before.withdrawnAsDraft === true;
  const home = wasPrivate || typeof before.heldById !== 'string' ? homeOf(row) : { kind: 'table', id: before.heldById };
  const about = [
    { kind: bottleneckKind, id: row.id },
    ...open.impacts.map(({ projectId }) => ({ kind: 'project', id: projectId })),
    ...subjects,
  ];
  const confidential = before.confidentiality === 'CONFIDENTIAL' && row.confidentiality === 'CONFIDENTIAL';
  const payload = {
    ...beside,
    changes: changes.map(({ field, before: from, after }) => ({ field, before: from, after })),
    ...(remark ? { remark } : {}),
    ...(confidential ? { confidential } : {}),
    ...(undo ? { undo: { ...undo } } : {}),
  };
  tx.record({ stream: home, type, subjects: about, payload });
  const now = homeOf(row);
  if (home.kind === 'table' && now.kind === 'table' && now.id !== home.id) {
    tx.record({
      stream: now,
      type: arrivedEvent,
      subjects: [{ kind: bottleneckKind, id: row.id }],
      payload: { changes: [] },
    });
  }
}

const toldFields = [
  'state',
  'dueOn',
  'confidentiality',
  'ask',
  'constructionStart',
  'solvableAt',
  'resolution',
  'holdReason',
  'returnOn',
  'referredTo',
  'homesBlocked',
] as const satisfies readonly (keyof Snapshot)[];

/** The differences between the case as it was opened and as it is now. */
export function movedChanges(open: OpenBottleneck): FieldChange[] {
  const after = open.row.snapshot();
  const changes: FieldChange[] = toldFields
    .filter((field) => open.before[field] !== after[field])
    .map((field) => ({ field, before: inWords(open.before[field]), after: inWords(after[field]) }));
  if (open.before.heldById === after.heldById) return changes;
  const names = new Map([open.holder, open.parent, open.sender].map((table) => [table?.id ?? '', table?.name ?? null]));
  const nameOf = (id: Snapshot['heldById']) => names.get(String(id)) ?? null;
  return [...changes, { field: 'heldBy', before: nameOf(open.before.heldById), after: nameOf(after.heldById) }];
}

/** A value as it is told; nothing where there was nothing. */
export function inWords(value: string | number | boolean | null): string | null {
  return value === null || value === '' ? null : String(value);
}

/** Records a step, with what is needed to take it back. */
export function recordStep(
  open: OpenBottleneck,
  verb: BottleneckVerb,
  more: {
    remark?: string | undefined;
    subjects?: readonly Reference[];
    beside?: UndoFacts['beside'];
    changes?: readonly FieldChange[];
    /** Another type of event than that of the verb. */
    type?: string;
    /** What only the server reads of it later, beside what undoing needs. */
    facts?: UndoFacts['beside'];
  } = {},
): void {
  const undo = { verb, version: open.row.version, before: open.before, beside: more.beside ?? {} };
  recordEvent(open, more.type ?? eventOfVerb[verb], {
    changes: [...movedChanges(open), ...(more.changes ?? [])],
    remark: more.remark,
    subjects: more.subjects,
    undo,
    beside: more.facts,
  });
}
