import { createHash } from 'node:crypto';

/** As many tones as the client has for carets; the name tells who it is, the tone only helps. */
const tones = 6;
const longestState = 2_000;

/** Whose caret it is. */
export interface CaretOwner {
  readonly personId: string;
  readonly shownAs: string;
  readonly mayWrite: boolean;
}

type States = Map<number, Record<string, unknown>>;

/** Hocuspocus decodes into a state of its own, which is always among them and empty. */
export function dropEmptyStates(states: States): void {
  for (const [clientId, state] of states) if (Object.keys(state).length === 0) states.delete(clientId);
}

/**
 * Leaves of what a client says about itself only where its caret is, and puts the name beside it that the session says. Who may not write
 * has no caret, and nobody moves that of another.
 * @param states what the client sent, changed in place
 * @param taken whether this number belongs to another connection
 */
export function settleCarets(states: States, owner: CaretOwner, taken: (clientId: number) => boolean): void {
  dropEmptyStates(states);
  let own = 0;
  for (const [clientId, state] of states) {
    const cursor: unknown = state['cursor'];
    if (taken(clientId) || ++own > 1 || JSON.stringify(state).length > longestState) {
      states.delete(clientId);
      continue;
    }
    for (const key of Object.keys(state)) delete state[key];
    if (!owner.mayWrite) continue;
    if (cursor !== undefined) state['cursor'] = cursor;
    state['user'] = { name: owner.shownAs, tone: toneOf(owner.personId) };
  }
}

function toneOf(personId: string): number {
  return (createHash('sha256').update(personId).digest()[0] ?? 0) % tones;
}
