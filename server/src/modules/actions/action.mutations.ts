import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { Outcome } from '../../platform/graphql/graph-context.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import type { AppContext } from '../people/people.module.ts';
import {
  ActionReasonInput,
  ActionVersionInput,
  AddActionInput,
  CompleteActionInput,
  EditActionInput,
} from './action.inputs.ts';
import { ActionPayload, ActionType } from './action.types.ts';
import { addAction } from './add-action.ts';
import { caseOfAction } from './case-of-action.ts';
import { completeAction } from './complete-action.ts';
import { editAction } from './edit-action.ts';
import { reopenAction } from './reopen-action.ts';
import { withdrawAction } from './withdraw-action.ts';

type ActionOutcome = Outcome<{ actionId: string }>;

/** The option of the argument that makes a retry safe. */
const keyArg = { nullable: true, description: 'The same key for every attempt at the same thing.' } as const;

@Resolver(() => ActionPayload)
export class ActionMutations {
  @Mutation(() => ActionPayload, {
    description: 'Writes down an action that is agreed between meetings. For chair and secretary of the table.',
  })
  @Policy('signedIn')
  addAction(
    @Ctx() context: AppContext,
    @Arg('input', () => AddActionInput, { description: 'Who does what by when.' }) input: AddActionInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<ActionOutcome> {
    const caseOf = caseOfAction(context.platform);
    return context.command('addAction', input, key, (tx) => addAction(tx, context.requireViewer(), input, caseOf));
  }

  @Mutation(() => ActionPayload, {
    description: 'Changes an action. For its owner, their civil owner, chair and secretary.',
  })
  @Policy('signedIn')
  editAction(
    @Ctx() context: AppContext,
    @Arg('input', () => EditActionInput, { description: 'What changes.' }) input: EditActionInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<ActionOutcome> {
    return context.command('editAction', input, key, (tx) => editAction(tx, context.requireViewer(), input));
  }

  @Mutation(() => ActionPayload, {
    description: 'Reports an action done. For its owner, their civil owner, chair and secretary.',
  })
  @Policy('signedIn')
  completeAction(
    @Ctx() context: AppContext,
    @Arg('input', () => CompleteActionInput, { description: 'Which action, and what came of it.' })
    input: CompleteActionInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<ActionOutcome> {
    return context.command('completeAction', input, key, (tx) => completeAction(tx, context.requireViewer(), input));
  }

  @Mutation(() => ActionPayload, {
    description: 'Opens an action again; also undoes that it was done or withdrawn. For who may report it done.',
  })
  @Policy('signedIn')
  reopenAction(
    @Ctx() context: AppContext,
    @Arg('input', () => ActionVersionInput, { description: 'Which action.' }) input: ActionVersionInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<ActionOutcome> {
    return context.command('reopenAction', input, key, (tx) => reopenAction(tx, context.requireViewer(), input));
  }

  @Mutation(() => ActionPayload, {
    description: 'Ends an action that is no longer needed. For chair and secretary of the table.',
  })
  @Policy('signedIn')
  withdrawAction(
    @Ctx() context: AppContext,
    @Arg('input', () => ActionReasonInput, { description: 'Which action, and why.' }) input: ActionReasonInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<ActionOutcome> {
    return context.command('withdrawAction', input, key, (tx) => withdrawAction(tx, context.requireViewer(), input));
  }

  @FieldResolver(() => ActionType, { nullable: true, description: 'The action; null when nothing was changed.' })
  action(@Ctx() context: AppContext, @Root() outcome: ActionOutcome): Promise<object | null> {
    return context.node('Action', outcome.actionId);
  }
}
