import type { NewEvent } from '../../platform/streams/event.ts';
import type { Action } from './action.entity.ts';

/** Name of actions in events and timelines. */
export const actionKind = 'action';

export const actionEventTypes = [
  'ACTION_ADDED',
  'ACTION_EDITED',
  'ACTION_DONE',
  'ACTION_REOPENED',
  'ACTION_WITHDRAWN',
] as const;
export type ActionEventType = (typeof actionEventTypes)[number];

export interface ActionChange {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** An event on the stream of the action's table, on the timelines of the action and of the case it is for. */
export function actionEvent(
  type: ActionEventType,
  action: Pick<Action, 'id' | 'tableId' | 'bottleneckId'>,
  changes: readonly ActionChange[],
  remark = '',
): NewEvent {
  return {
    stream: { kind: 'table', id: action.tableId },
    type,
    subjects: [
      { kind: actionKind, id: action.id },
      ...(action.bottleneckId === null ? [] : [{ kind: 'bottleneck', id: action.bottleneckId }]),
    ],
    payload: { changes: changes.map((change) => ({ ...change })), ...(remark && { remark }) },
  };
}
