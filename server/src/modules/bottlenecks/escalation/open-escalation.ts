import {
  type EscalationFacts,
  type EscalationVerb,
  escalationRightDenials,
  mayEscalationStep,
} from '@versnellingstafel/shared/bottlenecks/escalations';
import { canTransition } from '@versnellingstafel/shared/bottlenecks/transitions';
import type { BottleneckState } from '@versnellingstafel/shared/bottlenecks/states';
import { localDateOf } from '@versnellingstafel/shared/dates/local-date';
import { Forbidden } from '../../../platform/commands/breach.ts';
import { uuidOf } from '../../../platform/graphql/global-id.ts';
import type { SqlPart } from '../../../platform/graphql/keyset-page.ts';
import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import { conflictProblem, fieldProblem, notFoundProblem, refuse } from '../../../platform/graphql/problem-data.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import { hasRole, roleAt, type Viewer } from '../../people/people.module.ts';
import { mandateAt } from '../bottleneck.policy.ts';
import { openNamed } from '../intake/open-named.ts';
import type { OpenBottleneck } from '../open-bottleneck.ts';
import { Escalation } from './escalation.entity.ts';

const path = ['input', 'escalationId'];

export interface EscalationVersion {
  readonly escalationId: string;
  readonly expectedVersion: number;
}

/** An escalation with its case, both locked until the transaction ends. */
export interface OpenEscalation {
  readonly open: OpenBottleneck;
  readonly escalation: Escalation;
  readonly facts: EscalationFacts;
}

/** What rights rest on beside the row of the escalation. */
export interface EscalationAround {
  readonly fromTableId: string;
  readonly toTableId: string;
  readonly state: EscalationFacts['state'];
  readonly needsAgreement: boolean;
  readonly caseState: BottleneckState;
  readonly heldById: string | null;
  /** The table that is above the sending one now. */
  readonly parentTableId: string | null;
  readonly politicalOwnerId: string | null;
  readonly ownerOrganisationId: string;
  readonly receiverClosed: boolean;
  readonly goesOn: boolean;
}

/** What the shared rules need to know of a viewer and an escalation they can see. */
export function escalationFacts(viewer: Viewer, around: EscalationAround): EscalationFacts {
  return {
    state: around.state,
    needsAgreement: around.needsAgreement,
    roleAtSender: roleAt(viewer, around.fromTableId),
    mandateAtReceiver: mandateAt(viewer, around.toTableId),
    agrees:
      around.politicalOwnerId === viewer.personId ||
      (hasRole(viewer, 'POLITICAL_OWNER') && viewer.organisationId === around.ownerOrganisationId),
    caseMayLeave:
      around.heldById === around.fromTableId &&
      around.parentTableId === around.toTableId &&
      canTransition('ESCALATE', around.caseState),
    receiverClosed: around.receiverClosed,
    goesOn: around.goesOn,
  };
}

/**
 * Condition on an escalation `e` of a case `b` that the viewer sees: it was sent, or the viewer belongs to where it is prepared: the sending
 * table, the people of the case, and who agrees.
 */
export function visibleEscalations(viewer: Viewer): SqlPart {
  const me = viewer.personId;
  const organisation = hasRole(viewer, 'POLITICAL_OWNER') ? viewer.organisationId : null;
  return {
    sql: `(e.sent_at is not null or e.from_table_id = any(?::uuid[])
      or ? = any(array[b.filer_id, b.owner_id, b.lead_id, b.civil_owner_id, b.political_owner_id])
      or exists (select from person o where o.id = b.owner_id and o.organisation_id = ?))`,
    params: [arrayLiteral(viewer.memberships.map((seat) => seat.tableId)), me, organisation],
  };
}

/**
 * Finds and locks an escalation, with its case, that the viewer may see.
 * @param options.orChangedLast also a case that the viewer changed last, which a step took out of their sight.
 * @throws Refusal with the one answer for what is not there and what is not theirs.
 */
export async function openEscalation(
  tx: Transaction,
  viewer: Viewer,
  escalationId: string,
  options: { orChangedLast?: boolean } = {},
): Promise<OpenEscalation> {
  const notThere = notFoundProblem(path, 'UNKNOWN_ESCALATION');
  const id = uuidOf('Escalation', escalationId) ?? refuse(notThere);
  const visible = visibleEscalations(viewer);
  const [named] = await tx.em.execute<{ bottleneckId: string }[]>(
    `select b.id as "bottleneckId" from escalation e join bottleneck b on b.id = e.bottleneck_id where e.id = ? and ${visible.sql}`,
    [id, ...visible.params],
  );
  if (!named) refuse(notThere);
  const open = await openNamed(tx, viewer, named.bottleneckId, notThere, options);
  const escalation = (await tx.em.findOne(Escalation, { id }, { refresh: true })) ?? refuse(notThere);
  const [around] = await tx.em.execute<{ receiverClosed: boolean; goesOn: boolean }[]>(
    `select coalesce(t.closed_on <= ?::date, false) as "receiverClosed", exists (select from escalation x
       where x.bottleneck_id = ? and x.from_table_id = t.id and x.ended_at is null) as "goesOn"
     from acceleration_table t where t.id = ?`,
    [localDateOf(tx.now), open.row.id, escalation.toTableId],
  );
  const facts = escalationFacts(viewer, {
    fromTableId: escalation.fromTableId,
    toTableId: escalation.toTableId,
    state: escalation.state,
    needsAgreement: escalation.needsAgreement,
    caseState: open.row.state,
    heldById: open.row.heldById,
    parentTableId: open.parent?.id ?? null,
    politicalOwnerId: open.row.politicalOwnerId,
    ownerOrganisationId: open.ownerOrganisationId,
    receiverClosed: around?.receiverClosed ?? false,
    goesOn: around?.goesOn ?? false,
  });
  return { open, escalation, facts };
}

/** @throws Refusal with the version as it is now and who made it. */
export function checkEscalationVersion({ open, escalation }: OpenEscalation, expectedVersion: number): void {
  if (escalation.version === expectedVersion) return;
  refuse(
    conflictProblem({
      current: { type: 'Bottleneck', id: open.row.id },
      currentVersion: escalation.version,
      changedById: escalation.changedById ?? escalation.draftedById,
      changedAt: escalation.changedAt ?? escalation.draftedAt,
    }),
  );
}

/**
 * An escalation for a step that the viewer may take now, having seen its latest version.
 * @throws Forbidden (no right), Refusal (not there, changed meanwhile, not now).
 */
export async function escalationForVerb(
  tx: Transaction,
  viewer: Viewer,
  verb: EscalationVerb,
  input: EscalationVersion,
): Promise<OpenEscalation> {
  const opened = await openEscalation(tx, viewer, input.escalationId);
  const decision = mayEscalationStep(verb, opened.facts);
  if (!decision.allowed && escalationRightDenials.includes(decision.reason)) throw new Forbidden(decision.reason);
  checkEscalationVersion(opened, input.expectedVersion);
  if (!decision.allowed) refuse(fieldProblem(decision.reason, path));
  return opened;
}
