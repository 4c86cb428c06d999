import type { Json } from '../database/json.ts';

/** A thing by kind and UUID: `{ kind: 'bottleneck', id: '0190…' }`. */
export interface Reference {
  kind: string;
  id: string;
}

/** Something that happens in the transaction that is open. */
export interface NewEvent {
  /** The one home: a table, a meeting, a project … */
  stream: Reference;
  /** Past tense, as people say it: `BottleneckEscalated`. */
  type: string;
  /** Everything on whose timeline this shows. */
  subjects: readonly Reference[];
  /** Ids and small facts; texts are read from rows under the viewer's rights. */
  payload: Json;
  /** When it happened; left out: at the moment of the transaction. What a projector makes of an event happened with it. */
  at?: Date;
}

/** Something that happened. */
export interface StoredEvent {
  id: string;
  stream: Reference;
  /** 1, 2, 3 … within the stream, in the order of commits. Never shown to a client: gaps would tell. */
  number: number;
  type: string;
  subjects: readonly Reference[];
  payload: Json;
  actorId: string | null;
  at: Date;
}

/** One delivery to a follower. After `RESET` the follower reads everything anew and goes on from `cursor`. */
export type Frame = { kind: 'EVENT'; cursor: string; event: StoredEvent } | { kind: 'RESET'; cursor: string };
