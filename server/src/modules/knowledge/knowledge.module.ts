import { mayWriteNote } from '@versnellingstafel/shared/knowledge/permissions';
import type { AppModule } from '../people/people.module.ts';
import { KnowledgeNote } from './knowledge-note.entity.ts';
import { KnowledgeNoteMutations } from './knowledge-note.mutations.ts';
import { writerFacts } from './knowledge-note.policy.ts';
import { loadNotes } from './knowledge-note.queries.ts';
import { KnowledgeNoteConnectionResolver, KnowledgeNoteResolver } from './knowledge-note.resolver.ts';
import { noteKind } from './knowledge-stream.ts';

export { WriteNoteInput } from './knowledge-note.inputs.ts';
export { visibleNotes } from './knowledge-note.policy.ts';
export { KnowledgeNoteType } from './knowledge-note.types.ts';
export { knowledgeStream, noteKind } from './knowledge-stream.ts';
export { visibleNote } from './note-for-change.ts';
export { type NoteOrigin, type WriteNote, writeNote } from './write-note.ts';

/** What was learned, with a date until which it is safe to use. */
export const KnowledgeModule: AppModule = {
  name: 'knowledge',
  entities: [KnowledgeNote],
  resolvers: [KnowledgeNoteResolver, KnowledgeNoteConnectionResolver, KnowledgeNoteMutations],
  nodes: [{ type: 'KnowledgeNote', kind: noteKind, load: loadNotes }],
  register(platform) {
    platform.abilities.register('Viewer', 'WRITE_NOTE', (_context, viewer) => mayWriteNote(writerFacts(viewer)));
  },
};
