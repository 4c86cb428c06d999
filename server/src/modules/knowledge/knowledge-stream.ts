import type { Json } from '../../platform/database/json.ts';
import type { NewEvent, Reference } from '../../platform/streams/event.ts';

/** Name of notes in events and timelines. */
export const noteKind = 'note';

/** The one stream in which everything about notes happens; see docs/decisions. */
export const knowledgeStream: Reference = { kind: 'knowledge', id: '00000000-0000-7000-8000-000000000001' };

export type NoteEventType =
  | 'NOTE_WRITTEN'
  | 'NOTE_EDITED'
  | 'NOTE_RESTORED'
  | 'NOTE_VALIDATED'
  | 'NOTE_ARCHIVED'
  | 'NOTE_SUPERSEDED'
  | 'NOTE_UNDER_REVIEW'
  | 'NOTE_REVIEWED'
  | 'NOTE_REVIEW_WITHDRAWN';

/** One difference as a person reads it; null where there was nothing, or where the value is left out. */
export interface NoteChange {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * An event about a note, on the stream of knowledge and on the note's own timeline.
 * @param more on whose timeline it shows too, ids of people who did it with the actor, and whether it only goes
 * on with what they did a moment ago
 */
export function noteEvent(
  type: NoteEventType,
  noteId: string,
  changes: readonly NoteChange[],
  more: { subjects?: readonly Reference[]; with?: readonly string[]; goesOn?: boolean } = {},
): NewEvent {
  const { subjects = [], with: others = [], goesOn = false } = more;
  const told = changes.map(({ field, before, after }) => ({ field, before, after }));
  const payload: Json = { changes: told, ...(others.length > 0 && { with: [...others] }), ...(goesOn && { goesOn }) };
  return { stream: knowledgeStream, type, subjects: [{ kind: noteKind, id: noteId }, ...subjects], payload };
}
