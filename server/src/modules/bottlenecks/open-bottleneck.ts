import {
  type BottleneckAction,
  type BottleneckFacts,
  type EscalationLine,
  mayAct,
  mayEscalate,
  mayTransition,
  situationDenials,
} from '@versnellingstafel/shared/bottlenecks/permissions';
import { allowedVerbs, type BottleneckVerb } from '@versnellingstafel/shared/bottlenecks/transitions';
import { type LocalDate, localDateOf } from '@versnellingstafel/shared/dates/local-date';
import { Forbidden } from '../../platform/commands/breach.ts';
import { uuidOf } from '../../platform/graphql/global-id.ts';
import { conflictProblem, fieldProblem, notFoundProblem, refuse } from '../../platform/graphql/problem-data.ts';
import type { SqlPart } from '../../platform/graphql/keyset-page.ts';
import type { Transaction } from '../../platform/streams/transaction.ts';
import type { Viewer } from '../people/people.module.ts';
import { Bottleneck, type Change, type Snapshot } from './bottleneck.entity.ts';
import { bottleneckFacts, type Surroundings, visibleBottlenecks } from './bottleneck.policy.ts';
import type { Impact } from './bottleneck.face.ts';
import { lineSql, waitingLink } from './escalation/escalation-line.ts';

/** A table by id and by the name that events tell. */
export interface TableName {
  readonly id: string;
  readonly name: string;
}

/** The table that holds a case. */
export interface HolderTable extends TableName {
  /** Does a political owner agree before an escalation leaves it? */
  readonly needsAgreement: boolean;
}

/** The table to which an escalation goes. */
export interface ParentTable extends TableName {
  readonly answerTermDays: number;
}

/** A case that is locked until the transaction ends, with all that a use case decides from. */
export interface OpenBottleneck {
  readonly tx: Transaction;
  readonly viewer: Viewer;
  readonly row: Bottleneck;
  /** As it was when it was opened. */
  readonly before: Snapshot;
  readonly facts: BottleneckFacts;
  readonly impacts: readonly Impact[];
  readonly holder: HolderTable | null;
  readonly parent: ParentTable | null;
  /** The table that waits for the open escalation. */
  readonly sender: TableName | null;
  readonly escalationId: string | null;
  readonly line: EscalationLine;
  readonly ownerOrganisationId: string;
  readonly change: Change;
  readonly today: LocalDate;
}

/** A case in the version that was seen: what nearly every mutation takes. */
export interface BottleneckVersion {
  readonly bottleneckId: string;
  readonly expectedVersion: number;
}

/** A step that needs a reason. */
export interface WithReason extends BottleneckVersion {
  readonly reason: string;
}

interface AroundRow extends Surroundings {
  around: {
    holder: HolderTable | null;
    parent: ParentTable | null;
    sender: TableName | null;
    escalationId: string | null;
    line: EscalationLine;
    ownerOrganisationId: string;
    impacts: Impact[];
  };
}

const around = `json_build_object(
  'holder', case when h.id is null then null else json_build_object('id', h.id, 'name', h.short_name, 'needsAgreement', h.escalation_needs_agreement) end,
  'parent', case when p.id is null then null else json_build_object('id', p.id, 'name', p.short_name, 'answerTermDays', p.answer_term_days) end,
  'sender', case when s.id is null then null else json_build_object('id', s.id, 'name', s.short_name) end,
  'escalationId', e.id, 'line', ${lineSql}, 'ownerOrganisationId', o.organisation_id,
  'impacts', (select coalesce(json_agg(json_build_object('projectId', bp.project_id, 'homesBlocked', bp.homes_blocked) order by bp.position), '[]')
    from bottleneck_project bp where bp.bottleneck_id = b.id))`;

/**
 * Finds and locks a case that the viewer may see.
 * @param orChangedLast also one that the viewer changed last: a step can take it out of sight of who took it.
 * @throws Refusal with the one answer for what is not there and what is not theirs.
 */
export async function openBottleneck(
  tx: Transaction,
  viewer: Viewer,
  bottleneckId: string,
  { orChangedLast = false } = {},
): Promise<OpenBottleneck> {
  const path = ['input', 'bottleneckId'];
  const id = uuidOf('Bottleneck', bottleneckId) ?? refuse(notFoundProblem(path, 'UNKNOWN_BOTTLENECK'));
  const [open] = await openBottlenecks(tx, viewer, { sql: 'b.id = ?', params: [id] }, { orChangedLast });
  return open ?? refuse(notFoundProblem(path, 'UNKNOWN_BOTTLENECK'));
}

/**
 * Finds and locks those of these cases that the viewer may see, in the order of their ids, in one statement.
 * @param where which ones, as a condition on `b`.
 */
export async function openBottlenecks(
  tx: Transaction,
  viewer: Viewer,
  where: SqlPart,
  { orChangedLast = false } = {},
): Promise<OpenBottleneck[]> {
  const visible = orChangedLast ? visibleOrChangedLast(viewer) : visibleBottlenecks(viewer, 'b');
  const found = await tx.em.execute<AroundRow[]>(
    `select b.*, ${around} as around
     from bottleneck b join person o on o.id = b.owner_id
       left join acceleration_table h on h.id = b.held_by_id
       left join acceleration_table p on p.id = h.parent_id
       ${waitingLink}
       left join acceleration_table s on s.id = e.from_table_id
     where ${where.sql} and ${visible.sql} order by b.id for update of b`,
    [localDateOf(tx.now), ...where.params, ...visible.params],
  );
  return found.map((row) => opened(tx, viewer, row));
}

function opened(tx: Transaction, viewer: Viewer, { around: beside, ...columns }: AroundRow): OpenBottleneck {
  const row = tx.em.map(Bottleneck, columns);
  const { holder, parent, sender, ownerOrganisationId, line } = beside;
  const facts = bottleneckFacts(viewer, row, {
    parentTableId: parent?.id ?? null,
    senderTableId: sender?.id ?? null,
    ownerOrganisationId,
    line,
  });
  return {
    tx,
    viewer,
    row,
    before: row.snapshot(),
    facts,
    impacts: beside.impacts,
    holder,
    parent,
    sender,
    escalationId: beside.escalationId,
    line,
    ownerOrganisationId,
    change: { by: viewer.personId, at: tx.now },
    today: localDateOf(tx.now),
  };
}

function visibleOrChangedLast(viewer: Viewer): SqlPart {
  const visible = visibleBottlenecks(viewer, 'b');
  return {
    sql: `(${visible.sql} or (b.updated_by_id = ? and not exists (
      select from bottleneck_grant g where g.bottleneck_id = b.id and g.person_id = ? and g.kind = 'EXCLUDED')))`,
    params: [...visible.params, viewer.personId, viewer.personId],
  };
}

/**
 * A case for a step that the viewer may take now, having seen its latest version.
 * @throws Forbidden (no right), Refusal (not there, changed meanwhile, wrong state, no table above).
 */
export async function bottleneckForVerb(
  tx: Transaction,
  viewer: Viewer,
  verb: BottleneckVerb,
  input: BottleneckVersion,
): Promise<OpenBottleneck> {
  const open = await openBottleneck(tx, viewer, input.bottleneckId);
  const decision =
    verb === 'ESCALATE' ? mayEscalate(open.facts, open.parent !== null) : mayTransition(verb, open.facts);
  if (!decision.allowed && !situationDenials.includes(decision.reason)) throw new Forbidden(decision.reason);
  checkVersion(open, input.expectedVersion);
  if (decision.allowed) return open;
  if (decision.reason === 'WRONG_STATE') {
    const { state } = open.row;
    refuse({
      ...fieldProblem('INVALID_TRANSITION', ['input', 'bottleneckId']),
      kind: 'InvalidTransitionProblem',
      from: state,
      allowed: allowedVerbs(state),
    });
  }
  refuse(fieldProblem(decision.reason, ['input', 'bottleneckId']));
}

/**
 * A case for a change that does not move it, for which the viewer needs all of these rights.
 * @throws Forbidden, Refusal.
 */
export async function bottleneckForActions(
  tx: Transaction,
  viewer: Viewer,
  actions: readonly BottleneckAction[],
  input: BottleneckVersion,
): Promise<OpenBottleneck> {
  const open = await openBottleneck(tx, viewer, input.bottleneckId);
  for (const action of actions) {
    const decision = mayAct(action, open.facts);
    if (!decision.allowed) throw new Forbidden(decision.reason);
  }
  checkVersion(open, input.expectedVersion);
  return open;
}

/** @throws Refusal with the version as it is now and who made it. */
export function checkVersion({ row }: OpenBottleneck, expectedVersion: number): void {
  if (row.version === expectedVersion) return;
  refuse(
    conflictProblem({
      current: { type: 'Bottleneck', id: row.id },
      currentVersion: row.version,
      changedById: row.updatedById,
      changedAt: row.updatedAt,
    }),
  );
}
