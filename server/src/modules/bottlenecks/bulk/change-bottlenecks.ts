import { bottleneckLimits } from '@versnellingstafel/shared/bottlenecks/limits';
import { type BottleneckAction, mayAct, mayTransition } from '@versnellingstafel/shared/bottlenecks/permissions';
import { isOpen } from '@versnellingstafel/shared/bottlenecks/states';
import type { BottleneckVerb } from '@versnellingstafel/shared/bottlenecks/transitions';
import { InputCheck } from '../../../platform/commands/input-check.ts';
import type { Json } from '../../../platform/database/json.ts';
import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import { uuidOf } from '../../../platform/graphql/global-id.ts';
import { fieldProblem, refuse } from '../../../platform/graphql/problem-data.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import type { Assignment } from '../bottleneck.entity.ts';
import { type FieldChange, inWords, movedChanges } from '../bottleneck.events.ts';
import { type CaseTheme, checkThemes } from '../bottleneck-links.ts';
import { peopleFor } from '../case-people.ts';
import { openBottlenecks, type OpenBottleneck } from '../open-bottleneck.ts';
import { recordMany } from './bulk-events.ts';
import type { BottleneckChangeInput, ChangeBottlenecksInput } from './bulk.types.ts';
import { changeThemes, themesOfCases } from './themes-of-many.ts';

/** A case that stays as it is. */
export type Refused = { readonly bottleneckId: string; readonly code: string; readonly field?: string };

/** What came of it; nothing was changed when `bulkChangeId` is null. */
export type BulkOutcome = {
  readonly changedIds: string[];
  readonly refused: Refused[];
  readonly bulkChangeId: string | null;
};

/** What a row was like before, so that it can be put back. */
export interface UndoRow {
  readonly id: string;
  /** The version that the change made: any other one has built on it. */
  readonly version: number;
  readonly before: Json;
  readonly assignment: Json;
  readonly themeIds: string[] | null;
  readonly changes: readonly FieldChange[];
  /** What the change needed, so that who lost it since takes nothing back. */
  readonly actions: readonly BottleneckAction[];
  readonly verb: BottleneckVerb | null;
}

/** Steps that need nothing of one case alone. */
const verbs = ['TRIAGE', 'START', 'HOLD', 'RESUME', 'WITHDRAW', 'REOPEN'] as const satisfies readonly BottleneckVerb[];

interface CheckedChange {
  readonly assignment: Partial<Assignment>;
  readonly names: ReadonlyMap<string, string>;
  readonly add: readonly CaseTheme[];
  readonly remove: readonly string[];
  readonly verb: (typeof verbs)[number] | null;
  readonly reason: string;
  readonly returnOn: string | null;
  readonly actions: readonly BottleneckAction[];
}

/**
 * One change of many cases, all or nothing: while one of them may not be changed, nothing is, unless the viewer said that the others may go. It is one
 * event, told on each timeline, and taken back as one.
 * @throws Refusal (a case that is not there or not theirs, a field that is wrong, nothing to change).
 */
export async function changeBottlenecks(
  tx: Transaction,
  viewer: Viewer,
  input: ChangeBottlenecksInput,
): Promise<BulkOutcome> {
  const opens = await openAll(tx, viewer, input);
  const themes = await themesOfCases(tx, [...opens.keys()]);
  const change = await checkChange(tx, input.change, opens);
  const excluded = await excludedFrom(tx, [...opens.keys()], change);
  const refused = [...opens.values()].flatMap(({ open, expectedVersion }): Refused[] => {
    const why = excluded.has(open.row.id)
      ? { code: 'PERSON_EXCLUDED' }
      : whyNot(open, expectedVersion, change, themes.get(open.row.id) ?? []);
    return why === null ? [] : [{ bottleneckId: open.row.id, ...why }];
  });
  if (refused.length > 0 && !input.allowedOnly) return { changedIds: [], refused, bulkChangeId: null };
  const refusedIds = new Set(refused.map(({ bottleneckId }) => bottleneckId));
  const allowed = [...opens.values()].flatMap(({ open }) => (refusedIds.has(open.row.id) ? [] : open));
  if (allowed.length === 0) return { changedIds: [], refused, bulkChangeId: null };

  const undo: UndoRow[] = [];
  const told = allowed.flatMap((open) => {
    const { ownerId, leadId, civilOwnerId, politicalOwnerId, dueOn, nextStep, version } = open.row;
    const assignment = { ownerId, leadId, civilOwnerId, politicalOwnerId, dueOn, nextStep };
    const before = themes.get(open.row.id) ?? [];
    const changes = [...apply(open, change), ...themeWords(before, change)];
    // Nothing differs: it is as it was asked to be.
    if (changes.length === 0) return [];
    // One change is one version, whatever it is made of.
    open.row.version = version + 1;
    undo.push({
      id: open.row.id,
      version: open.row.version,
      before: { ...open.before },
      assignment,
      themeIds: change.add.length + change.remove.length > 0 ? before.map(({ id }) => id) : null,
      changes,
      actions: change.actions,
      verb: change.verb,
    });
    return [{ open, changes }];
  });
  await tx.em.flush();
  const changedIds = told.map(({ open }) => open.row.id);
  await changeThemes(tx, changedIds, change);
  recordMany(tx, 'BOTTLENECKS_CHANGED', told, change.reason);
  const id = tx.newId();
  await tx.em.execute(
    `insert into bulk_change (id, kind, person_id, made_at, undo) values (?, 'CHANGE', ?, ?, ?::jsonb)`,
    [id, viewer.personId, tx.now, JSON.stringify(undo)],
  );
  return { changedIds, refused, bulkChangeId: told.length > 0 ? id : null };
}

type Opened = Map<string, { open: OpenBottleneck; expectedVersion: number }>;

/** All of them, locked in one statement; one that is not there stops it, with the answer of what is not theirs. */
async function openAll(tx: Transaction, viewer: Viewer, { bottlenecks }: ChangeBottlenecksInput): Promise<Opened> {
  const check = new InputCheck();
  if (bottlenecks.length === 0) check.refuse('bottlenecks', 'REQUIRED');
  const wanted = check.atMost('bottlenecks', bottlenecks, bottleneckLimits.bulkMax);
  check.done();
  const ids = wanted.map(({ bottleneckId }) => uuidOf('Bottleneck', bottleneckId));
  const opens = await openBottlenecks(tx, viewer, {
    sql: 'b.id = any(?::uuid[])',
    params: [arrayLiteral(ids.filter((id) => id !== null))],
  });
  const byId = new Map(opens.map((open) => [open.row.id, open]));
  const found: Opened = new Map();
  for (const [index, id] of ids.entries()) {
    const open = byId.get(id ?? '');
    if (!open) check.refuse('bottlenecks', 'UNKNOWN_BOTTLENECK', {}, String(index), 'bottleneckId');
    else if (!found.has(open.row.id))
      found.set(open.row.id, { open, expectedVersion: wanted[index]?.expectedVersion ?? 0 });
  }
  check.done();
  return found;
}

async function checkChange(tx: Transaction, input: BottleneckChangeInput, opens: Opened): Promise<CheckedChange> {
  const base = ['input', 'change'];
  const check = new InputCheck(base);
  const [first] = opens.values();
  const today = first?.open.today ?? '';
  const people = await peopleFor(
    tx.em,
    first?.open.row.id ?? '',
    [input.ownerId, input.leadId].flatMap((id) => (id == null ? [] : (uuidOf('Person', id) ?? []))),
  );
  const person = (field: 'ownerId' | 'leadId'): string | undefined => {
    if (input[field] == null) return undefined;
    const id = uuidOf('Person', input[field]);
    if (id === null || !people.has(id)) check.refuse(field, 'UNKNOWN_PERSON');
    return id ?? undefined;
  };
  const ownerId = person('ownerId');
  const leadId = person('leadId');
  const date = input.dueOn == null ? undefined : check.date('dueOn', input.dueOn, { notBefore: today });
  // What is on hold comes back on its day of return; it has no other date.
  const dueOn = input.verb === 'HOLD' ? undefined : date;
  const nextStep = check.optionalText('nextStep', input.nextStep ?? undefined, {
    max: bottleneckLimits.lineMax,
    singleLine: true,
  });
  const add = input.addThemeCodes?.length
    ? await checkThemes(tx.em, check, input.addThemeCodes, { today, required: false, field: 'addThemeCodes' })
    : [];
  // Also what holds no longer can be taken away.
  const removed = input.removeThemeCodes?.length
    ? await checkThemes(tx.em, check, input.removeThemeCodes, {
        today: null,
        required: false,
        field: 'removeThemeCodes',
      })
    : [];
  const verb = checkVerb(check, input.verb ?? null);
  const needsReason = verb === 'HOLD' || verb === 'WITHDRAW' || verb === 'REOPEN';
  const reason = check.text('reason', input.reason ?? '', {
    max: bottleneckLimits.reasonMax,
    ...(needsReason && { min: 1 }),
  });
  if (verb === 'HOLD' && input.returnOn == null) check.refuse('returnOn', 'REQUIRED');
  const returnOn = input.returnOn == null ? null : check.date('returnOn', input.returnOn, { notBefore: today });
  check.done();
  const assignment: Partial<Assignment> = {
    ...(ownerId !== undefined && { ownerId }),
    ...(leadId !== undefined && { leadId }),
    ...(dueOn !== undefined && { dueOn }),
    ...(nextStep !== undefined && { nextStep }),
  };
  const remove = removed.map(({ code }) => code);
  const nothing = Object.keys(assignment).length + add.length + remove.length === 0 && verb === null;
  if (nothing) refuse(fieldProblem('NOTHING_TO_CHANGE', base));
  const actions: BottleneckAction[] = [
    ...(ownerId !== undefined ? (['CHANGE_OWNER'] as const) : []),
    ...(leadId !== undefined || dueOn !== undefined ? (['ASSIGN'] as const) : []),
    ...(nextStep !== undefined ? (['SET_NEXT_STEP'] as const) : []),
    ...(add.length + remove.length > 0 ? (['EDIT'] as const) : []),
  ];
  const names = await namesOf(tx, opens, people);
  return { assignment, names, add, remove, verb, reason, returnOn, actions };
}

function checkVerb(check: InputCheck, verb: BottleneckVerb | null): CheckedChange['verb'] {
  const known = verbs.find((one) => one === verb) ?? null;
  if (verb !== null && known === null) check.refuse('verb', 'STEP_NOT_FOR_MANY');
  return known;
}

/** The names that timelines tell: of who comes, and of who was there before. */
async function namesOf(
  tx: Transaction,
  opens: Opened,
  people: ReadonlyMap<string, { name: string }>,
): Promise<Map<string, string>> {
  const ids = [...opens.values()].flatMap(({ open }) => [open.row.ownerId, open.row.leadId ?? []].flat());
  const rows = await tx.em.execute<{ id: string; name: string }[]>(
    'select p.id, p.name from person p where p.id = any(?::uuid[])',
    [arrayLiteral([...new Set(ids)])],
  );
  return new Map([
    ...rows.map(({ id, name }) => [id, name] as const),
    ...[...people].map(([id, { name }]) => [id, name] as const),
  ]);
}

/** Why this case stays as it is; null when it may be changed. */
function whyNot(
  open: OpenBottleneck,
  expectedVersion: number,
  { actions, verb, assignment, add, remove }: CheckedChange,
  themes: readonly CaseTheme[],
): { code: string; field?: string } | null {
  for (const action of actions) {
    const decision = mayAct(action, open.facts);
    if (!decision.allowed) return { code: decision.reason };
  }
  if (verb !== null) {
    const decision = mayTransition(verb, open.facts);
    if (!decision.allowed) return { code: decision.reason };
  }
  if (open.row.version !== expectedVersion) return { code: 'CONFLICT' };
  if (verb === 'TRIAGE' && open.row.constructionStart === null)
    return { code: 'NEEDED_FOR_TRIAGE', field: 'constructionStart' };
  if (verb === 'TRIAGE' && open.impacts.every(({ homesBlocked }) => homesBlocked === null))
    return { code: 'NEEDED_FOR_TRIAGE', field: 'homesBlocked' };
  const dated = isOpen(open.row.state) || open.row.state === 'REFERRED' || verb === 'REOPEN';
  if (assignment.dueOn !== undefined && !dated) return { code: 'WRONG_STATE' };
  const kept = themes.filter(({ code }) => !remove.includes(code));
  const after = new Set([...kept, ...add].map(({ code }) => code)).size;
  if (remove.length > 0 && after === 0) return { code: 'REQUIRED', field: 'themeCodes' };
  return after > bottleneckLimits.themesMax ? { code: 'TOO_MANY', field: 'themeCodes' } : null;
}

/** The cases from which the new owner or lead is excluded. */
async function excludedFrom(
  tx: Transaction,
  ids: readonly string[],
  { assignment }: CheckedChange,
): Promise<Set<string>> {
  const people = [assignment.ownerId, assignment.leadId].flatMap((id) => id ?? []);
  if (people.length === 0) return new Set();
  const rows = await tx.em.execute<{ id: string }[]>(
    `select g.bottleneck_id as id from bottleneck_grant g
     where g.kind = 'EXCLUDED' and g.bottleneck_id = any(?::uuid[]) and g.person_id = any(?::uuid[])`,
    [arrayLiteral(ids), arrayLiteral(people)],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Changes the row, and says what differs. */
function apply(open: OpenBottleneck, { assignment, names, verb, reason, returnOn }: CheckedChange): FieldChange[] {
  const { row, change } = open;
  const changes: FieldChange[] = [];
  for (const [field, label] of [
    ['ownerId', 'owner'],
    ['leadId', 'lead'],
  ] as const) {
    const after = assignment[field];
    if (after !== undefined && after !== row[field])
      changes.push({
        field: label,
        before: names.get(row[field] ?? '') ?? null,
        after: names.get(after ?? '') ?? null,
      });
  }
  for (const field of ['dueOn', 'nextStep'] as const) {
    const after = assignment[field];
    if (after !== undefined && after !== row[field])
      changes.push({ field, before: inWords(row[field]), after: inWords(after) });
  }
  if (verb === 'HOLD') row.hold(reason, returnOn ?? '', change);
  else if (verb === 'TRIAGE') row.triage(change);
  else if (verb === 'START') row.start(change);
  else if (verb === 'RESUME') row.resume(change);
  else if (verb === 'WITHDRAW') row.withdraw(change);
  else if (verb === 'REOPEN') row.reopen(change);
  if (verb !== null || changes.length > 0) row.assign(assignment, change);
  const told = new Set(changes.map(({ field }) => field));
  return [...(verb === null ? [] : movedChanges(open).filter(({ field }) => !told.has(field))), ...changes];
}

function themeWords(before: readonly CaseTheme[], { add, remove }: CheckedChange): FieldChange[] {
  if (add.length + remove.length === 0) return [];
  const kept = before.filter(({ code }) => !remove.includes(code));
  const after = [...kept, ...add.filter(({ id }) => !kept.some((theme) => theme.id === id))];
  const words = (themes: readonly CaseTheme[]) => themes.map(({ name }) => name).join(', ');
  return words(before) === words(after) ? [] : [{ field: 'themes', before: words(before), after: words(after) }];
}
