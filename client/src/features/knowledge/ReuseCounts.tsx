import { Plural } from '@lingui/react/macro';
import type { ReactElement } from 'react';

interface ReuseCountsProps {
  worked: number;
  partly: number;
  failed: number;
}

/** How often a note worked, partly worked and failed, as facts in a row; what never happened is not told. */
export function ReuseCounts({ worked, partly, failed }: ReuseCountsProps): ReactElement {
  return (
    <>
      {worked > 0 && (
        <span>
          <Plural value={worked} one="# keer gelukt" other="# keer gelukt" />
        </span>
      )}
      {partly > 0 && (
        <span>
          <Plural value={partly} one="# keer deels" other="# keer deels" />
        </span>
      )}
      {failed > 0 && (
        <span>
          <Plural value={failed} one="# keer mislukt" other="# keer mislukt" />
        </span>
      )}
    </>
  );
}
