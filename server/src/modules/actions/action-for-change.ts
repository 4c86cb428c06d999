import { type ActionVerb, mayWithAction } from '@versnellingstafel/shared/actions/permissions';
import { Forbidden } from '../../platform/commands/breach.ts';
import { uuidOf } from '../../platform/graphql/global-id.ts';
import { conflictProblem, fieldProblem, notFoundProblem, refuse } from '../../platform/graphql/problem-data.ts';
import type { Transaction } from '../../platform/streams/transaction.ts';
import type { Viewer } from '../people/people.module.ts';
import { Action } from './action.entity.ts';
import { actionFacts, visibleActions } from './action.policy.ts';

export interface ActionVersion {
  readonly actionId: string;
  readonly expectedVersion: number;
}

const path = ['input', 'actionId'];

/**
 * An action, locked until the transaction ends, for what the viewer may do with it now, having seen its latest version.
 * @throws Refusal (not there or not theirs, changed meanwhile, not in this state), Forbidden (no right).
 */
export async function actionForChange(
  tx: Transaction,
  viewer: Viewer,
  verb: ActionVerb,
  input: ActionVersion,
): Promise<Action> {
  const id = uuidOf('Action', input.actionId) ?? refuse(notFoundProblem(path, 'UNKNOWN_ACTION'));
  const visible = visibleActions(viewer, 'a');
  const [found] = await tx.em.execute<{ organisation: string }[]>(
    `select a.*, o.organisation_id as organisation from action a join person o on o.id = a.owner_id
     where a.id = ? and ${visible.sql} for update of a`,
    [id, ...visible.params],
  );
  if (!found) refuse(notFoundProblem(path, 'UNKNOWN_ACTION'));
  const { organisation, ...row } = found;
  const action = tx.em.map(Action, row);
  const decision = mayWithAction(verb, actionFacts(viewer, action, organisation));
  const ofState = !decision.allowed && (decision.reason === 'ACTION_CLOSED' || decision.reason === 'ACTION_OPEN');
  if (!decision.allowed && !ofState) throw new Forbidden(decision.reason);
  if (action.version !== input.expectedVersion)
    refuse(
      conflictProblem({
        current: { type: 'Action', id: action.id },
        currentVersion: action.version,
        changedById: action.updatedById,
        changedAt: action.updatedAt,
      }),
    );
  if (!decision.allowed) refuse(fieldProblem(decision.reason, path));
  return action;
}
