import { useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { Bones } from '../../../../ui/Bones.tsx';
import { ErrorState } from '../../../../ui/ErrorState.tsx';
import { late } from '../../../../ui/late.tsx';

interface RunViewProps {
  meetingId: string;
}

function RunViewOnItsWay({ failed }: RunViewProps & { failed: boolean }): ReactElement {
  const { t } = useLingui();
  return failed ? (
    <ErrorState title={t`De vergadering kon niet openen`}>{t`Zodra er verbinding is, komt zij vanzelf.`}</ErrorState>
  ) : (
    <Bones label={t`De vergadering`} rows={6} delay={0} />
  );
}

/** The meeting that runs. It weighs more than its agenda and comes when there is something to follow. */
export const LateRunView = late<RunViewProps>(async () => (await import('./RunView.tsx')).RunView, RunViewOnItsWay);
