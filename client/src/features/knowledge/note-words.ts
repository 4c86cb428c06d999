import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Validity } from '@versnellingstafel/shared/knowledge/validity';
import type { Confidentiality } from '../../generated/graphql.ts';

/** Whether a note may be used today, as a word in a row. */
export const validityLabels: Readonly<Record<Validity, MessageDescriptor>> = {
  USABLE: msg`bruikbaar`,
  CHECK_FIRST: msg`eerst controleren`,
  EXPIRED: msg`verlopen`,
};

/** The class that says it in colour too. */
export const validityTones: Readonly<Record<Validity, string>> = {
  USABLE: 'good',
  CHECK_FIRST: 'soon',
  EXPIRED: 'late',
};

/** Who will read a note. */
export const audiences: Readonly<Record<Confidentiality, { label: MessageDescriptor; note: MessageDescriptor }>> = {
  PUBLIC: {
    label: msg`Heel Overijssel`,
    note: msg`Iedereen die is aangemeld leest mee. Zo leert de andere regio ervan.`,
  },
  REGIONAL: { label: msg`Mijn regio`, note: msg`Deelnemers van de tafels in je regio lezen mee.` },
  CONFIDENTIAL: {
    label: msg`Alleen ik en wie valideert`,
    note: msg`Voor wat nog niet rond is. Zet het later breder open.`,
  },
};
