import { Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { useFormat } from '../../../lib/format.ts';
import { CheckIcon } from '../../../ui/icons.tsx';

/** What is typed stays on this device until the server has it; says so, and since when. @param props.at ISO moment */
export function KeptHere({ at }: { at: string | undefined }): ReactElement {
  const { time } = useFormat();
  return (
    <p className="small sub" role="status">
      {at && (
        <>
          <CheckIcon /> <Trans>Bewaard op dit apparaat, {time(at)}</Trans>
        </>
      )}
    </p>
  );
}
