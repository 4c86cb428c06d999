import { mayWithAction } from '@versnellingstafel/shared/actions/permissions';
import { bottleneckLimits } from '@versnellingstafel/shared/bottlenecks/limits';
import { mayAct } from '@versnellingstafel/shared/bottlenecks/permissions';
import { InputCheck } from '../../../platform/commands/input-check.ts';
import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import { uuidOf } from '../../../platform/graphql/global-id.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import { Action, actionEvent, actionFacts, visibleActions } from '../../actions/actions.module.ts';
import type { Viewer } from '../../people/people.module.ts';
import { openSql } from '../bottleneck.filter.ts';
import { openBottlenecks, type OpenBottleneck } from '../open-bottleneck.ts';
import { recordMany } from './bulk-events.ts';
import type { HandOverInput } from './bulk.types.ts';
import { takeBack } from './undo-bulk-change.ts';

/** How much was handed over; nothing to take back when `handOverId` is null. */
export type HandOverOutcome = {
  readonly bottleneckCount: number;
  readonly actionCount: number;
  readonly handOverId: string | null;
};

interface Handed {
  readonly fromId: string;
  readonly toId: string;
  readonly cases: readonly { readonly id: string; readonly version: number }[];
  readonly actions: readonly { readonly id: string; readonly version: number }[];
}

interface People {
  readonly from: { readonly id: string; readonly name: string };
  readonly to: { readonly id: string; readonly name: string };
}

/**
 * Hands the open cases and actions of somebody who leaves to a colleague, as far as the viewer may change their owner. Nothing is ever
 * without an owner.
 * @throws Refusal (unknown or the same person, one who is excluded from a case, nothing to hand over).
 */
export async function handOver(tx: Transaction, viewer: Viewer, input: HandOverInput): Promise<HandOverOutcome> {
  const check = new InputCheck();
  const people = await checkPeople(tx, check, input);
  const remark = check.optionalText('remark', input.remark, { max: bottleneckLimits.reasonMax }) ?? '';
  check.done();
  const opens = await openBottlenecks(tx, viewer, {
    // The owner of what was referred still owes its feedback.
    sql: `b.owner_id = ? and (${openSql('b')} or b.state = 'REFERRED')`,
    params: [people.from.id],
  });
  const cases = opens.filter((open) => mayAct('CHANGE_OWNER', open.facts).allowed);
  const actions = await actionsOf(tx, viewer, people.from.id);
  const excluded = await tx.em.execute<object[]>(
    `select g.bottleneck_id from bottleneck_grant g where g.person_id = ? and g.kind = 'EXCLUDED' and g.bottleneck_id = any(?::uuid[]) limit 1`,
    [people.to.id, arrayLiteral(cases.map((open) => open.row.id))],
  );
  if (excluded.length > 0) check.refuse('toPersonId', 'PERSON_EXCLUDED');
  if (cases.length + actions.length === 0) check.refuse('fromPersonId', 'NOTHING_TO_HAND_OVER');
  check.done();

  give(tx, { cases, actions }, people, remark);
  await tx.em.flush();
  const handed: Handed = {
    fromId: people.from.id,
    toId: people.to.id,
    cases: cases.map(({ row: { id, version } }) => ({ id, version })),
    actions: actions.map(({ id, version }) => ({ id, version })),
  };
  const id = tx.newId();
  await tx.em.execute(
    `insert into bulk_change (id, kind, person_id, made_at, undo) values (?, 'HAND_OVER', ?, ?, ?::jsonb)`,
    [id, viewer.personId, tx.now, JSON.stringify(handed)],
  );
  return { bottleneckCount: cases.length, actionCount: actions.length, handOverId: id };
}

/** Gives back what nobody changed since, by who handed it over. @throws Refusal (UNKNOWN_BULK_CHANGE). */
export async function undoHandOver(
  tx: Transaction,
  viewer: Viewer,
  input: { handOverId: string },
): Promise<HandOverOutcome> {
  const path = ['input', 'handOverId'];
  const handed = await takeBack<Handed>(tx, viewer, 'HAND_OVER', uuidOf('HandOver', input.handOverId), path);
  const versions = new Map([...handed.cases, ...handed.actions].map(({ id, version }) => [id, version]));
  const opens = await openBottlenecks(
    tx,
    viewer,
    { sql: 'b.id = any(?::uuid[])', params: [arrayLiteral(handed.cases.map(({ id }) => id))] },
    { orChangedLast: true },
  );
  // Who gave away their own work had the right then.
  const gave = handed.fromId === viewer.personId;
  const cases = opens.filter(
    (open) =>
      versions.get(open.row.id) === open.row.version &&
      mayAct('CHANGE_OWNER', { ...open.facts, isOwner: open.facts.isOwner || gave }).allowed,
  );
  const found = await tx.em.find(Action, { id: { $in: handed.actions.map(({ id }) => id) }, state: 'OPEN' });
  const actions = found.filter((action) => versions.get(action.id) === action.version);
  const rows = await tx.em.execute<{ id: string; name: string }[]>('select id, name from person where id in (?, ?)', [
    handed.fromId,
    handed.toId,
  ]);
  const named = (id: string) => ({ id, name: rows.find((row) => row.id === id)?.name ?? '' });
  give(tx, { cases, actions }, { from: named(handed.toId), to: named(handed.fromId) }, '', true);
  await tx.em.flush();
  return { bottleneckCount: cases.length, actionCount: actions.length, handOverId: null };
}

function give(
  tx: Transaction,
  { cases, actions }: { cases: readonly OpenBottleneck[]; actions: readonly Action[] },
  { from, to }: People,
  remark: string,
  undoes = false,
): void {
  const change = { field: 'owner', before: from.name, after: to.name };
  for (const open of cases) open.row.assign({ ownerId: to.id }, open.change);
  const told = cases.map((open) => ({ open, changes: [change] }));
  if (told.length > 0) recordMany(tx, undoes ? 'HAND_OVER_UNDONE' : 'BOTTLENECKS_HANDED_OVER', told, remark);
  for (const action of actions) {
    action.edit({ ownerId: to.id }, { by: tx.actorId ?? to.id, at: tx.now });
    tx.record(actionEvent('ACTION_EDITED', action, [change], remark));
  }
}

async function actionsOf(tx: Transaction, viewer: Viewer, ownerId: string): Promise<Action[]> {
  const visible = visibleActions(viewer, 'a');
  const rows = await tx.em.execute<({ organisation: string } & object)[]>(
    `select a.*, o.organisation_id as organisation from action a join person o on o.id = a.owner_id
     where a.owner_id = ? and a.state = 'OPEN' and ${visible.sql} order by a.id for update of a`,
    [ownerId, ...visible.params],
  );
  return rows.flatMap(({ organisation, ...row }) => {
    const action = tx.em.map(Action, row);
    return mayWithAction('EDIT', actionFacts(viewer, action, organisation)).allowed ? action : [];
  });
}

async function checkPeople(
  tx: Transaction,
  check: InputCheck,
  { fromPersonId, toPersonId }: HandOverInput,
): Promise<People> {
  const ids = [uuidOf('Person', fromPersonId), uuidOf('Person', toPersonId)] as const;
  const rows = await tx.em.execute<{ id: string; name: string }[]>(
    'select p.id, p.name from person p where p.id = any(?::uuid[])',
    [arrayLiteral(ids.filter((id) => id !== null))],
  );
  const [from, to] = ids.map((id) => rows.find((row) => row.id === id));
  if (!from) check.refuse('fromPersonId', 'UNKNOWN_PERSON');
  if (!to) check.refuse('toPersonId', 'UNKNOWN_PERSON');
  if (from && from.id === to?.id) check.refuse('toPersonId', 'SAME_PERSON');
  return { from: from ?? { id: '', name: '' }, to: to ?? { id: '', name: '' } };
}
