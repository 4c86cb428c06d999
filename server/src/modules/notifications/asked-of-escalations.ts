import { holdsMandate } from '@versnellingstafel/shared/bottlenecks/escalations';
import { arrayLiteral } from '../../platform/database/array-literal.ts';
import { openSql } from '../bottlenecks/bottlenecks.module.ts';
import { hasRole, type Viewer } from '../people/people.module.ts';

/**
 * What the ways between tables ask: the political owner agrees, the secretary sends or writes again, and who holds the mandate of the receiving
 * table accepts and answers, within its term. A political owner who is named is asked; otherwise those of the organisation of the owner.
 * @param visible the rights to the case `b`, whose parameters come after those of `escalationParams`.
 */
export function askedOfEscalations(visible: string): string {
  return `select b.id, null, null, what.kind, what.due_on, null, what.step
    from escalation e join bottleneck b on b.id = e.bottleneck_id join person w on w.id = b.owner_id cross join lateral (
      select * from (values
        ('AGREE_ESCALATION', e.state = 'DRAFT' and e.needs_agreement and e.decline_reason = ''
          and (b.political_owner_id = ?::uuid or b.political_owner_id is null and w.organisation_id = ?::uuid),
          coalesce(e.decision_by, b.due_on), 'AGREE'),
        ('ESCALATION_DECLINED', e.state = 'DRAFT' and e.decline_reason <> '' and e.from_table_id = any(?::uuid[]), b.due_on, 'EDIT_MEMO'),
        ('SEND_ESCALATION', e.state = 'AGREED' and e.from_table_id = any(?::uuid[]), b.due_on, 'SEND'),
        ('ACCEPT_ESCALATION', e.state = 'SENT' and e.to_table_id = any(?::uuid[]), coalesce(e.answer_by, b.due_on), 'ACCEPT'),
        ('ANSWER_ESCALATION', e.state = 'ACCEPTED' and e.to_table_id = any(?::uuid[]) and not exists (select from escalation x
          where x.bottleneck_id = b.id and x.from_table_id = e.to_table_id and x.ended_at is null), coalesce(e.answer_by, b.due_on), 'ANSWER')
      ) as option (kind, holds, due_on, step) where holds) what
    where e.ended_at is null and ${openSql('b')} and ${visible}`;
}

/** The parameters of `askedOfEscalations`, but for the rights. */
export function escalationParams(viewer: Viewer, secretaryOf: string): (string | null)[] {
  const mandates = arrayLiteral(viewer.memberships.filter((seat) => holdsMandate(seat)).map((seat) => seat.tableId));
  const organisation = hasRole(viewer, 'POLITICAL_OWNER') ? viewer.organisationId : null;
  return [viewer.personId, organisation, secretaryOf, secretaryOf, mandates, mandates];
}
