import { arrayLiteral } from '../../platform/database/array-literal.ts';
import type { Projector } from '../../platform/streams/stream.ts';
import { legalEventKind, noteKind } from '../knowledge/knowledge.module.ts';
import { openSql } from './bottleneck.filter.ts';
import { bottleneckKind } from './bottleneck.events.ts';

/** Tells an open case that a note which it used has to be looked at again. */
const noteTouchedEvent = 'CASE_NOTE_UNDER_REVIEW';

/**
 * After the law changed: each open case that used a touched note hears of it, once for each note, on its own timeline; from there it reaches its
 * owner. It shows to who may see case and note both.
 */
export const touchedNotesProjector: Projector = {
  handles: ['NOTE_UNDER_REVIEW'],
  async project(tx, events) {
    const idOf = (event: (typeof events)[number], kind: string) => event.subjects.find((one) => one.kind === kind)?.id;
    const noteIds = events.flatMap((event) => idOf(event, noteKind) ?? []);
    const cases = await tx.em.execute<{ id: string; noteId: string; heldById: string | null; filerId: string }[]>(
      `select b.id, a.note_id as "noteId", case when b.state = 'DRAFT' then null else b.held_by_id end as "heldById", b.filer_id as "filerId"
       from application a join bottleneck b on b.id = a.bottleneck_id
       where a.note_id = any(?::uuid[]) and ${openSql('b')} order by b.id`,
      [arrayLiteral(noteIds)],
    );
    for (const event of events) {
      const [noteId, legalEventId] = [idOf(event, noteKind), idOf(event, legalEventKind)];
      for (const each of cases.filter((one) => one.noteId === noteId)) {
        tx.record({
          stream: each.heldById === null ? { kind: 'person', id: each.filerId } : { kind: 'table', id: each.heldById },
          type: noteTouchedEvent,
          subjects: [
            { kind: bottleneckKind, id: each.id },
            ...(noteId === undefined ? [] : [{ kind: noteKind, id: noteId }]),
            ...(legalEventId === undefined ? [] : [{ kind: legalEventKind, id: legalEventId }]),
          ],
          payload: { changes: [] },
          at: event.at,
        });
      }
    }
  },
};
