import { Trans } from '@lingui/react/macro';
import { useState, type ReactElement } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { DialogOnItsWay } from '../../../ui/DialogOnItsWay.tsx';
import { late } from '../../../ui/late.tsx';
import { useAbility } from '../../session/session.ts';

const HandOverDialog = late(async () => (await import('./HandOverDialog.tsx')).HandOverDialog, DialogOnItsWay);

/** Where people stand by name: the work of one who leaves goes to another. Nothing for who has no part in any work. */
export function HandOverButton(): ReactElement | null {
  const { allowed } = useAbility('LOG_BOTTLENECK');
  const [open, setOpen] = useState(false);
  if (!allowed) return null;
  return (
    <div className="row">
      <Button variant="quiet" onPress={() => setOpen(true)}>
        <Trans>Draag werk over</Trans>
      </Button>
      {open && <HandOverDialog onClose={() => setOpen(false)} />}
    </div>
  );
}
