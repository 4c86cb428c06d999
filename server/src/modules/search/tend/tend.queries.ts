import type { LocalDate } from '@versnellingstafel/shared/dates/local-date';
import type { GapKind, GapState } from '@versnellingstafel/shared/search/tend';
import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import type { Page } from '../../../platform/graphql/connection.ts';
import { pageOf } from '../../../platform/graphql/keyset-page.ts';
import type { AppContext } from '../../people/people.module.ts';
import { SynonymGroup } from './synonym-group.entity.ts';
import { mayTend } from './tend-rights.ts';

/** A question that led nowhere. */
export interface GapFace {
  readonly id: string;
  readonly question: string;
  readonly kind: GapKind;
  readonly state: GapState;
  readonly times: number;
  readonly firstOn: LocalDate;
  readonly lastOn: LocalDate;
}

const columns = `g.id, g.question, g.kind, g.state, g.times, to_char(g.first_on, 'YYYY-MM-DD') as "firstOn", to_char(g.last_on, 'YYYY-MM-DD') as "lastOn"`;

/** The groups in use, newest first. What means the same is no secret. */
export async function listSynonyms(context: AppContext): Promise<SynonymGroup[]> {
  const rows = await context.em.execute<object[]>(
    'select s.* from synonym_group s where s.removed_at is null order by s.updated_at desc, s.id',
  );
  return rows.map((row) => context.em.map(SynonymGroup, row));
}

/** The load of the node; what was taken away is not there. */
export async function loadSynonyms(context: AppContext, ids: readonly string[]): Promise<Map<string, SynonymGroup>> {
  if (context.viewer === null) return new Map();
  const rows = await context.em.execute<object[]>(
    'select s.* from synonym_group s where s.id = any(?::uuid[]) and s.removed_at is null',
    [arrayLiteral(ids)],
  );
  return new Map(rows.map((row) => context.em.map(SynonymGroup, row)).map((group) => [group.id, group]));
}

/** Questions that led nowhere, the most frequent first; for who looks after search: for others there are none. */
export function listGaps(
  context: AppContext,
  { states, first, after }: { states: readonly GapState[]; first: number; after: string | null },
): Promise<Page<GapFace>> {
  const mayRead = mayTend(context.requireViewer()).allowed;
  return pageOf<GapFace>(context.platform.cursors, {
    list: 'searchGaps',
    first,
    after,
    filter: [states],
    keys: [
      { sql: 'g.times', direction: 'desc', value: ({ times }) => times },
      { sql: 'g.last_on', direction: 'desc', value: ({ lastOn }) => lastOn },
    ],
    idSql: 'g.id',
    rows: (at) =>
      context.em.execute<GapFace[]>(
        `select ${columns} from search_gap g where ?::boolean and g.state = any(?::text[]) and ${at.where.sql} order by ${at.orderBy} limit ${at.limit}`,
        [mayRead, arrayLiteral(states), ...at.where.params],
      ),
  });
}

/** Subjects for which somebody asked for a note: for whoever could write it. */
export async function listAskedNotes(context: AppContext): Promise<GapFace[]> {
  return context.em.execute<GapFace[]>(
    `select ${columns} from search_gap g where g.state = 'NOTE_ASKED' order by g.times desc, g.last_on desc, g.id limit 50`,
  );
}

/** The load of the node: for who looks after search; what a note is asked for, everybody who is signed in may read. */
export async function loadGaps(context: AppContext, ids: readonly string[]): Promise<Map<string, GapFace>> {
  if (context.viewer === null) return new Map();
  const rows = await context.em.execute<GapFace[]>(
    `select ${columns} from search_gap g where g.id = any(?::uuid[]) and (?::boolean or g.state = 'NOTE_ASKED')`,
    [arrayLiteral(ids), mayTend(context.viewer).allowed],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
