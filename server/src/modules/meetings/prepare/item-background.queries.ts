import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import { grouped } from '../../../platform/graphql/load-rows.ts';
import { globalId } from '../../../platform/graphql/global-id.ts';
import type { AppContext } from '../../people/people.module.ts';
import type { AgendaItemFace } from '../agenda.queries.ts';
import { meetingFacts } from '../meeting.policy.ts';
import type { AgendaReason } from './agenda-reason.ts';

interface Background {
  readonly id: string;
  readonly why: readonly AgendaReason[] | null;
  readonly continuesId: string | null;
  readonly annotation: string;
}

/** What is kept with an item beside its text; nothing of one that does not show to the viewer. One statement for all. */
export async function backgroundOf(context: AppContext, item: AgendaItemFace): Promise<Background | null> {
  if (item.masked) return null;
  const loader = context.loader<Background>('itemBackground', async (ids) => {
    const rows = await context.em.execute<Background[]>(
      'select id, why, continues_id as "continuesId", annotation from agenda_item where id = any(?::uuid[])',
      [arrayLiteral(ids)],
    );
    return new Map(rows.map((row) => [row.id, row]));
  });
  return loader.load(item.id);
}

/** What the chair noted on an item; null for everybody else. */
export async function annotationOf(context: AppContext, item: AgendaItemFace): Promise<string | null> {
  const facts = await meetingFacts(context, item.meetingId);
  return facts?.role === 'CHAIR' ? ((await backgroundOf(context, item))?.annotation ?? null) : null;
}

/** A guest as the viewer gets them. */
export interface GuestFace {
  readonly id: string;
  readonly name: string;
  readonly organisation: string;
  readonly email: string | null;
  readonly personId: string | null;
}

/** The guests of an item in the order of their invitation; addresses for who prepares the meeting. One statement for all items. */
export async function guestsOf(context: AppContext, item: AgendaItemFace): Promise<GuestFace[]> {
  if (item.masked) return [];
  const loader = context.loader<(GuestFace & { itemId: string })[]>('guestsOf', async (ids) => {
    const rows = await context.em.execute<(GuestFace & { itemId: string })[]>(
      `select g.id, g.agenda_item_id as "itemId", g.person_id as "personId", coalesce(p.name, g.name) as name,
         coalesce(o.short_name, g.organisation) as organisation, g.email
       from agenda_guest g left join person p on p.id = g.person_id left join organisation o on o.id = p.organisation_id
       where g.agenda_item_id = any(?::uuid[]) order by g.invited_at, g.id`,
      [arrayLiteral(ids)],
    );
    return grouped(rows, (row) => row.itemId);
  });
  const [rows, facts] = await Promise.all([loader.load(item.id), meetingFacts(context, item.meetingId)]);
  return (rows ?? []).map(({ id, name, organisation, email, personId }) => ({
    id: globalId('Guest', id),
    name,
    organisation,
    email: facts?.leads === true ? email : null,
    personId,
  }));
}
