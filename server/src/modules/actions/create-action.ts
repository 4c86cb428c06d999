import { actionLimits, actionNumber } from '@versnellingstafel/shared/actions/states';
import { type LocalDate, localDateOf } from '@versnellingstafel/shared/dates/local-date';
import type { InputCheck } from '../../platform/commands/input-check.ts';
import { uuidOf } from '../../platform/graphql/global-id.ts';
import type { Transaction } from '../../platform/streams/transaction.ts';
import { personExists, type Viewer } from '../people/people.module.ts';
import { actionEvent } from './action.events.ts';
import { Action, type ActionText } from './action.entity.ts';

export interface ActionInput {
  readonly what: string;
  readonly ownerId: string;
  readonly dueOn: LocalDate;
}

/** What is agreed, as it will be kept; problems go into `check`. */
export async function checkAction(
  tx: Transaction,
  check: InputCheck,
  input: Partial<ActionInput>,
  current?: ActionText,
): Promise<Partial<ActionText>> {
  const today = localDateOf(tx.now);
  const text: Partial<ActionText> = {};
  if (input.what !== undefined)
    text.what = check.text('what', input.what, { min: actionLimits.whatMin, max: actionLimits.whatMax });
  if (input.ownerId !== undefined) {
    const id = uuidOf('Person', input.ownerId);
    if (id === null || !(await personExists(tx.em, id))) check.refuse('ownerId', 'UNKNOWN_PERSON');
    else text.ownerId = id;
  }
  if (input.dueOn !== undefined) {
    // A day that stands there already may lie behind; only a new one may not.
    const rule = input.dueOn === current?.dueOn ? {} : { notBefore: today };
    text.dueOn = check.date('dueOn', input.dueOn, rule);
  }
  return text;
}

/** Where it was agreed, and what it is for. */
export interface ActionOrigin {
  readonly tableId: string;
  readonly meetingId?: string;
  readonly agendaItemId?: string;
  readonly bottleneckId?: string | null;
  readonly closedPart?: boolean;
}

/** Makes the action; it is in its owner's list when the transaction ends. Rights and input are the caller's to check. */
export async function createAction(
  tx: Transaction,
  viewer: Viewer,
  origin: ActionOrigin,
  text: ActionText,
): Promise<Action> {
  const [sequence] = await tx.em.execute<{ next: number }[]>(`select nextval('action_number')::int as next`);
  const action = tx.em.create(Action, {
    id: tx.newId(),
    number: actionNumber(Number(localDateOf(tx.now).slice(0, 4)), sequence?.next ?? 1),
    version: 1,
    tableId: origin.tableId,
    meetingId: origin.meetingId ?? null,
    agendaItemId: origin.agendaItemId ?? null,
    bottleneckId: origin.bottleneckId ?? null,
    closedPart: origin.closedPart ?? false,
    state: 'OPEN',
    ...text,
    agreedDueOn: text.dueOn,
    doneOn: null,
    doneNote: '',
    withdrawnReason: '',
    createdAt: tx.now,
    createdById: viewer.personId,
    updatedAt: tx.now,
    updatedById: viewer.personId,
  });
  await tx.em.flush();
  tx.record(
    actionEvent('ACTION_ADDED', action, [
      { field: 'what', before: null, after: text.what },
      { field: 'dueOn', before: null, after: text.dueOn },
    ]),
  );
  return action;
}
