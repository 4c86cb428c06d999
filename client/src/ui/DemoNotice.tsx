import { Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';

/** The last line of each page of a demo: nothing here is real. */
export function DemoNotice(): ReactElement {
  return (
    <p className="demo">
      <Trans>Demo-omgeving. Knelpunten, projecten en rollen zijn verzonnen.</Trans>
    </p>
  );
}
