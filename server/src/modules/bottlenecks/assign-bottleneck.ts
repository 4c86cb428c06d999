import { bottleneckLimits } from '@versnellingstafel/shared/bottlenecks/limits';
import type { BottleneckAction } from '@versnellingstafel/shared/bottlenecks/permissions';
import { isOpen } from '@versnellingstafel/shared/bottlenecks/states';
import type { LocalDate } from '@versnellingstafel/shared/dates/local-date';
import { InputCheck } from '../../platform/commands/input-check.ts';
import { uuidOf } from '../../platform/graphql/global-id.ts';
import type { Transaction } from '../../platform/streams/transaction.ts';
import type { Viewer } from '../people/people.module.ts';
import type { Assignment } from './bottleneck.entity.ts';
import { type FieldChange, inWords, recordEvent } from './bottleneck.events.ts';
import { type NamedPerson, peopleFor } from './case-people.ts';
import { type BottleneckVersion, bottleneckForActions, type OpenBottleneck } from './open-bottleneck.ts';

export interface AssignBottleneck extends BottleneckVersion {
  readonly ownerId?: string | null | undefined;
  readonly leadId?: string | null | undefined;
  readonly civilOwnerId?: string | null | undefined;
  readonly politicalOwnerId?: string | null | undefined;
  readonly dueOn?: LocalDate | null | undefined;
  readonly nextStep?: string | null | undefined;
}

const roles = {
  ownerId: 'owner',
  leadId: 'lead',
  civilOwnerId: 'civilOwner',
  politicalOwnerId: 'politicalOwner',
} as const;
type RoleField = keyof typeof roles;
const roleFields = Object.keys(roles) as RoleField[];

/** Each part of the input has a right of its own. */
function rightsFor(input: AssignBottleneck): BottleneckAction[] {
  const assigns = (['leadId', 'civilOwnerId', 'politicalOwnerId', 'dueOn'] as const).some(
    (field) => input[field] !== undefined,
  );
  const rights: BottleneckAction[] = [];
  if (input.ownerId !== undefined) rights.push('CHANGE_OWNER');
  if (assigns) rights.push('ASSIGN');
  if (input.nextStep !== undefined || rights.length === 0) rights.push('SET_NEXT_STEP');
  return rights;
}

/**
 * Changes who carries a case, until when, and what comes next. What is left out stays; null empties it, but never the
 * owner, nor the date of a case that is open.
 * @throws Forbidden, Refusal with every field problem.
 */
export async function assignBottleneck(
  tx: Transaction,
  viewer: Viewer,
  input: AssignBottleneck,
): Promise<{ bottleneckId: string }> {
  const open = await bottleneckForActions(tx, viewer, rightsFor(input), input);
  const { row } = open;
  const check = new InputCheck();
  const ids = new Map(roleFields.map((field) => [field, uuidOf('Person', input[field])]));
  const known = [...ids.values(), ...roleFields.map((field) => row[field])].filter((id) => id !== null);
  const people = await peopleFor(tx.em, row.id, known);
  const assignment: Partial<Assignment> = {
    ...checkRoles(check, input, ids, people),
    ...checkDueOn(check, input, open),
  };
  const nextStep = check.optionalText('nextStep', input.nextStep, { max: bottleneckLimits.lineMax, singleLine: true });
  if (nextStep !== undefined) assignment.nextStep = nextStep;
  check.done();

  const changes = changesOf(open, assignment, people);
  if (changes.length === 0) return { bottleneckId: row.id };
  row.assign(assignment, open.change);
  recordEvent(open, 'BOTTLENECK_ASSIGNED', { changes });
  return { bottleneckId: row.id };
}

function checkRoles(
  check: InputCheck,
  input: AssignBottleneck,
  ids: Map<RoleField, string | null>,
  people: Map<string, NamedPerson>,
): Partial<Assignment> {
  const assignment: Partial<Assignment> = {};
  for (const field of roleFields) {
    if (input[field] === undefined) continue;
    const id = ids.get(field) ?? null;
    const person = people.get(id ?? '');
    if (input[field] === null && field === 'ownerId') check.refuse(field, 'REQUIRED');
    else if (input[field] !== null && !person) check.refuse(field, 'UNKNOWN_PERSON');
    else if (person?.excluded) check.refuse(field, 'PERSON_EXCLUDED');
    else if (field !== 'ownerId') assignment[field] = id;
    else if (id !== null) assignment.ownerId = id;
  }
  return assignment;
}

function checkDueOn(
  check: InputCheck,
  { dueOn }: AssignBottleneck,
  { row, today }: OpenBottleneck,
): Partial<Assignment> {
  if (dueOn === undefined || dueOn === row.dueOn) return {};
  if (dueOn !== null) return { dueOn: check.date('dueOn', dueOn, { notBefore: today }) };
  if (isOpen(row.state) || row.state === 'REFERRED') check.refuse('dueOn', 'REQUIRED');
  return {};
}

function changesOf(
  { row }: OpenBottleneck,
  assignment: Partial<Assignment>,
  people: Map<string, NamedPerson>,
): FieldChange[] {
  const nameOf = (id: string | null | undefined) => people.get(id ?? '')?.name ?? null;
  const changes: FieldChange[] = [];
  for (const field of roleFields) {
    const after = assignment[field];
    if (after !== undefined && after !== row[field])
      changes.push({ field: roles[field], before: nameOf(row[field]), after: nameOf(after) });
  }
  for (const field of ['dueOn', 'nextStep'] as const) {
    const after = assignment[field];
    if (after !== undefined && after !== row[field])
      changes.push({ field, before: inWords(row[field]), after: inWords(after) });
  }
  return changes;
}
