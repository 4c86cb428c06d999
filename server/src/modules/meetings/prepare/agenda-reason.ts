import type { LocalDate } from '@versnellingstafel/shared/dates/local-date';

/** Why something is proposed for an agenda. */
export const agendaReasonKinds = [
  'FIXED',
  'TEMPLATE',
  'MINUTES_TO_ADOPT',
  'PROMISES',
  'CARRIED_OVER',
  'PROPOSED',
  'ESCALATION_WAITING',
  'DECISION_NEEDED',
  'CONSTRUCTION_STARTS',
  'CASE_OVERDUE',
  'LAW_CHANGED',
  'NOTE_REVIEW',
  'FEEDBACK_OVERDUE',
  'READY',
] as const;
export type AgendaReasonKind = (typeof agendaReasonKinds)[number];

/** A reason as it is kept on the item that came of it (`agenda_item.why`), with ids in place of things. */
export interface AgendaReason {
  readonly kind: AgendaReasonKind;
  /** The day that makes it urgent. */
  readonly on?: LocalDate | null;
  /** Bare UUID of the meeting it comes from. */
  readonly meetingId?: string | null;
  /** Bare UUID of who proposed it. */
  readonly personId?: string | null;
  /** Bare UUID of the change in the law. */
  readonly legalEventId?: string | null;
  readonly done?: number | null;
  readonly late?: number | null;
  readonly open?: number | null;
}
