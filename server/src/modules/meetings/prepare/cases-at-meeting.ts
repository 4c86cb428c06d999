import type { SqlEntityManager } from '@mikro-orm/sql';
import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import { visibleBottlenecks } from '../../bottlenecks/bottlenecks.module.ts';
import { loadViewer, type Viewer } from '../../people/people.module.ts';
import type { FactsOfMeeting } from '../meeting.policy.ts';

/** Of a list of cases, those that do not keep an item from showing to a guest of it, or to who sits there for a member. */
export interface CasesAtMeeting {
  readonly asGuest: ReadonlySet<string>;
  readonly asMember: ReadonlySet<string>;
}

const notExcluded = `b.state <> 'DRAFT' and not b.withdrawn_as_draft and not exists (
  select from bottleneck_grant g where g.bottleneck_id = b.id and g.person_id = ? and g.kind = 'EXCLUDED')`;

/**
 * An item shows to its guest by the invitation, and to a substitute as it would to the member; the cases themselves stay under their own
 * rights. An exclusion of the viewer beats both. One statement for guests, and two for each member who is replaced.
 */
export async function casesAtMeeting(
  em: SqlEntityManager,
  viewer: Viewer,
  asked: readonly { readonly facts: FactsOfMeeting; readonly ids: readonly string[] }[],
): Promise<Map<string, CasesAtMeeting>> {
  const found = new Map<string, CasesAtMeeting>();
  const ids = [...new Set(asked.flatMap((one) => one.ids))];
  if (ids.length === 0) return found;
  const guests = asked.some(({ facts }) => facts.guestItemIds.size > 0);
  const asGuest = guests ? await idsOf(em, notExcluded, [viewer.personId], ids) : new Set<string>();
  const ofMembers = new Map<string, ReadonlySet<string>>();
  for (const { facts } of asked) {
    const memberId = facts.isSubstituteFor;
    if (memberId === null || ofMembers.has(memberId)) continue;
    const member = await loadViewer(em, memberId);
    if (!member) continue;
    const visible = visibleBottlenecks(member, 'b');
    ofMembers.set(
      memberId,
      await idsOf(em, `${notExcluded} and ${visible.sql}`, [viewer.personId, ...visible.params], ids),
    );
  }
  for (const { facts } of asked)
    found.set(facts.meetingId, { asGuest, asMember: ofMembers.get(facts.isSubstituteFor ?? '') ?? new Set() });
  return found;
}

async function idsOf(
  em: SqlEntityManager,
  condition: string,
  params: readonly unknown[],
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await em.execute<{ id: string }[]>(
    `select b.id from bottleneck b where b.id = any(?::uuid[]) and ${condition}`,
    [arrayLiteral(ids), ...params],
  );
  return new Set(rows.map((row) => row.id));
}
