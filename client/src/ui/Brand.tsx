import { Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import type { LinkSlot } from './link-slot.ts';

/** The mark: a line that rises from one stop to the next. */
function BrandMark(): ReactElement {
  return (
    <svg className="brand-mark" width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">
      <path d="M3 17h5c4 0 2.5-12 7-12h4" fill="none" stroke="currentColor" strokeWidth="2.5" />
      <circle className="brand-hole" cx="4.5" cy="17" r="2.6" stroke="currentColor" strokeWidth="2" />
      <circle cx="17.5" cy="5" r="3.4" fill="currentColor" />
    </svg>
  );
}

/** The mark and the word, as the way home. On a phone only the mark shows. */
export function Brand({ link }: { link: LinkSlot }): ReactElement {
  return (
    <span className="brand">
      {link(
        <>
          <BrandMark />
          <span className="wide" aria-hidden="true">
            Versnellingstafel
          </span>
          <span className="vh">
            <Trans>Versnellingstafel, naar start</Trans>
          </span>
        </>,
      )}
    </span>
  );
}
