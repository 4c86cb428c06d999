import type { NoteReviewState } from '@versnellingstafel/shared/knowledge/legal-events';
import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import type { Page } from '../../../platform/graphql/connection.ts';
import { pageOf } from '../../../platform/graphql/keyset-page.ts';
import { grouped } from '../../../platform/graphql/load-rows.ts';
import type { AppContext } from '../../people/people.module.ts';
import { visibleNotes } from '../knowledge-note.policy.ts';
import { LegalEvent } from './legal-event.entity.ts';

/** A note that an event touched. */
export interface NoteReviewFace {
  readonly legalEventId: string;
  readonly noteId: string;
  readonly state: NoteReviewState;
  readonly settledById: string | null;
  readonly settledAt: Date | null;
  readonly remark: string;
}

const columns = `r.legal_event_id as "legalEventId", r.note_id as "noteId", r.state, r.settled_by_id as "settledById",
  r.settled_at as "settledAt", r.remark`;
const toFace = (row: NoteReviewFace): NoteReviewFace => ({
  ...row,
  settledAt: row.settledAt === null ? null : new Date(row.settledAt),
});

/** A page of legal events, the latest day first. */
export function listLegalEvents(
  context: AppContext,
  { first, after }: { first: number; after: string | null },
): Promise<Page<LegalEvent>> {
  return pageOf<LegalEvent>(context.platform.cursors, {
    list: 'legalEvents',
    first,
    after,
    filter: [],
    keys: [{ sql: 'l.effective_on', direction: 'desc', value: (event) => event.effectiveOn }],
    idSql: 'l.id',
    rows: async (at) => {
      const rows = await context.em.execute<object[]>(
        `select l.* from legal_event l where l.withdrawn_at is null and ${at.where.sql} order by ${at.orderBy} limit ${at.limit}`,
        [...at.where.params],
      );
      return rows.map((row) => context.em.map(LegalEvent, row));
    },
  });
}

/** The load of the node: everybody reads what changed in the law; what was withdrawn is not there. */
export async function loadLegalEvents(context: AppContext, ids: readonly string[]): Promise<Map<string, LegalEvent>> {
  if (context.viewer === null) return new Map();
  const rows = await context.em.execute<object[]>(
    'select l.* from legal_event l where l.id = any(?::uuid[]) and l.withdrawn_at is null',
    [arrayLiteral(ids)],
  );
  return new Map(rows.map((row) => context.em.map(LegalEvent, row)).map((event) => [event.id, event]));
}

/** The notes that an event touched, as far as the viewer may see them: what waits first, then by title. */
export async function reviewsOfEvent(context: AppContext, legalEventId: string): Promise<NoteReviewFace[]> {
  const visible = visibleNotes(context.requireViewer(), 'n');
  const loader = context.loader<NoteReviewFace[]>('legal-event:reviews', async (ids) => {
    const rows = await context.em.execute<NoteReviewFace[]>(
      `select ${columns} from note_review r join knowledge_note n on n.id = r.note_id
       where r.legal_event_id = any(?::uuid[]) and ${visible.sql} order by r.state <> 'TO_REVIEW', n.title, n.id`,
      [arrayLiteral(ids), ...visible.params],
    );
    return grouped(rows.map(toFace), (row) => row.legalEventId);
  });
  return (await loader.load(legalEventId)) ?? [];
}

/** Why a note waits for review: the events that touched it and were not settled; one statement for all that are asked for. */
export async function openReviewsOfNote(context: AppContext, noteId: string): Promise<NoteReviewFace[]> {
  const loader = context.loader<NoteReviewFace[]>('note:open-reviews', async (ids) => {
    const rows = await context.em.execute<NoteReviewFace[]>(
      `select ${columns} from note_review r join legal_event l on l.id = r.legal_event_id
       where r.note_id = any(?::uuid[]) and r.state = 'TO_REVIEW' order by l.effective_on desc, l.id`,
      [arrayLiteral(ids)],
    );
    return grouped(rows.map(toFace), (row) => row.noteId);
  });
  return (await loader.load(noteId)) ?? [];
}
