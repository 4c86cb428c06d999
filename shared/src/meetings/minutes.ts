import { leadsTable, type TableRole } from '../tables/roles.ts';

/** How far minutes are: being written, read by the participants, frozen, and told to all. */
export const minutesStates = ['DRAFT', 'REVIEW', 'ADOPTED', 'PUBLISHED'] as const;
export type MinutesState = (typeof minutesStates)[number];

export const addendumStates = ['PROPOSED', 'ACCEPTED', 'RETURNED'] as const;
export type AddendumState = (typeof addendumStates)[number];

export const addendumOrigins = ['CORRECTION', 'OFFLINE_TEXT'] as const;
export type AddendumOrigin = (typeof addendumOrigins)[number];

/** What a person may do with minutes. */
export const minutesVerbs = [
  'SEND_FOR_REVIEW',
  'REMARK',
  'SETTLE',
  'ADOPT',
  'PUBLISH',
  'ADD_ADDENDUM',
  'PROPOSE_ADDENDUM',
] as const;
export type MinutesVerb = (typeof minutesVerbs)[number];

export type MinutesDenial =
  | 'CHAIR_OR_SECRETARY_ONLY'
  | 'PARTICIPANTS_ONLY'
  | 'MANDATE_ONLY'
  | 'MINUTES_NOT_IN_REVIEW'
  | 'MINUTES_IN_REVIEW'
  | 'MINUTES_ADOPTED'
  | 'MINUTES_NOT_ADOPTED'
  | 'MINUTES_PUBLISHED';
export type MinutesDecision = { readonly allowed: true } | { readonly allowed: false; readonly reason: MinutesDenial };

/** What is known of the person and of the minutes when a right is judged. A substitute counts with the role of the member they replace. */
export interface MinutesFacts {
  readonly role: TableRole | null;
  /** May this person adopt for the table outside a meeting? */
  readonly mandate: boolean;
  readonly state: MinutesState;
}

/** Sizes of texts, in characters. */
export const minutesLimits = { textMin: 3, textMax: 5_000, answerMax: 1_000, noteMax: 2_000 } as const;

/** Why not, by state; a state that is left out allows it. */
type Otherwise = Partial<Record<MinutesState, MinutesDenial>>;
const frozen = { ADOPTED: 'MINUTES_ADOPTED', PUBLISHED: 'MINUTES_ADOPTED' } as const;
const notYet = { DRAFT: 'MINUTES_NOT_ADOPTED', REVIEW: 'MINUTES_NOT_ADOPTED' } as const;
const otherwise: Readonly<Record<MinutesVerb, Otherwise>> = {
  SEND_FOR_REVIEW: { REVIEW: 'MINUTES_IN_REVIEW', ...frozen },
  REMARK: { DRAFT: 'MINUTES_NOT_IN_REVIEW', ...frozen },
  SETTLE: { DRAFT: 'MINUTES_NOT_IN_REVIEW' },
  ADOPT: { DRAFT: 'MINUTES_NOT_IN_REVIEW', ...frozen },
  PUBLISH: { ...notYet, PUBLISHED: 'MINUTES_PUBLISHED' },
  ADD_ADDENDUM: notYet,
  PROPOSE_ADDENDUM: notYet,
};

/**
 * Who may do what with minutes, in which state. Chair and secretary send them round, settle remarks, adopt and publish; who holds the
 * mandate of the table adopts too; participants remark and propose addenda.
 */
export function mayWithMinutes(verb: MinutesVerb, facts: MinutesFacts): MinutesDecision {
  const reason = whyNot(verb, facts) ?? otherwise[verb][facts.state] ?? null;
  return reason === null ? { allowed: true } : { allowed: false, reason };
}

function whyNot(verb: MinutesVerb, { role, mandate }: MinutesFacts): MinutesDenial | null {
  if (verb === 'REMARK' || verb === 'PROPOSE_ADDENDUM')
    return role === null || role === 'OBSERVER' ? 'PARTICIPANTS_ONLY' : null;
  if (leadsTable(role) || (verb === 'ADOPT' && mandate)) return null;
  return 'CHAIR_OR_SECRETARY_ONLY';
}

/** May these minutes be adopted so? In a later meeting by chair or secretary, in writing by who holds the mandate of the table. */
export function mayAdopt(how: 'IN_MEETING' | 'IN_WRITING', facts: MinutesFacts): MinutesDecision {
  const decision = mayWithMinutes('ADOPT', facts);
  if (!decision.allowed) return decision;
  if (how === 'IN_WRITING' && !facts.mandate) return { allowed: false, reason: 'MANDATE_ONLY' };
  if (how === 'IN_MEETING' && !leadsTable(facts.role)) return { allowed: false, reason: 'CHAIR_OR_SECRETARY_ONLY' };
  return { allowed: true };
}

/** As far as the rule of what is unfinished is concerned, an item as a meeting went. */
export interface ItemOfMeeting {
  readonly started: boolean;
  readonly finished: boolean;
  /** Was it the current one when the meeting was closed? Then the table ended with it. */
  readonly current: boolean;
  /** Does it come back by itself, like the opening, or is there nothing left to go on with? */
  readonly recurring: boolean;
  /** Is it on a later agenda already? */
  readonly continued: boolean;
}

/** Does an item go on at the next meeting? It does when the table did not come to it, or left it unfinished. */
export function isUnfinished({ started, finished, current, recurring, continued }: ItemOfMeeting): boolean {
  if (recurring || continued || finished) return false;
  return !started || !current;
}
