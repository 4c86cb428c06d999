/** Why a text is not there any more, or takes nothing any more. */
export type TextTrouble = 'NOT_YOURS' | 'TOO_LARGE' | 'MALFORMED' | 'TOO_MANY';

/** How a text stands, as far as people need to know. */
export interface TextState {
  /** What there is can be shown: it came from this device or from the server. */
  ready: boolean;
  /** Is it in step with the server? */
  connected: boolean;
  /** May the viewer write? Null before the server said so. */
  access: 'write' | 'read' | null;
  /** Is there something that the server has not said to have? */
  unsent: boolean;
  /** When the server last had everything that was written here (ISO moment). */
  savedAt: string | null;
  /** Does this device keep a copy? Not where the browser forbids it. */
  onDevice: boolean;
  trouble: TextTrouble | null;
}

export const freshState: TextState = {
  ready: false,
  connected: false,
  access: null,
  unsent: false,
  savedAt: null,
  onDevice: false,
  trouble: null,
};

/** What the server says beside the text. */
export type ServerWord =
  | { saved: string; at: string }
  | { access: 'write' | 'read'; because: string | null }
  | { refused: string };
