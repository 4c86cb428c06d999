import type { ActionState, ActionUrgency } from '@versnellingstafel/shared/actions/states';
import { graphEnum } from '../../platform/graphql/graph-enum.ts';

export const ActionStateEnum = graphEnum<ActionState>('ActionState', 'How far an action is.', {
  OPEN: 'To be done.',
  DONE: 'Done, with a word on what came of it.',
  WITHDRAWN: 'No longer needed, with the reason.',
});

export const ActionUrgencyEnum = graphEnum<ActionUrgency>(
  'ActionUrgency',
  'Where an open action stands on the ladder of reminders.',
  {
    LATER: 'There is time, or it is not open.',
    SOON: 'At most three days are left.',
    LATE: 'Its day is over.',
    CIVIL_OWNER: 'Late for a week or more: the civil owner of the organisation is told too.',
  },
);

export type ActionOrder = 'DUE_ON' | 'NUMBER' | 'UPDATED';
export const ActionOrderEnum = graphEnum<ActionOrder>('ActionOrder', 'The order of actions.', {
  DUE_ON: 'The earliest day first.',
  NUMBER: 'By number, the newest first.',
  UPDATED: 'What changed last first.',
});
