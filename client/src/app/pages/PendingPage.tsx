import { useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { Bones } from '../../ui/Bones.tsx';

/** The router waits 300 ms before it shows this, so the bones need not wait again. */
export function PendingPage(): ReactElement {
  const { t } = useLingui();
  return (
    <div className="pending-page">
      <Bones label={t`Pagina`} rows={6} delay={0} />
    </div>
  );
}
