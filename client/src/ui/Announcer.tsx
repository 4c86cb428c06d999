import { useLayoutEffect, useState, type ReactElement } from 'react';
import { onAnnounce } from '../lib/announce.ts';

/** Changes that arrive together are read as one sentence. */
const burst = 150;

/** The one polite live region of the page; `announce()` speaks through it. */
export function Announcer(): ReactElement {
  const [text, setText] = useState('');
  // Before the paint: whatever is on the screen may already speak.
  useLayoutEffect(() => {
    let waiting: string[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = onAnnounce((sentence) => {
      waiting.push(sentence);
      // A repeated sentence is only read again when the region was empty in between.
      setText('');
      clearTimeout(timer);
      timer = setTimeout(() => {
        setText([...new Set(waiting)].join(' '));
        waiting = [];
      }, burst);
    });
    // What waits is still said: the timer outlives the listener by a moment.
    return stop;
  }, []);
  return (
    <div className="vh" role="status" aria-live="polite">
      {text}
    </div>
  );
}
