/** What a feed is about. */
export type StreamRef =
  | { kind: 'table'; tableId: string }
  | { kind: 'meeting'; meetingId: string }
  | { kind: 'knowledge' }
  | { kind: 'inbox' };

/** A name for a stream that can be a key. */
export function streamKey(stream: StreamRef): string {
  if (stream.kind === 'table') return `table:${stream.tableId}`;
  return stream.kind === 'meeting' ? `meeting:${stream.meetingId}` : stream.kind;
}

/** A node that an event is about, as far as the viewer may see it. */
export interface LiveSubject {
  __typename: string;
  id: string;
}

/** Something that happened; the subjects' fields are in the cache before this is told. */
export interface LiveEvent {
  id: string;
  /** For example `BOTTLENECK_TRIAGED`. */
  type: string;
  /** ISO moment */
  occurredAt: string;
  actor: { id: string; name: string } | null;
  subjects: readonly LiveSubject[];
  stream: StreamRef;
  /** The viewer did it themselves: no need to tell them. */
  own: boolean;
}

/** Which events a listener wants; what is left out does not matter. */
export interface LiveFilter {
  types?: readonly string[];
  /** Not these: what they change comes along with them. */
  except?: readonly string[];
  /** Only events about this node. */
  subjectId?: string;
  /** Only events about a node of this type, for example `Bottleneck`. */
  subjectType?: string;
  streamKind?: StreamRef['kind'];
}

/** Does an event pass the filter? */
export function passes(event: LiveEvent, { types, except, subjectId, subjectType, streamKind }: LiveFilter): boolean {
  return (
    (!types || types.includes(event.type)) &&
    !except?.includes(event.type) &&
    (!streamKind || event.stream.kind === streamKind) &&
    (!subjectId || event.subjects.some(({ id }) => id === subjectId)) &&
    (!subjectType || event.subjects.some(({ __typename }) => __typename === subjectType))
  );
}
