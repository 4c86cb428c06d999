import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import { storedFileColumns } from '../../../platform/files/stored-files.ts';
import { grouped } from '../../../platform/graphql/load-rows.ts';
import type { AppContext } from '../../people/people.module.ts';
import { type AgendaItemFace, agendaOf } from '../agenda.queries.ts';

/** A paper as it shows with an item. */
export interface PaperFace {
  readonly id: string;
  /** The item with which it shows. */
  readonly itemId: string;
  /** Did the item bring it along from an earlier meeting? */
  readonly inherited: boolean;
  readonly title: string;
  readonly url: string | null;
  readonly addedById: string;
  readonly addedAt: Date;
  readonly fileId: string | null;
  readonly hash: string | null;
  readonly fileName: string | null;
  readonly mediaType: string | null;
  readonly size: number | null;
  readonly pages: number | null;
}

const fileColumns = storedFileColumns.replace('f.id,', 'f.id as "fileId",').replace('f.name', 'f.name as "fileName"');
/** An item that goes on with one that goes on with another … ends somewhere. */
const longestChain = 60;
/** Behind the id of an item of a closed part, where one is asked for. */
const closedMark = '+closed';

/**
 * The papers of an item and of the items that it goes on with, the oldest first. What an item of a closed part had goes along with
 * another one of a closed part; with an open one only for who may see that part. Nothing of an item that the viewer may not see.
 */
export async function papersOf(context: AppContext, item: AgendaItemFace): Promise<readonly PaperFace[]> {
  if (item.masked) return [];
  const loader = context.loader<PaperFace[]>('papersOf', (keys) => loadPapersOf(context, keys));
  return (await loader.load(`${item.id}${item.closedPart ? closedMark : ''}`)) ?? [];
}

async function loadPapersOf(context: AppContext, keys: readonly string[]): Promise<Map<string, PaperFace[]>> {
  const rows = await context.em.execute<(Omit<PaperFace, 'addedAt'> & { addedAt: number })[]>(
    `with recursive chain (asked, closed, id, continues_id, depth) as (
       select given.id, given.closed, given.id, i.continues_id, 0
       from unnest(?::uuid[], ?::boolean[]) as given (id, closed) left join agenda_item i on i.id = given.id
       union all
       select c.asked, c.closed, i.id, i.continues_id, c.depth + 1
       from chain c join agenda_item i on i.id = c.continues_id join meeting m on m.id = i.meeting_id
       where c.depth < ${longestChain} and (not i.closed_part or c.closed or m.table_id = any(?::uuid[])))
     select c.asked as "itemId", c.depth > 0 as inherited, p.id, p.title, p.url, p.added_by_id as "addedById",
       extract(epoch from p.added_at)::float8 * 1000 as "addedAt", ${fileColumns}
     from chain c join paper p on p.agenda_item_id = c.id and p.removed_at is null left join stored_file f on f.id = p.file_id
     order by c.depth desc, p.added_at, p.id`,
    [
      arrayLiteral(keys.map((key) => key.replace(closedMark, ''))),
      arrayLiteral(keys.map((key) => String(key.endsWith(closedMark)))),
      arrayLiteral(context.requireViewer().publicBodyTableIds),
    ],
  );
  const faces = rows.map((row): PaperFace => ({ ...row, addedAt: new Date(row.addedAt) }));
  const byItem = grouped(faces, (face) => face.itemId);
  return new Map(keys.map((key) => [key, byItem.get(key.replace(closedMark, '')) ?? []]));
}

/** The load of the node: papers that show with an item which the viewer may see now. */
export async function loadPapers(context: AppContext, ids: readonly string[]): Promise<Map<string, PaperFace>> {
  if (context.viewer === null) return new Map();
  const rows = await context.em.execute<{ id: string }[]>(
    `with recursive chain (id, depth) as (
       select p.agenda_item_id, 0 from paper p where p.id = any(?::uuid[]) and p.removed_at is null
       union all
       select i.id, c.depth + 1 from chain c join agenda_item i on i.continues_id = c.id where c.depth < ${longestChain})
     select distinct id from chain`,
    [arrayLiteral(ids)],
  );
  const items = (await context.nodes(
    'AgendaItem',
    rows.map((row) => row.id),
  )) as AgendaItemFace[];
  const papers = (await Promise.all(items.map((item) => papersOf(context, item)))).flat();
  // Its own item comes before one that goes on with it.
  const found = papers
    .filter((paper) => ids.includes(paper.id))
    .toSorted((a, b) => Number(b.inherited) - Number(a.inherited));
  return new Map(found.map((paper) => [paper.id, paper]));
}

/** The agenda of a meeting with the papers that the viewer may read. */
export async function agendaWithPapers(
  context: AppContext,
  meetingId: string,
): Promise<{ item: AgendaItemFace; papers: readonly PaperFace[] }[]> {
  const items = await agendaOf(context, meetingId);
  return Promise.all(items.map(async (item) => ({ item, papers: await papersOf(context, item) })));
}

/** Where a paper is got: an address of this server for what was uploaded. */
export function paperUrl(paper: Pick<PaperFace, 'id' | 'url' | 'fileName'>): string {
  return paper.url ?? `/papers/${paper.id}/${encodeURIComponent(paper.fileName ?? 'stuk')}`;
}
