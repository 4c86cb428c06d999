import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { Confidentiality } from '@versnellingstafel/shared/bottlenecks/states';

/** One word for each, for marks and buttons. */
export const confidentialityLabels: Readonly<Record<Confidentiality, MessageDescriptor>> = {
  PUBLIC: msg`openbaar`,
  REGIONAL: msg`regio`,
  CONFIDENTIAL: msg`vertrouwelijk`,
};

/** Who will see it, as a sentence: labels alone leave people guessing. */
export const confidentialitySentences: Readonly<Record<Confidentiality, MessageDescriptor>> = {
  PUBLIC: msg`Iedereen die is aangemeld ziet dit, in heel Overijssel.`,
  REGIONAL: msg`Deelnemers van de tafels in je regio zien dit, met hun ambtelijke en bestuurlijke opdrachtgevers.`,
  CONFIDENTIAL: msg`Alleen de mensen van de zaak, de overheden aan de tafel die haar behandelt, en met wie je haar deelt. Marktpartijen en waarnemers niet.`,
};
