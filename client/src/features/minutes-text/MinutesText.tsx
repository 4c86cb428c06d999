import type { ReactElement } from 'react';

export interface MinutesTextProps {
  meetingId: string;
  itemId: string;
  /** May the viewer write here, as far as this page knows? The server decides. */
  canWrite: boolean;
  /** What the text is of, for who does not see where it stands. */
  label: string;
  /** Hears the words that the server no longer takes, because the minutes were adopted in the meantime. */
  onRefusedText: (text: string) => void;
}

/** The minutes of one item, as they are written together. */
export function MinutesText({ label }: MinutesTextProps): ReactElement {
  return <div className="editor" role="group" aria-label={label} />;
}
