import { Trans } from '@lingui/react/macro';
import { useId, type ReactElement } from 'react';

interface UploadProgressProps {
  /** Name of the file. */
  name: string;
  /** From 0 to 1. */
  part: number;
}

/** A file on its way to the server. */
export function UploadProgress({ name, part }: UploadProgressProps): ReactElement {
  const id = useId();
  return (
    <div className="stack stack-xs">
      <p className="sub small" id={id}>
        <Trans>{name} wordt geüpload</Trans>
      </p>
      <progress aria-labelledby={id} value={part} max={1} />
    </div>
  );
}
