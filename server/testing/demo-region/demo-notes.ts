import { addDays, localDateOf } from '@versnellingstafel/shared/dates/local-date';
import { editNote } from '../../src/modules/knowledge/edit-note.ts';
import { validateNote } from '../../src/modules/knowledge/validate-note.ts';
import { writeNote } from '../../src/modules/knowledge/write-note.ts';
import { globalId } from '../../src/platform/graphql/global-id.ts';
import type { Transaction } from '../../src/platform/streams/transaction.ts';
import type { DemoCalendar } from './demo-calendar.ts';
import { demoData, type DemoNote } from './demo-data.ts';
import { type DemoStep, versionOf } from './demo-steps.ts';

/** The UUID of a note of the demo. Its title is its own, and stays. */
export async function noteIdOf(tx: Transaction, key: string): Promise<string> {
  const note = demoData.notes.find((one) => one.key === key);
  const [row] = await tx.em.execute<{ id: string }[]>('select id from knowledge_note where title = ?', [
    note?.title ?? '',
  ]);
  if (!row) throw new Error(`The demo region has no note ${key} yet.`);
  return row.id;
}

/** Written long ago, looked at again later: by a validator who vouches for it, or by its author alone. */
function stepsOf(note: DemoNote, calendar: DemoCalendar): DemoStep[] {
  const { key, title, summary, body, applies, appliesNot, steps, caveat, legalReferences, tags, confidentiality } =
    note;
  const longAgo = note.validAsOf < '2025-08-18';
  const writtenAt = longAgo ? new Date(`${note.validAsOf}T08:00:00Z`) : calendar.past('2025-08-18', '10:00');
  const writtenOn = localDateOf(writtenAt);
  const reviewBy = calendar.date(note.reviewBy);
  const again = longAgo ? addDays(writtenOn, 1) : note.validAsOf > writtenOn ? note.validAsOf : addDays(writtenOn, 1);
  const againAt = new Date(
    Math.min(new Date(`${again}T09:00:00Z`).getTime(), calendar.past('2026-11-25', '09:00').getTime()),
  );
  const dates = { validAsOf: note.validAsOf > localDateOf(againAt) ? localDateOf(againAt) : note.validAsOf, reviewBy };
  const written: DemoStep = {
    key: `note-${key}`,
    at: writtenAt,
    by: note.author,
    take: (tx, viewer) =>
      writeNote(tx, viewer, {
        title,
        summary,
        body,
        applies,
        appliesNot,
        steps,
        caveat,
        legalReferences,
        tags,
        confidentiality,
        themeCodes: note.themes,
        validAsOf: writtenOn,
        reviewBy,
      }),
  };
  const lookedAt: DemoStep = {
    key: `note-${key}-again`,
    at: againAt,
    by: note.validated ? 'validator' : note.author,
    take: async (tx, viewer) => {
      const id = await noteIdOf(tx, key);
      const input = {
        noteId: globalId('KnowledgeNote', id),
        expectedVersion: await versionOf(tx, 'knowledge_note', id),
        ...dates,
      };
      return note.validated ? validateNote(tx, viewer, input) : editNote(tx, viewer, input);
    },
  };
  return [written, lookedAt];
}

/** The knowledge of the demo region. */
export const noteSteps = (calendar: DemoCalendar): DemoStep[] =>
  demoData.notes.flatMap((note) => stepsOf(note, calendar));
