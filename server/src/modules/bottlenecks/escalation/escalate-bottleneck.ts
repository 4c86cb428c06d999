import { InputCheck } from '../../../platform/commands/input-check.ts';
import { fieldProblem, refuse } from '../../../platform/graphql/problem-data.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { checkReason } from '../bottleneck-text.ts';
import { bottleneckForVerb, type OpenBottleneck, type WithReason } from '../open-bottleneck.ts';
import { Escalation } from './escalation.entity.ts';
import { checkMemo, memoFromCase, type MemoInput, receivedLink } from './escalation-memo.ts';
import { recordEscalationStep } from './escalation-steps.ts';
import { carry } from './send-escalation.ts';

export interface EscalateBottleneck extends WithReason {
  readonly memo?: MemoInput | null | undefined;
  readonly sharesDossier?: boolean | null | undefined;
  readonly sharesFiles?: boolean | null | undefined;
}

/**
 * Prepares the way to the table above the one that holds the case, with a memo that the case writes itself where nobody did. Where the table
 * asks no agreement of a political owner it leaves at once; otherwise the case stays where it is until that is given.
 * @throws Forbidden, Refusal (also NO_PARENT_TABLE, TABLE_CLOSED, ESCALATION_OPEN, NO_POLITICAL_OWNER).
 */
export async function escalateBottleneck(
  tx: Transaction,
  viewer: Viewer,
  input: EscalateBottleneck,
): Promise<{ bottleneckId: string; escalationId: string }> {
  const open = await bottleneckForVerb(tx, viewer, 'ESCALATE', input);
  const { row, holder, parent } = open;
  if (!holder || !parent) throw new Error('A case that may be escalated is held by a table with one above it.');
  const received = await receivedLink(open);
  const check = new InputCheck();
  const reason = checkReason(check, 'reason', input.reason);
  const shares = checkShares(check, input, received);
  check.done();
  const memoCheck = new InputCheck(['input', 'memo']);
  const written = checkMemo(memoCheck, input.memo ?? {}, { today: open.today, decisionBy: row.decisionBy });
  memoCheck.done();
  if (holder.needsAgreement && !(await somebodyAgrees(open)))
    refuse(fieldProblem('NO_POLITICAL_OWNER', ['input', 'bottleneckId']));

  const escalation = tx.em.create(Escalation, {
    id: tx.newId(),
    bottleneckId: row.id,
    fromTableId: holder.id,
    toTableId: parent.id,
    state: 'DRAFT',
    version: 1,
    reason,
    ...(await memoFromCase(open, reason, received)),
    ...written,
    ...shares,
    needsAgreement: holder.needsAgreement,
    agreedById: null,
    agreedAt: null,
    declineReason: '',
    draftedById: viewer.personId,
    draftedAt: tx.now,
    sentAt: null,
    answerBy: null,
    acceptedAt: null,
    acceptedById: null,
    endedAt: null,
    outcome: null,
    resolves: false,
    changedById: viewer.personId,
    changedAt: tx.now,
  });
  if (holder.needsAgreement) recordEscalationStep(open, escalation, 'DRAFT', { before: null, remark: reason });
  else carry(open, escalation, parent, null);
  await tx.em.flush();
  return { bottleneckId: row.id, escalationId: escalation.id };
}

/** What goes along beside the memo: nothing unless somebody says so, and no more than the table itself received. */
export function checkShares(
  check: InputCheck,
  input: Pick<EscalateBottleneck, 'sharesDossier' | 'sharesFiles'>,
  received: Escalation | null,
): { sharesDossier: boolean; sharesFiles: boolean } {
  const shares = { sharesDossier: input.sharesDossier ?? false, sharesFiles: input.sharesFiles ?? false };
  for (const field of ['sharesDossier', 'sharesFiles'] as const) {
    if (shares[field] && received && !received[field]) check.refuse(field, 'NOT_YOURS_TO_SHARE');
  }
  return shares;
}

/** Is there a political owner, named on the case or, where such a person may see it, in the organisation of its owner? */
async function somebodyAgrees({ tx, row, ownerOrganisationId }: OpenBottleneck): Promise<boolean> {
  const [found] = await tx.em.execute<{ found: boolean }[]>(
    `select exists (select from person p where not exists (select from bottleneck_grant g
         where g.bottleneck_id = ? and g.person_id = p.id and g.kind = 'EXCLUDED')
       and (p.id = ? or (? <> 'CONFIDENTIAL' and exists (select from organisation_role r
         where r.person_id = p.id and r.organisation_id = ? and r.role = 'POLITICAL_OWNER')))) as found`,
    [row.id, row.politicalOwnerId, row.confidentiality, ownerOrganisationId],
  );
  return found?.found ?? false;
}
