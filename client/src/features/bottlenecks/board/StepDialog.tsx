import type { BottleneckVerb } from '@versnellingstafel/shared/bottlenecks/transitions';
import type { ReactElement } from 'react';
import { HoldDialog, ReferDialog, ScheduleDialog, TriageDialog } from '../steps/PlanDialogs.tsx';
import { ReopenDialog, WithdrawDialog } from '../steps/ReasonDialog.tsx';
import { ResolveDialog } from '../steps/ResolveDialog.tsx';
import type { BoardCase } from './board-documents.ts';

interface StepDialogProps {
  verb: BottleneckVerb;
  target: BoardCase;
  onClose: () => void;
}

/** What a step asks before it is taken: the same as on the page of the case. */
export function StepDialog({ verb, target, onClose }: StepDialogProps): ReactElement | null {
  const props = { target, onClose };
  switch (verb) {
    case 'TRIAGE':
      return <TriageDialog {...props} />;
    case 'SCHEDULE':
      return <ScheduleDialog {...props} />;
    case 'HOLD':
      return <HoldDialog {...props} />;
    case 'REFER':
      return <ReferDialog {...props} />;
    case 'RESOLVE':
      return <ResolveDialog {...props} />;
    case 'WITHDRAW':
      return <WithdrawDialog {...props} />;
    case 'REOPEN':
      return <ReopenDialog {...props} />;
    default:
      return null;
  }
}
