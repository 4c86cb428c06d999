import { mayAct } from '@versnellingstafel/shared/bottlenecks/permissions';
import { localDateOf } from '@versnellingstafel/shared/dates/local-date';
import { arrayLiteral } from '../../platform/database/array-literal.ts';
import { grouped } from '../../platform/graphql/load-rows.ts';
import type { AppContext } from '../people/people.module.ts';
import { bottleneckFacts, isOfTheCase, type Surroundings } from './bottleneck.policy.ts';
import type { BottleneckFace } from './bottleneck.face.ts';
import { lineSql, waitingLink } from './escalation/escalation-line.ts';

/** What rights rest on beside the row; one statement for all that are asked for. */
export async function surroundingsOf(context: AppContext, bottleneckId: string): Promise<Surroundings> {
  const loader = context.loader<Surroundings & { id: string }>('bottleneck:surroundings', async (ids) => {
    const rows = await context.em.execute<(Surroundings & { id: string })[]>(
      `select b.id, h.parent_id as "parentTableId", e.from_table_id as "senderTableId", o.organisation_id as "ownerOrganisationId",
         ${lineSql} as line
       from bottleneck b join person o on o.id = b.owner_id
         left join acceleration_table h on h.id = b.held_by_id
         left join acceleration_table p on p.id = h.parent_id
         ${waitingLink}
       where b.id = any(?::uuid[])`,
      [localDateOf(context.now()), arrayLiteral(ids)],
    );
    return new Map(rows.map((row) => [row.id, row]));
  });
  return (await loader.load(bottleneckId)) ?? { parentTableId: null, senderTableId: null, ownerOrganisationId: '' };
}

/** People with a grant on a case, for its people and for those who may change the grants; nobody for others. */
export async function grantedPeople(
  context: AppContext,
  row: BottleneckFace,
  kind: 'SHARED' | 'EXCLUDED',
): Promise<object[]> {
  const viewer = context.requireViewer();
  const facts = bottleneckFacts(viewer, row, await surroundingsOf(context, row.id));
  if (!isOfTheCase(viewer, row) && !mayAct('SET_CONFIDENTIALITY', facts).allowed) return [];
  const loader = context.loader<{ personId: string; kind: string }[]>('bottleneck:grants', async (ids) => {
    const rows = await context.em.execute<{ bottleneckId: string; personId: string; kind: string }[]>(
      `select g.bottleneck_id as "bottleneckId", g.person_id as "personId", g.kind
       from bottleneck_grant g join person p on p.id = g.person_id where g.bottleneck_id = any(?::uuid[]) order by p.name, p.id`,
      [arrayLiteral(ids)],
    );
    return grouped(rows, (grant) => grant.bottleneckId);
  });
  const grants = (await loader.load(row.id)) ?? [];
  return context.nodes(
    'Person',
    grants.filter((grant) => grant.kind === kind).map((grant) => grant.personId),
  );
}
