import { leadsTable, type TableRole } from '../tables/roles.ts';

/** How far an escalation has come, from the memo that is written to the answer that came back. */
export const escalationStates = ['DRAFT', 'AGREED', 'SENT', 'ACCEPTED', 'RETURNED', 'ANSWERED', 'WITHDRAWN'] as const;
export type EscalationState = (typeof escalationStates)[number];

/** What people do with an escalation. */
export const escalationVerbs = [
  'EDIT_MEMO',
  'AGREE',
  'DECLINE',
  'SEND',
  'ACCEPT',
  'RETURN',
  'ANSWER',
  'WITHDRAW',
] as const;
export type EscalationVerb = (typeof escalationVerbs)[number];

/** The one table of transitions; the server refuses and the client disables from these same rows. */
const from: Readonly<Record<EscalationVerb, readonly EscalationState[]>> = {
  EDIT_MEMO: ['DRAFT', 'AGREED'],
  AGREE: ['DRAFT'],
  DECLINE: ['DRAFT'],
  SEND: ['DRAFT', 'AGREED'],
  ACCEPT: ['SENT'],
  RETURN: ['SENT'],
  ANSWER: ['ACCEPTED'],
  WITHDRAW: ['DRAFT', 'AGREED', 'SENT'],
};

/** Not yet out of the house: the receiving table knows nothing of it. */
export function isUnsent(state: EscalationState): boolean {
  return state === 'DRAFT' || state === 'AGREED';
}

/** Being prepared, or at another table. */
export function isUnderWay(state: EscalationState): boolean {
  return isUnsent(state) || state === 'SENT' || state === 'ACCEPTED';
}

/** What decides about an escalation; derived on the server, never taken from arguments. */
export interface EscalationFacts {
  readonly state: EscalationState;
  readonly needsAgreement: boolean;
  /** Role at the table that sends it; null when not a member. */
  readonly roleAtSender: TableRole | null;
  /** Holds the mandate of the receiving table: by the seat, or as its chair or secretary. */
  readonly mandateAtReceiver: boolean;
  /** The political owner of the case, or one of the organisation of its owner. */
  readonly agrees: boolean;
  /** May the case be sent from the state and the table it is at now? */
  readonly caseMayLeave: boolean;
  readonly receiverClosed: boolean;
  /** A later link of the chain is under way: the receiving table asked the one above it. */
  readonly goesOn: boolean;
}

export type EscalationDenial =
  | 'ESCALATION_WRONG_STATE'
  | 'ESCALATION_SENDER_ONLY'
  | 'ESCALATION_MANDATE_ONLY'
  | 'POLITICAL_OWNER_ONLY'
  | 'AGREEMENT_NEEDED'
  | 'NO_AGREEMENT_NEEDED'
  | 'ESCALATION_CASE_MOVED'
  | 'ESCALATION_GOES_ON'
  | 'TABLE_CLOSED';

/** The denials that say something of the matter; the others say that it is not for this viewer. */
export const escalationRightDenials: readonly EscalationDenial[] = [
  'ESCALATION_SENDER_ONLY',
  'ESCALATION_MANDATE_ONLY',
  'POLITICAL_OWNER_ONLY',
];

export type EscalationDecision =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly reason: EscalationDenial };

/** May this viewer do this with the escalation now? A missing right is told before a wrong state. */
export function mayEscalationStep(verb: EscalationVerb, facts: EscalationFacts): EscalationDecision {
  const reason = whoseRight(verb, facts) ?? whyNotNow(verb, facts);
  return reason === null ? { allowed: true } : { allowed: false, reason };
}

function whoseRight(verb: EscalationVerb, facts: EscalationFacts): EscalationDenial | null {
  switch (verb) {
    case 'EDIT_MEMO':
    case 'SEND':
    case 'WITHDRAW':
      return leadsTable(facts.roleAtSender) ? null : 'ESCALATION_SENDER_ONLY';
    case 'AGREE':
    case 'DECLINE':
      return facts.agrees ? null : 'POLITICAL_OWNER_ONLY';
    case 'ACCEPT':
    case 'RETURN':
    case 'ANSWER':
      return facts.mandateAtReceiver ? null : 'ESCALATION_MANDATE_ONLY';
  }
}

function whyNotNow(verb: EscalationVerb, facts: EscalationFacts): EscalationDenial | null {
  if (!from[verb].includes(facts.state)) return 'ESCALATION_WRONG_STATE';
  if (verb === 'ANSWER' && facts.goesOn) return 'ESCALATION_GOES_ON';
  if ((verb === 'AGREE' || verb === 'DECLINE') && !facts.needsAgreement) return 'NO_AGREEMENT_NEEDED';
  if (verb !== 'SEND') return null;
  if (facts.state === 'DRAFT' && facts.needsAgreement) return 'AGREEMENT_NEEDED';
  if (!facts.caseMayLeave) return 'ESCALATION_CASE_MOVED';
  return facts.receiverClosed ? 'TABLE_CLOSED' : null;
}

/** Who holds the mandate of a table answers for it: chair and secretary by themselves, others by their seat. */
export function holdsMandate(
  seat: { readonly role: TableRole; readonly mandate: boolean } | null | undefined,
): boolean {
  return seat != null && (seat.mandate || leadsTable(seat.role));
}

/** Lengths of a memo: it fits on one page. Days of the term within which a table answers. */
export const escalationLimits = {
  questionMax: 400,
  situationMax: 1_000,
  triedMax: 600,
  consequenceMax: 400,
  proposalMax: 600,
  termDaysMin: 1,
  termDaysMax: 180,
} as const;
