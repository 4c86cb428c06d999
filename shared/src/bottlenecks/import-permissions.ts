import { leadsTable, type TableRole } from '../tables/roles.ts';
import type { BottleneckAction } from './permissions.ts';
import type { ImportField } from './import-fields.ts';

/** How far an import has come. */
export const importStates = [
  'READING',
  'MAPPING',
  'CHECKING',
  'READY',
  'APPLYING',
  'APPLIED',
  'UNDONE',
  'DISCARDED',
  'FAILED',
] as const;
export type ImportState = (typeof importStates)[number];

/** What can be done with an import, and in which states. */
export const importVerbs = {
  MAP: ['MAPPING', 'READY', 'FAILED'],
  FIX: ['READY'],
  CONFIRM: ['READY'],
  APPLY: ['READY'],
  UNDO: ['APPLIED'],
  DISCARD: ['READING', 'MAPPING', 'CHECKING', 'READY', 'FAILED'],
} as const satisfies Readonly<Record<string, readonly ImportState[]>>;
export type ImportVerb = keyof typeof importVerbs;

export type ImportDecision =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly reason: 'CHAIR_OR_SECRETARY_ONLY' | 'IMPORT_WRONG_STATE' };

/** Chair and secretary bring a list into their table. */
export function mayImport(roleAtTable: TableRole | null): ImportDecision {
  return leadsTable(roleAtTable) ? { allowed: true } : { allowed: false, reason: 'CHAIR_OR_SECRETARY_ONLY' };
}

/** May whoever started this import take this step now? */
export function mayOnImport(verb: ImportVerb, state: ImportState, roleAtTable: TableRole | null): ImportDecision {
  const decision = mayImport(roleAtTable);
  if (!decision.allowed) return decision;
  return (importVerbs[verb] as readonly ImportState[]).includes(state)
    ? decision
    : { allowed: false, reason: 'IMPORT_WRONG_STATE' };
}

/** The right that a cell needs on a case that is there already; what needs none cannot be changed from a list. */
export const actionOfField: Readonly<Record<ImportField, BottleneckAction | null>> = {
  NUMBER: null,
  TITLE: 'EDIT',
  DESCRIPTION: 'EDIT',
  ASK: 'EDIT',
  TRIED_SO_FAR: 'EDIT',
  PROJECT: 'EDIT',
  PLAN_NUMBER: 'EDIT',
  MUNICIPALITY: null,
  THEME: 'EDIT',
  STATE: null,
  HOMES_BLOCKED: 'EDIT',
  OWNER: 'CHANGE_OWNER',
  LEAD: 'ASSIGN',
  ACTION_HOLDER: 'SET_NEXT_STEP',
  NEXT_STEP: 'SET_NEXT_STEP',
  DUE_ON: 'ASSIGN',
  DECISION_BY: 'EDIT',
  CONSTRUCTION_START: 'EDIT',
  CONFIDENTIALITY: 'SET_CONFIDENTIALITY',
  SOLVABLE_AT: 'EDIT',
  FILED_ON: null,
  REMARK: 'SET_NEXT_STEP',
};
