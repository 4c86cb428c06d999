import { DialogOnItsWay } from '../../../ui/DialogOnItsWay.tsx';
import { late } from '../../../ui/late.tsx';
import type { MakePatternDialogProps } from './MakePatternDialog.tsx';
import type { CasePatternProps, TablePatternsProps } from './PatternLinks.tsx';

const Nothing = (): null => null;

/** A case rarely belongs to a pattern: that comes after the page. */
export const LateCasePattern = late<CasePatternProps>(
  async () => (await import('./PatternLinks.tsx')).CasePattern,
  Nothing,
);

/** The patterns of a table come after it. */
export const LateTablePatterns = late<TablePatternsProps>(
  async () => (await import('./PatternLinks.tsx')).TablePatterns,
  Nothing,
);

/** Forming a pattern is a press away. */
export const LateMakePatternDialog = late<MakePatternDialogProps>(
  async () => (await import('./MakePatternDialog.tsx')).MakePatternDialog,
  DialogOnItsWay,
);
