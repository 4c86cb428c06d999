import { leadsTable } from '@versnellingstafel/shared/tables/roles';
import { type AppModule, roleAt } from '../people/people.module.ts';
import { Action } from './action.entity.ts';
import { actionKind } from './action.events.ts';
import { ActionMutations } from './action.mutations.ts';
import { loadActions } from './action.queries.ts';
import { ActionConnectionResolver, ActionResolver, PromiseFiguresResolver, TablePromises } from './action.resolver.ts';

export { Action, type ActionText } from './action.entity.ts';
export { actionEvent, actionKind } from './action.events.ts';
export { actionFacts, visibleActions } from './action.policy.ts';
export { ActionType } from './action.types.ts';
export { registerCaseOfAction } from './case-of-action.ts';
export { type ActionInput, checkAction, createAction } from './create-action.ts';
export { takeBackAction } from './take-back-action.ts';

/** Who does what by when: agreed in a meeting or between two, and followed until it is done. */
export const ActionsModule: AppModule = {
  name: 'actions',
  entities: [Action],
  resolvers: [ActionResolver, ActionConnectionResolver, TablePromises, PromiseFiguresResolver, ActionMutations],
  nodes: [{ type: 'Action', kind: actionKind, load: loadActions }],
  register(platform) {
    platform.abilities.register<{ id: string }>('AccelerationTable', 'ADD_ACTION', (_context, viewer, table) =>
      leadsTable(roleAt(viewer, table.id)) ? { allowed: true } : { allowed: false, reason: 'CHAIR_OR_SECRETARY_ONLY' },
    );
  },
};
