import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';

/** Where a bottleneck is on its way. The names are those of the API. */
export type BottleneckState =
  | 'DRAFT'
  | 'SUBMITTED'
  | 'TRIAGE'
  | 'SCHEDULED'
  | 'IN_PROGRESS'
  | 'ESCALATED'
  | 'ON_HOLD'
  | 'RESOLVED'
  | 'REFERRED'
  | 'WITHDRAWN';

/** The word for each state, for lists and selects. */
export const stateLabels: Record<BottleneckState, MessageDescriptor> = {
  DRAFT: msg`Concept`,
  SUBMITTED: msg`Ingediend`,
  TRIAGE: msg`In voorportaal`,
  SCHEDULED: msg`Geagendeerd`,
  IN_PROGRESS: msg`In behandeling`,
  ESCALATED: msg`Geëscaleerd`,
  ON_HOLD: msg`Aangehouden`,
  RESOLVED: msg`Opgelost`,
  REFERRED: msg`Doorverwezen`,
  WITHDRAWN: msg`Ingetrokken`,
};

const ring = <circle cx="8" cy="8" r="6" />;
const disc = <circle cx="8" cy="8" r="6.7" fill="currentColor" stroke="none" />;
const onDisc = 'on-disc';

/** Ten shapes that differ without colour: a ring that fills while the case advances, a disc where it left the ring. */
const glyphs: Record<BottleneckState, ReactElement> = {
  DRAFT: <circle cx="8" cy="8" r="6" strokeDasharray="2.4 2.3" />,
  SUBMITTED: ring,
  TRIAGE: (
    <>
      {ring}
      <path d="M8 8V4.2A3.8 3.8 0 0 1 11.8 8z" fill="currentColor" stroke="none" />
    </>
  ),
  SCHEDULED: (
    <>
      {ring}
      <path d="M8 4.2a3.8 3.8 0 0 1 0 7.6z" fill="currentColor" stroke="none" />
    </>
  ),
  IN_PROGRESS: (
    <>
      {ring}
      <path d="M8 8H4.2A3.8 3.8 0 1 0 8 4.2z" fill="currentColor" stroke="none" />
    </>
  ),
  ESCALATED: (
    <>
      {disc}
      <path className={onDisc} d="M8 11.2V5M5.3 7.4 8 4.8l2.7 2.6" />
    </>
  ),
  ON_HOLD: (
    <>
      {ring}
      <path d="M6.4 6v4M9.6 6v4" />
    </>
  ),
  RESOLVED: (
    <>
      {disc}
      <path className={onDisc} d="m5 8.3 2.1 2 4-4.3" />
    </>
  ),
  REFERRED: (
    <>
      {ring}
      <path d="M5.2 8h5.2M8.4 6l2 2-2 2" />
    </>
  ),
  WITHDRAWN: (
    <>
      {ring}
      <path d="m6 6 4 4M10 6l-4 4" />
    </>
  ),
};

/** A state as shape and word. @param props.label replaces the word, for example “Concept, deelnemers zien nog niets” */
export function StateMark({ state, label }: { state: BottleneckState; label?: string }): ReactElement {
  const { i18n } = useLingui();
  return (
    <span className="state" data-state={state}>
      <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
        {glyphs[state]}
      </svg>{' '}
      {label ?? i18n._(stateLabels[state])}
    </span>
  );
}
