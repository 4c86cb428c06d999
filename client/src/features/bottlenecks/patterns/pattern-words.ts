import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { PatternState } from '@versnellingstafel/shared/bottlenecks/pattern-permissions';

/** How far a pattern has come, in words. */
export const patternStateWords: Readonly<Record<PatternState, MessageDescriptor>> = {
  OPEN: msg`open`,
  RESOLVED: msg`opgelost`,
  DISSOLVED: msg`ontbonden`,
};
