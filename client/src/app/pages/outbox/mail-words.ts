import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { MailState } from '../../../generated/graphql.ts';

/** How far a mail is, in words. */
export const mailStates: Record<MailState, MessageDescriptor> = {
  WAITING: msg`wacht nog even`,
  SENT: msg`verstuurd`,
  FAILED: msg`niet aangekomen`,
  OUTBOX: msg`blijft hier`,
};
