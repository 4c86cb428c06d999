import type { SqlEntityManager } from '@mikro-orm/sql';
import type { NoteStatus } from '@versnellingstafel/shared/knowledge/validity';
import { noteLimits } from '@versnellingstafel/shared/knowledge/limits';
import { mayWithNote } from '@versnellingstafel/shared/knowledge/permissions';
import { validate } from 'uuid';
import type { FirstWords, TextAccess } from '../../../platform/collab/text-kind.ts';
import type { AppContext, AppPlatform } from '../../people/people.module.ts';
import type { KnowledgeNote } from '../knowledge-note.entity.ts';
import { noteFacts } from '../knowledge-note.policy.ts';
import { knowledgeStream } from '../knowledge-stream.ts';
import { BodyFolding } from './body-folding.ts';
import { noteBodyKind, updateOfBody } from './note-body.ts';

/** The explanation of a note is for who may see the note, and written by who may edit it, until it is archived. */
export function registerNoteBody(platform: AppPlatform): void {
  const folding = new BodyFolding(platform);
  platform.collab.register(noteBodyKind, {
    access: accessToBody,
    closed: whyClosed,
    begin: firstWords,
    wrote: (em, { name, actorId, at }) => markWritten(em, noteIdOf(name), actorId, at),
    left: (name) => folding.leftBy(noteIdOf(name)),
    largest: noteLimits.sharedTextBytes,
  });
}

function noteIdOf(name: string): string | null {
  const [, noteId = '', ...more] = name.split(':');
  return more.length === 0 && validate(noteId) ? noteId : null;
}

async function accessToBody(context: AppContext, name: string): Promise<TextAccess | null> {
  const note = (await context.node('KnowledgeNote', noteIdOf(name))) as KnowledgeNote | null;
  if (!note) return null;
  const viewer = context.requireViewer();
  const decision = mayWithNote('EDIT', noteFacts(viewer, note));
  const person = (await context.node('Person', viewer.personId)) as { name: string } | null;
  return {
    may: decision.allowed ? 'write' : 'read',
    because: decision.allowed ? null : decision.reason,
    shownAs: person?.name ?? '',
    streams: [knowledgeStream],
  };
}

/** The row stays locked until the change is kept: whoever archives or validates the note waits for it, and finds it. */
async function whyClosed(em: SqlEntityManager, name: string): Promise<string | null> {
  const [note] = await em.execute<{ status: NoteStatus }[]>(
    'select status from knowledge_note where id = ? for share',
    [noteIdOf(name)],
  );
  return note && note.status !== 'ARCHIVED' ? null : 'NOTE_ARCHIVED';
}

async function firstWords(em: SqlEntityManager, name: string): Promise<FirstWords | null> {
  const [note] = await em.execute<{ body: string; actorId: string }[]>(
    'select body, updated_by_id as "actorId" from knowledge_note where id = ? for share',
    [noteIdOf(name)],
  );
  return note && note.body !== '' ? { update: updateOfBody(note.body), actorId: note.actorId } : null;
}

/** Notes who wrote something that the row of the note does not have yet. */
async function markWritten(em: SqlEntityManager, noteId: string | null, personId: string, at: Date): Promise<void> {
  await em.execute(
    `insert into note_writing (note_id, person_id, since, at) values (?, ?, ?, ?)
     on conflict (note_id, person_id) do update set at = excluded.at`,
    [noteId, personId, at.toISOString(), at.toISOString()],
  );
}
