import {
  type EscalationState,
  escalationVerbs,
  isUnderWay,
  isUnsent,
  mayEscalationStep,
} from '@versnellingstafel/shared/bottlenecks/escalations';
import { type LocalDate, localDateOf } from '@versnellingstafel/shared/dates/local-date';
import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import { type AbilityFact, abilityOf } from '../../../platform/graphql/abilities.ts';
import type { SqlPart } from '../../../platform/graphql/keyset-page.ts';
import { grouped } from '../../../platform/graphql/load-rows.ts';
import type { AppContext, Viewer } from '../../people/people.module.ts';
import { visibleBottlenecks } from '../bottleneck.policy.ts';
import { type Memo, memoTexts } from './escalation.entity.ts';
import { type EscalationAround, escalationFacts, visibleEscalations } from './open-escalation.ts';
import { readsDossier } from './shared-in-part.ts';

/** An escalation as this viewer reads it: the words of one between other tables are empty where the case was shared in part. */
export interface EscalationFace extends EscalationAround, Memo {
  readonly id: string;
  readonly bottleneckId: string;
  readonly version: number;
  readonly reason: string;
  readonly declineReason: string | null;
  readonly sharesDossier: boolean;
  readonly sharesFiles: boolean;
  readonly agreedById: string | null;
  readonly agreedAt: Date | null;
  readonly draftedById: string;
  readonly draftedAt: Date;
  readonly sentAt: Date | null;
  readonly answerBy: LocalDate | null;
  readonly acceptedAt: Date | null;
  readonly endedAt: Date | null;
  readonly outcome: string | null;
  /** Are the words of it for this viewer? */
  readonly readable: boolean;
}

/** Escalations of cases that the viewer sees, as far as they see those; the first of a case first. */
async function readEscalations(context: AppContext, where: (viewer: Viewer) => SqlPart): Promise<EscalationFace[]> {
  const viewer = context.requireViewer();
  const seats = arrayLiteral(viewer.memberships.map((seat) => seat.tableId));
  const dossier = readsDossier(viewer, 'b');
  const visible = visibleEscalations(viewer);
  const wanted = where(viewer);
  const rows = await context.em.execute<EscalationFace[]>(
    `select e.id, e.bottleneck_id as "bottleneckId", e.from_table_id as "fromTableId", e.to_table_id as "toTableId", e.state, e.version,
       e.reason, e.question, e.situation, e.tried, e.consequence, e.proposal, e.decision_by::text as "decisionBy",
       e.shares_dossier as "sharesDossier", e.shares_files as "sharesFiles", e.needs_agreement as "needsAgreement",
       e.agreed_by_id as "agreedById", e.agreed_at as "agreedAt", nullif(e.decline_reason, '') as "declineReason",
       coalesce(e.drafted_by_id, b.owner_id) as "draftedById", coalesce(e.drafted_at, e.sent_at) as "draftedAt", e.sent_at as "sentAt",
       e.answer_by::text as "answerBy", e.accepted_at as "acceptedAt", e.ended_at as "endedAt", e.outcome,
       b.state as "caseState", b.held_by_id as "heldById", b.political_owner_id as "politicalOwnerId", o.organisation_id as "ownerOrganisationId",
       sender.parent_id as "parentTableId", coalesce(receiver.closed_on <= ?::date, false) as "receiverClosed",
       exists (select from escalation x where x.bottleneck_id = b.id and x.from_table_id = e.to_table_id and x.ended_at is null) as "goesOn",
       (e.from_table_id = any(?::uuid[]) or e.to_table_id = any(?::uuid[]) or ${dossier.sql}) as readable
     from escalation e join bottleneck b on b.id = e.bottleneck_id join person o on o.id = b.owner_id
       join acceleration_table sender on sender.id = e.from_table_id join acceleration_table receiver on receiver.id = e.to_table_id
     where ${wanted.sql} and ${visible.sql} order by coalesce(e.drafted_at, e.sent_at), e.id`,
    [localDateOf(context.now()), seats, seats, ...dossier.params, ...wanted.params, ...visible.params],
  );
  return rows.map(asRead);
}

/** The lineage of a case; one statement for all that are asked for. */
export async function escalationsOf(context: AppContext, bottleneckId: string): Promise<readonly EscalationFace[]> {
  const loader = context.loader<EscalationFace[]>('bottleneck:escalations', async (ids) => {
    const rows = await readEscalations(context, () => ({
      sql: 'e.bottleneck_id = any(?::uuid[])',
      params: [arrayLiteral(ids)],
    }));
    return grouped(rows, (row) => row.bottleneckId);
  });
  return (await loader.load(bottleneckId)) ?? [];
}

/** What is being prepared, or lies at the furthest table, as far as the viewer sees it. */
export async function openEscalationOf(context: AppContext, bottleneckId: string): Promise<EscalationFace | null> {
  const all = await escalationsOf(context, bottleneckId);
  const prepared = all.find((each) => isUnsent(each.state));
  return prepared ?? all.find((each) => isUnderWay(each.state) && each.toTableId === each.heldById) ?? null;
}

/** An escalation by its bare UUID; null when it is not there or not the viewer's. */
export async function escalationById(context: AppContext, id: string | null): Promise<EscalationFace | null> {
  if (id === null || context.viewer === null) return null;
  const [row] = await readEscalations(context, (viewer) => {
    const visible = visibleBottlenecks(viewer, 'b');
    return { sql: `e.id = ? and ${visible.sql}`, params: [id, ...visible.params] };
  });
  return row ?? null;
}

/** What the viewer may do with an escalation now. */
export function abilitiesOnEscalation(context: AppContext, face: EscalationFace): AbilityFact[] {
  const facts = escalationFacts(context.requireViewer(), face);
  return escalationVerbs.map((verb) => abilityOf(context, verb, mayEscalationStep(verb, facts)));
}

/** What came back in words, once the receiving table answered. */
export function answerOf({ state, outcome }: { state: EscalationState; outcome: string | null }): string | null {
  return state === 'ANSWERED' ? outcome : null;
}

function asRead(row: EscalationFace): EscalationFace {
  const moment = (at: Date | null) => (at === null ? null : new Date(at));
  const hidden = Object.fromEntries(memoTexts.map((field) => [field, '']));
  return {
    ...row,
    ...(row.readable ? {} : { ...hidden, reason: '', declineReason: null, outcome: null }),
    agreedAt: moment(row.agreedAt),
    draftedAt: new Date(row.draftedAt),
    sentAt: moment(row.sentAt),
    acceptedAt: moment(row.acceptedAt),
    endedAt: moment(row.endedAt),
  };
}
