import type { ReactElement } from 'react';

/** A text of search, in parts; what was looked for is marked. Takes segments and never HTML, so that nothing found can run. */
export function Highlight({ segments }: { segments: readonly { text: string; hit: boolean }[] }): ReactElement {
  return (
    <>
      {segments.map(({ text, hit }, index) =>
        // Segments are a fixed cut of one text: the place is their identity.
        hit ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
      )}
    </>
  );
}
