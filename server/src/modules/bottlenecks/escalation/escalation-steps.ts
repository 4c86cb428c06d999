import type { EscalationVerb } from '@versnellingstafel/shared/bottlenecks/escalations';
import type { BottleneckVerb } from '@versnellingstafel/shared/bottlenecks/transitions';
import type { Json } from '../../../platform/database/json.ts';
import { arrivedEvent, bottleneckKind, type FieldChange, recordEvent, recordStep } from '../bottleneck.events.ts';
import type { OpenBottleneck } from '../open-bottleneck.ts';
import type { AgendaPlace } from './agenda-hook.ts';
import type { Escalation, EscalationSnapshot } from './escalation.entity.ts';

/** Everything that happens to an escalation; sending and returning keep the names they had before there was a memo. */
export const eventOfEscalation: Readonly<Record<EscalationVerb | 'DRAFT', string>> = {
  DRAFT: 'ESCALATION_DRAFTED',
  EDIT_MEMO: 'ESCALATION_EDITED',
  AGREE: 'ESCALATION_AGREED',
  DECLINE: 'ESCALATION_DECLINED',
  SEND: 'BOTTLENECK_ESCALATED',
  ACCEPT: 'ESCALATION_ACCEPTED',
  RETURN: 'ESCALATION_RETURNED',
  ANSWER: 'ESCALATION_ANSWERED',
  WITHDRAW: 'ESCALATION_WITHDRAWN',
};
export const escalationUndone = 'ESCALATION_STEP_UNDONE';

/** What a step on an escalation leaves behind, so that it can be taken back. */
export interface EscalationStep {
  readonly id: string;
  readonly verb: EscalationVerb | 'DRAFT';
  /** Versions of the escalation and of the case that the step made: others have built on it. */
  readonly version: number;
  readonly caseVersion: number;
  /** The escalation as it was; null when the step made it. */
  readonly before: EscalationSnapshot | null;
  /** Where the step put the case on an agenda. */
  readonly agenda?: AgendaPlace;
  /** Did the case move with it? Then taking it back moves the case too. */
  readonly moved: boolean;
}

interface Told {
  readonly before: EscalationSnapshot | null;
  readonly remark?: string;
  readonly changes?: readonly FieldChange[];
  readonly agenda?: AgendaPlace;
}

/** Records a step that leaves the case where it is; said within the sending table while the memo has not left. */
export function recordEscalationStep(
  open: OpenBottleneck,
  escalation: Escalation,
  verb: EscalationVerb | 'DRAFT',
  { before, remark, changes = [], agenda }: Told,
): void {
  recordEvent(open, eventOfEscalation[verb], {
    changes,
    remark,
    beside: { ...within(escalation), escalationStep: stepOf(open, escalation, verb, before, false, agenda) },
  });
}

/** Records a step with which the case moves. */
export function recordMovingStep(
  open: OpenBottleneck,
  escalation: Escalation,
  verb: 'SEND' | 'RETURN' | 'ANSWER' | 'WITHDRAW',
  as: BottleneckVerb,
  { before, remark, changes }: Told,
): void {
  recordStep(open, as, {
    // An answer that resolves the case is told as what it is for the case.
    ...(as !== 'RESOLVE' && { type: eventOfEscalation[verb] }),
    ...(remark !== undefined && { remark }),
    ...(changes && { changes }),
    beside: { escalation: { id: escalation.id, verb, before: before && { ...before } } },
    facts: { escalationStep: stepOf(open, escalation, verb, before, true), arrivesAt: open.row.heldById },
  });
}

/** Tells the followers of the other table, where no event has its home, that something about the case changed. */
export function tellTable({ tx, row }: OpenBottleneck, tableId: string): void {
  tx.record({
    stream: { kind: 'table', id: tableId },
    type: arrivedEvent,
    subjects: [{ kind: bottleneckKind, id: row.id }],
    payload: { changes: [] },
  });
}

/** Marks what only the sending table and the people of the case hear: a memo that has not left the house. */
export function within(escalation: Pick<Escalation, 'sentAt' | 'fromTableId'>): { [name: string]: Json } {
  return escalation.sentAt === null ? { within: escalation.fromTableId } : {};
}

function stepOf(
  open: OpenBottleneck,
  escalation: Escalation,
  verb: EscalationVerb | 'DRAFT',
  before: EscalationSnapshot | null,
  moved: boolean,
  agenda?: AgendaPlace,
): Json {
  const step: EscalationStep = {
    id: escalation.id,
    verb,
    version: escalation.version,
    caseVersion: open.row.version,
    before,
    moved,
    ...(agenda && { agenda }),
  };
  return step as unknown as Json;
}
