import type { OrganisationRole } from '../people/roles.ts';
import { type TableRole, leadsTable } from '../tables/roles.ts';
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
}

export const bottleneckActions = [
  'EDIT',
  'ASSIGN',
  'CHANGE_OWNER',
  'SET_NEXT_STEP',
  'SET_CONFIDENTIALITY',
  'LINK_NOTE',
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
  | 'NO_PARENT_TABLE';

export type Decision = { readonly allowed: true } | { readonly allowed: false; readonly reason: DenialReason };

const yes: Decision = { allowed: true };
const no = (reason: DenialReason): Decision => ({ allowed: false, reason });

const owns = (facts: BottleneckFacts) => facts.isOwner || (facts.state === 'DRAFT' && facts.isFiler);
const tableLeads = (facts: BottleneckFacts) => leadsTable(facts.roleAtHolder) || leadsTable(facts.roleAtSender);
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
    case 'ESCALATE':
    case 'RETURN_ESCALATION':
    case 'RESOLVE':
      return leadsTable(facts.roleAtHolder) ? yes : no('CHAIR_OR_SECRETARY_ONLY');
    case 'REOPEN':
      return facts.isOwner || tableLeads(facts) ? yes : no('OWNER_OR_TABLE_ONLY');
  }
}

/** May this viewer move the case with this verb now? A wrong state is told before a missing right. */
export function mayTransition(verb: BottleneckVerb, facts: BottleneckFacts): Decision {
  if (!canTransition(verb, facts.state)) return no('WRONG_STATE');
  return rightTo(verb, facts);
}

/** As `mayTransition('ESCALATE')`; the table that holds the case needs a table above it. */
export function mayEscalate(facts: BottleneckFacts, hasParentTable: boolean): Decision {
  const decision = mayTransition('ESCALATE', facts);
  return decision.allowed && !hasParentTable ? no('NO_PARENT_TABLE') : decision;
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
      return owns(facts) || isSecretary(facts) ? yes : no('OWNER_OR_TABLE_ONLY');
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
  }
}
