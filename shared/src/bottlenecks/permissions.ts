import type { OrganisationRole } from '../people/roles.ts';
import { type TableRole, leadsTable } from '../tables/roles.ts';
import type { EscalationState } from './escalations.ts';
import type { BottleneckState } from './states.ts';
import { type BottleneckVerb, canTransition } from './transitions.ts';

/** What the server knows of a viewer and one case they can see. Derived on the server; never taken from arguments. */
export interface BottleneckFacts {
  readonly state: BottleneckState;
  readonly isFiler: boolean;
  readonly isOwner: boolean;
  readonly isLead: boolean;
  /** Civil owner (ambtelijk opdrachtgever) named on the case, or of the owner's organisation. */
  readonly isCivilOwner: boolean;
  readonly isPoliticalOwner: boolean;
  /** Role at the table that holds the case; null when not a member. */
  readonly roleAtHolder: TableRole | null;
  /** Role at the table from which an open escalation came; null when none. */
  readonly roleAtSender: TableRole | null;
  /** May answer for the table that holds the case; left out: as its chair and secretary do. */
  readonly mandateAtHolder?: boolean;
  /** What lies between the tables; left out: nothing. */
  readonly line?: EscalationLine | undefined;
}

/** What lies between the tables about a case. */
export interface EscalationLine {
  /** State of the last link that is under way; null when there is none. */
  readonly open: EscalationState | null;
  /** Tables that wait for an answer. */
  readonly waiting: number;
  /** Is the table above the one that holds the case closed? */
  readonly parentClosed: boolean;
}

export const bottleneckActions = [
  'EDIT',
  'ASSIGN',
  'CHANGE_OWNER',
  'SET_NEXT_STEP',
  'SET_CONFIDENTIALITY',
  'LINK_NOTE',
  'DRAFT_NOTE',
  'ASK_CO_SIGNER',
  'RECORD_FEEDBACK',
  'COMMENT',
  'ATTACH',
] as const;
export type BottleneckAction = (typeof bottleneckActions)[number];

/** Why a verb is refused: a code whose sentence stands in `errors/messages.ts`. */
export type DenialReason =
  | 'WRONG_STATE'
  | 'OWNER_ONLY'
  | 'SECRETARY_ONLY'
  | 'CHAIR_OR_SECRETARY_ONLY'
  | 'OWNER_OR_TABLE_ONLY'
  | 'OWNER_LEAD_OR_TABLE_ONLY'
  | 'CASE_OR_TABLE_ONLY'
  | 'NO_PARENT_TABLE'
  | 'TABLE_CLOSED'
  | 'ESCALATION_OPEN'
  | 'ESCALATION_NOT_ACCEPTED'
  | 'ESCALATION_ACCEPTED'
  | 'ESCALATION_MANDATE_ONLY'
  | 'ANSWER_GOES_BACK';

/** Denials that say how the case lies; the others say that something is not for this viewer. */
export const situationDenials: readonly DenialReason[] = [
  'WRONG_STATE',
  'NO_PARENT_TABLE',
  'TABLE_CLOSED',
  'ESCALATION_OPEN',
  'ESCALATION_NOT_ACCEPTED',
  'ESCALATION_ACCEPTED',
  'ANSWER_GOES_BACK',
];

export type Decision = { readonly allowed: true } | { readonly allowed: false; readonly reason: DenialReason };

const yes: Decision = { allowed: true };
const no = (reason: DenialReason): Decision => ({ allowed: false, reason });

const owns = (facts: BottleneckFacts) => facts.isOwner || (facts.state === 'DRAFT' && facts.isFiler);
const tableLeads = (facts: BottleneckFacts) => leadsTable(facts.roleAtHolder) || leadsTable(facts.roleAtSender);
/** A table that received a case may not have been shown its text: the one that sent it looks after that. */
const looksAfterText = (facts: BottleneckFacts) =>
  (facts.state === 'ESCALATED' ? facts.roleAtSender : facts.roleAtHolder) === 'SECRETARY';
/** Is it theirs to talk about: as one of its people, or with a seat at its table that is more than looking on? */
const hasPart = (facts: BottleneckFacts) =>
  facts.isOwner ||
  facts.isFiler ||
  facts.isLead ||
  facts.isCivilOwner ||
  facts.isPoliticalOwner ||
  [facts.roleAtHolder, facts.roleAtSender].some((role) => role !== null && role !== 'OBSERVER');
const isSecretary = (facts: BottleneckFacts) => facts.roleAtHolder === 'SECRETARY';

/** Who may use a verb, leaving the state aside. */
function rightTo(verb: BottleneckVerb, facts: BottleneckFacts): Decision {
  switch (verb) {
    case 'SUBMIT':
    case 'WITHDRAW':
      return owns(facts) ? yes : no('OWNER_ONLY');
    case 'TRIAGE':
    case 'SCHEDULE':
    case 'HOLD':
    case 'RESUME':
    case 'REFER':
      return isSecretary(facts) ? yes : no('SECRETARY_ONLY');
    case 'START':
      return leadsTable(facts.roleAtHolder) ? yes : no('CHAIR_OR_SECRETARY_ONLY');
    case 'RETURN_ESCALATION':
      return (facts.mandateAtHolder ?? leadsTable(facts.roleAtHolder)) ? yes : no('ESCALATION_MANDATE_ONLY');
    case 'ESCALATE':
    case 'RESOLVE':
      return leadsTable(facts.roleAtHolder) ? yes : no('CHAIR_OR_SECRETARY_ONLY');
    case 'REOPEN':
      return facts.isOwner || tableLeads(facts) ? yes : no('OWNER_OR_TABLE_ONLY');
  }
}

/** May this viewer move the case with this verb now? A wrong state is told before a missing right. */
export function mayTransition(verb: BottleneckVerb, facts: BottleneckFacts): Decision {
  if (!canTransition(verb, facts.state)) return no('WRONG_STATE');
  const decision = rightTo(verb, facts);
  if (!decision.allowed) return decision;
  if (verb === 'RETURN_ESCALATION' && facts.line?.open != null && facts.line.open !== 'SENT')
    return no('ESCALATION_ACCEPTED');
  // What several tables wait for goes back to them one by one.
  return verb === 'RESOLVE' && (facts.line?.waiting ?? 0) > 1 ? no('ANSWER_GOES_BACK') : decision;
}

/** As `mayTransition('ESCALATE')`; the table that holds the case needs an open table above it, and nothing on its way yet. */
export function mayEscalate(facts: BottleneckFacts, hasParentTable: boolean): Decision {
  const decision = mayTransition('ESCALATE', facts);
  if (!decision.allowed) return decision;
  const open = facts.line?.open ?? null;
  if (open === 'DRAFT' || open === 'AGREED') return no('ESCALATION_OPEN');
  if (open === 'SENT') return no('ESCALATION_NOT_ACCEPTED');
  if (!hasParentTable) return no('NO_PARENT_TABLE');
  return facts.line?.parentClosed ? no('TABLE_CLOSED') : decision;
}

/** May this person log a case at all? Observers and readers without a table may not, unless an organisation gave them a role. */
export function mayLogBottleneck(person: {
  readonly organisationRoles: readonly OrganisationRole[];
  readonly tableRoles: readonly TableRole[];
}): boolean {
  return person.organisationRoles.length > 0 || person.tableRoles.some((role) => role !== 'OBSERVER');
}

/** May this viewer change the case without moving it? */
export function mayAct(action: BottleneckAction, facts: BottleneckFacts): Decision {
  switch (action) {
    case 'EDIT':
      return owns(facts) || looksAfterText(facts) ? yes : no('OWNER_OR_TABLE_ONLY');
    case 'CHANGE_OWNER':
      return facts.isOwner || facts.isCivilOwner || tableLeads(facts) ? yes : no('OWNER_OR_TABLE_ONLY');
    case 'ASSIGN':
      return owns(facts) || tableLeads(facts) ? yes : no('OWNER_OR_TABLE_ONLY');
    case 'SET_NEXT_STEP':
      return owns(facts) || facts.isLead || tableLeads(facts) ? yes : no('OWNER_LEAD_OR_TABLE_ONLY');
    case 'SET_CONFIDENTIALITY':
      return owns(facts) || tableLeads(facts) ? yes : no('OWNER_OR_TABLE_ONLY');
    case 'LINK_NOTE':
      return owns(facts) || facts.isLead || facts.isFiler || tableLeads(facts) ? yes : no('OWNER_LEAD_OR_TABLE_ONLY');
    case 'DRAFT_NOTE':
      // What helped is known once it is resolved.
      return facts.state === 'RESOLVED' ? mayAct('LINK_NOTE', facts) : no('WRONG_STATE');
    case 'ASK_CO_SIGNER':
      return owns(facts) || facts.isFiler || tableLeads(facts) ? yes : no('OWNER_OR_TABLE_ONLY');
    case 'RECORD_FEEDBACK':
      if (facts.state !== 'REFERRED') return no('WRONG_STATE');
      return facts.isOwner || isSecretary(facts) ? yes : no('OWNER_OR_TABLE_ONLY');
    case 'COMMENT':
      // What is said in a draft would be said to nobody.
      if (facts.state === 'DRAFT') return no('WRONG_STATE');
      return hasPart(facts) ? yes : no('CASE_OR_TABLE_ONLY');
    case 'ATTACH':
      return hasPart(facts) ? yes : no('CASE_OR_TABLE_ONLY');
  }
}
