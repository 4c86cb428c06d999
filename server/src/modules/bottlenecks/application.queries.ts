import { closedStates } from '@versnellingstafel/shared/bottlenecks/states';
import type { LocalDate } from '@versnellingstafel/shared/dates/local-date';
import type { ApplicationResult } from '@versnellingstafel/shared/knowledge/validity';
import { arrayLiteral } from '../../platform/database/array-literal.ts';
import type { SqlPart } from '../../platform/graphql/keyset-page.ts';
import { grouped } from '../../platform/graphql/load-rows.ts';
import { visibleNotes } from '../knowledge/knowledge.module.ts';
import type { AppContext, Viewer } from '../people/people.module.ts';
import { visibleBottlenecks } from './bottleneck.policy.ts';

/** A note on a case, as lists and the node give it. */
export interface ApplicationFace {
  readonly id: string;
  readonly noteId: string;
  readonly bottleneckId: string;
  readonly result: ApplicationResult;
  readonly conditions: string;
  readonly appliedById: string;
  readonly appliedOn: LocalDate;
}

/** How often, with which result. */
export interface ReuseFigures {
  readonly worked: number;
  readonly partly: number;
  readonly failed: number;
  readonly notYet: number;
}

/** Links of which the viewer may see both ends: whoever sees one end only learns nothing of the other. */
function visibleApplications(viewer: Viewer): SqlPart {
  const notes = visibleNotes(viewer, 'n');
  const bottlenecks = visibleBottlenecks(viewer, 'b');
  return {
    sql: `application a join knowledge_note n on n.id = a.note_id and ${notes.sql} join bottleneck b on b.id = a.bottleneck_id and ${bottlenecks.sql}`,
    params: [...notes.params, ...bottlenecks.params],
  };
}

type Key = 'a.id' | 'a.note_id' | 'a.bottleneck_id';

async function find(context: AppContext, key: Key, ids: readonly string[]): Promise<ApplicationFace[]> {
  if (context.viewer === null) return [];
  const from = visibleApplications(context.viewer);
  return context.em.execute<ApplicationFace[]>(
    `select a.id, a.note_id as "noteId", a.bottleneck_id as "bottleneckId", a.result, a.conditions,
       a.applied_by_id as "appliedById", a.applied_on::text as "appliedOn"
     from ${from.sql} where ${key} = any(?::uuid[]) order by a.applied_on desc, a.id desc`,
    [...from.params, arrayLiteral(ids)],
  );
}

/** The load of the node: links by id, in one statement. */
export async function loadApplications(
  context: AppContext,
  ids: readonly string[],
): Promise<Map<string, ApplicationFace>> {
  return new Map((await find(context, 'a.id', ids)).map((face) => [face.id, face]));
}

/** The links of a note or of a case, the latest first; one statement for all that are asked for. */
export async function applicationsOf(
  context: AppContext,
  end: 'note' | 'bottleneck',
  id: string,
): Promise<ApplicationFace[]> {
  const loader = context.loader<ApplicationFace[]>(`applicationsOf:${end}`, async (ids) => {
    const rows = await find(context, end === 'note' ? 'a.note_id' : 'a.bottleneck_id', ids);
    return grouped(rows, (row) => (end === 'note' ? row.noteId : row.bottleneckId));
  });
  return (await loader.load(id)) ?? [];
}

const none: ReuseFigures = { worked: 0, partly: 0, failed: 0, notYet: 0 };

/** What figures are counted by: the key on `n` (a note) with what it takes to reach it. */
const counted = {
  note: { key: 'n.id', join: '' },
  organisation: { key: 'w.organisation_id', join: 'join person w on w.id = n.author_id' },
  theme: { key: 'k.theme_id', join: 'join knowledge_note_theme k on k.note_id = n.id' },
} as const;

/**
 * How often notes were used, as far as the viewer may see: of one note, of all that people of an organisation wrote, or of all about a
 * theme. One statement for all that are asked for.
 */
export async function reuseOf(context: AppContext, by: keyof typeof counted, id: string): Promise<ReuseFigures> {
  const from = visibleApplications(context.requireViewer());
  const { key, join } = counted[by];
  const loader = context.loader<ReuseFigures>(`reuseOf:${by}`, async (ids) => {
    const count = (result: ApplicationResult) => `(count(*) filter (where a.result = '${result}'))::int`;
    const rows = await context.em.execute<(ReuseFigures & { key: string })[]>(
      `select ${key} as key, ${count('WORKED')} as worked, ${count('PARTLY')} as partly, ${count('FAILED')} as failed, ${count('NOT_YET')} as "notYet"
       from ${from.sql} ${join} where ${key} = any(?::uuid[]) group by ${key}`,
      [...from.params, arrayLiteral(ids)],
    );
    return new Map(rows.map((row) => [row.key, row]));
  });
  return (await loader.load(id)) ?? none;
}

/** The open cases that rest on a note (those where it failed do not), the most urgent first; as far as the viewer may see. */
export async function openBottlenecksOn(context: AppContext, noteId: string): Promise<object[]> {
  const from = visibleApplications(context.requireViewer());
  const closed = closedStates.map((state) => `'${state}'`).join(', ');
  const loader = context.loader<string[]>('openBottlenecksOn', async (ids) => {
    const rows = await context.em.execute<{ noteId: string; id: string }[]>(
      `select a.note_id as "noteId", b.id from ${from.sql}
       where a.note_id = any(?::uuid[]) and a.result <> 'FAILED' and b.state not in (${closed}) order by b.due_on nulls last, b.id`,
      [...from.params, arrayLiteral(ids)],
    );
    return new Map([...grouped(rows, (row) => row.noteId)].map(([id, cases]) => [id, cases.map((row) => row.id)]));
  });
  return context.nodes('Bottleneck', (await loader.load(noteId)) ?? []);
}
