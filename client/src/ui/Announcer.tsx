import { useEffect, useState, type ReactElement } from 'react';
import { onAnnounce } from '../lib/announce.ts';

/** Changes that arrive together are read as one sentence. */
const burst = 150;

/** The one polite live region of the page; `announce()` speaks through it. */
export function Announcer(): ReactElement {
  const [text, setText] = useState('');
  useEffect(() => {
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
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, []);
  return (
    <div className="vh" role="status" aria-live="polite">
      {text}
    </div>
  );
}
