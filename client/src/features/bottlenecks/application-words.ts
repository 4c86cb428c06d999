import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { ApplicationResult } from '../../generated/graphql.ts';

/** How a note worked out on a case, as words. */
export const resultWords: Readonly<Record<ApplicationResult, MessageDescriptor>> = {
  WORKED: msg`gelukt`,
  PARTLY: msg`deels gelukt`,
  FAILED: msg`mislukt`,
  NOT_YET: msg`nog niet bekend`,
};
