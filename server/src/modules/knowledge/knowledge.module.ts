import { visibleNow } from '../../platform/graphql/event-visibility.ts';
import type { AppModule } from '../people/people.module.ts';
import { KnowledgeEventsResolver } from './knowledge-events.resolver.ts';
import { KnowledgeNote } from './knowledge-note.entity.ts';
import { KnowledgeNoteMutations } from './knowledge-note.mutations.ts';
import { mayWriteNotes } from './knowledge-note.policy.ts';
import { loadNotes } from './knowledge-note.queries.ts';
import { KnowledgeNoteConnectionResolver, KnowledgeNoteResolver } from './knowledge-note.resolver.ts';
import { knowledgeStream, noteKind } from './knowledge-stream.ts';
import { LegalEvent } from './legal-events/legal-event.entity.ts';
import { loadLegalEvents } from './legal-events/legal-event.queries.ts';
import {
  LegalEventMutations,
  LegalEventResolver,
  NoteReviewResolver,
  NoteUnderReviewResolver,
} from './legal-events/legal-event.resolver.ts';
import { legalEventKind, mayRecord } from './legal-events/record-legal-event.ts';
import { NoteSuccessorsResolver } from './note-successors.resolver.ts';
import { registerNoteBody } from './shared-body/note-body.access.ts';
import { NoteWritersResolver, WrittenTogether } from './shared-body/note-body.resolver.ts';
import { NoteVersionFields, NoteVersionMutations, NoteVersions } from './versions/note-version.resolver.ts';

export { WriteNoteInput } from './knowledge-note.inputs.ts';
export { mayWriteNotes, visibleNotes } from './knowledge-note.policy.ts';
export { KnowledgeNoteType } from './knowledge-note.types.ts';
export { noteKind } from './knowledge-stream.ts';
export { LegalEventType } from './legal-events/legal-event.types.ts';
export { legalEventKind } from './legal-events/record-legal-event.ts';
export { visibleNote } from './note-for-change.ts';
export { validityCase } from './validity-sql.ts';
export type { NoteTheme } from './note-themes.ts';
export { withholdNotes } from './withhold-notes.ts';
export { type WriteNote, writeNote } from './write-note.ts';

/** What was learned, with a date until which it is safe to use. */
export const KnowledgeModule: AppModule = {
  name: 'knowledge',
  entities: [KnowledgeNote, LegalEvent],
  resolvers: [
    KnowledgeNoteResolver,
    KnowledgeNoteConnectionResolver,
    KnowledgeNoteMutations,
    NoteSuccessorsResolver,
    KnowledgeEventsResolver,
    LegalEventResolver,
    LegalEventMutations,
    NoteReviewResolver,
    NoteUnderReviewResolver,
    NoteVersions,
    NoteVersionFields,
    NoteVersionMutations,
    NoteWritersResolver,
    WrittenTogether,
  ],
  nodes: [
    { type: 'KnowledgeNote', kind: noteKind, load: loadNotes },
    { type: 'LegalEvent', kind: legalEventKind, load: loadLegalEvents },
  ],
  register(platform) {
    registerNoteBody(platform);
    platform.streams.registerKind(knowledgeStream.kind, {
      mayFollow: (_viewer, streamId) => Promise.resolve(streamId === knowledgeStream.id),
      visible: (viewer, events) => visibleNow(platform, viewer, events),
    });
    platform.abilities.register('Viewer', 'RECORD_LEGAL_EVENT', (_context, viewer) => mayRecord(viewer));
    platform.abilities.register('Viewer', 'WRITE_NOTE', (_context, viewer) => mayWriteNotes(viewer));
  },
};
