import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { BottleneckVerb } from '@versnellingstafel/shared/bottlenecks/transitions';

/** The verb on the button, and what the toast says once it is done. */
export const stepWords: Readonly<Record<BottleneckVerb, { label: MessageDescriptor; done: MessageDescriptor }>> = {
  SUBMIT: { label: msg`Dien in`, done: msg`ingediend` },
  TRIAGE: { label: msg`Neem in voorportaal`, done: msg`in het voorportaal` },
  SCHEDULE: { label: msg`Zet op de agenda`, done: msg`op de agenda` },
  START: { label: msg`Neem in behandeling`, done: msg`in behandeling` },
  HOLD: { label: msg`Houd aan`, done: msg`aangehouden` },
  RESUME: { label: msg`Pak weer op`, done: msg`weer in behandeling` },
  ESCALATE: { label: msg`Escaleer`, done: msg`geëscaleerd` },
  RETURN_ESCALATION: { label: msg`Geef terug`, done: msg`teruggegeven` },
  RESOLVE: { label: msg`Los op`, done: msg`opgelost` },
  REFER: { label: msg`Verwijs door`, done: msg`doorverwezen` },
  WITHDRAW: { label: msg`Trek in`, done: msg`ingetrokken` },
  REOPEN: { label: msg`Heropen`, done: msg`heropend` },
};
