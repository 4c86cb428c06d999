import { type CoSignState, coSignVerbs, mayCoSign } from '@versnellingstafel/shared/bottlenecks/co-signing';
import { mayAct } from '@versnellingstafel/shared/bottlenecks/permissions';
import type { SqlEntityManager } from '@mikro-orm/sql';
import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import { type AbilityFact, abilityOf } from '../../../platform/graphql/abilities.ts';
import { grouped } from '../../../platform/graphql/load-rows.ts';
import type { AppContext } from '../../people/people.module.ts';
import { bottleneckFacts, isOfTheCase } from '../bottleneck.policy.ts';
import type { BottleneckFace } from '../bottleneck.face.ts';
import { surroundingsOf } from '../bottleneck-surroundings.ts';

/** A second party to a case, as its people see it. */
export interface CoSignerFace {
  readonly id: string;
  readonly bottleneckId: string;
  readonly personId: string | null;
  readonly name: string;
  readonly organisation: string;
  readonly state: CoSignState;
  readonly askedAt: Date;
  readonly answeredAt: Date | null;
  readonly reason: string | null;
  /** The case it belongs to, for the rights. */
  readonly on: BottleneckFace;
}

/** The parties of a case, those who were taken back left out; one statement for all that are asked for. */
export async function coSignersOf(context: AppContext, row: BottleneckFace): Promise<CoSignerFace[]> {
  const loader = context.loader<Omit<CoSignerFace, 'on'>[]>('bottleneck:co-signers', async (ids) => {
    const rows = await context.em.execute<Omit<CoSignerFace, 'on'>[]>(
      `select c.id, c.bottleneck_id as "bottleneckId", c.person_id as "personId", coalesce(p.name, c.external_name) as name,
         coalesce(o.name, c.external_organisation) as organisation, c.state, c.asked_at as "askedAt", c.answered_at as "answeredAt",
         nullif(c.reason, '') as reason
       from co_signer c left join person p on p.id = c.person_id left join organisation o on o.id = p.organisation_id
       where c.bottleneck_id = any(?::uuid[]) and c.state <> 'WITHDRAWN' order by c.asked_at, c.id`,
      [arrayLiteral(ids)],
    );
    return grouped(rows, (each) => each.bottleneckId);
  });
  return ((await loader.load(row.id)) ?? []).map((each) => ({
    ...each,
    askedAt: new Date(each.askedAt),
    answeredAt: each.answeredAt === null ? null : new Date(each.answeredAt),
    on: row,
  }));
}

/** What the viewer may do about one party. */
export async function abilitiesOnCoSigner(context: AppContext, face: CoSignerFace): Promise<AbilityFact[]> {
  const viewer = context.requireViewer();
  const facts = bottleneckFacts(viewer, face.on, await surroundingsOf(context, face.on.id));
  const about = {
    state: face.state,
    isAsked: face.personId === viewer.personId,
    mayAsk: mayAct('ASK_CO_SIGNER', facts).allowed,
  };
  return coSignVerbs.map((verb) => abilityOf(context, verb, mayCoSign(verb, about)));
}

/** Names of those whose answer a case waits for. */
export async function waitingCoSigners(em: SqlEntityManager, bottleneckId: string): Promise<string[]> {
  const rows = await em.execute<{ name: string }[]>(
    `select p.name from co_signer c join person p on p.id = c.person_id where c.bottleneck_id = ? and c.state = 'ASKED' order by p.name`,
    [bottleneckId],
  );
  return rows.map(({ name }) => name);
}

/** The organisations that a case is shared with as a whole, for who may know; one statement for all that are asked for. */
export async function organisationsSharedWith(context: AppContext, row: BottleneckFace): Promise<string[]> {
  const viewer = context.requireViewer();
  const facts = bottleneckFacts(viewer, row, await surroundingsOf(context, row.id));
  if (!isOfTheCase(viewer, row) && !mayAct('SET_CONFIDENTIALITY', facts).allowed) return [];
  const loader = context.loader<{ organisationId: string }[]>('bottleneck:organisation-grants', async (ids) => {
    const rows = await context.em.execute<{ bottleneckId: string; organisationId: string }[]>(
      `select g.bottleneck_id as "bottleneckId", g.organisation_id as "organisationId"
       from bottleneck_organisation_grant g join organisation o on o.id = g.organisation_id
       where g.bottleneck_id = any(?::uuid[]) order by o.name, o.id`,
      [arrayLiteral(ids)],
    );
    return grouped(rows, (grant) => grant.bottleneckId);
  });
  return ((await loader.load(row.id)) ?? []).map(({ organisationId }) => organisationId);
}
