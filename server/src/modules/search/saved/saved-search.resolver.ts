import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { Outcome } from '../../../platform/graphql/graph-context.ts';
import { Node } from '../../../platform/graphql/node.type.ts';
import { Payload } from '../../../platform/graphql/payload.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import type { AppContext } from '../../people/people.module.ts';
import { forgetSearch, listSavedSearches, type SavedSearch, saveSearch } from './saved-search.ts';

@Policy('withParent')
@ObjectType('SavedSearch', {
  implements: Node,
  description: 'A question that somebody keeps to ask again; theirs alone.',
  simpleResolvers: true,
})
class SavedSearchType extends Node {
  @Field(() => String, { description: 'The question, as it was typed.' })
  query!: string;
}

@Policy('withParent')
@ObjectType('SavedSearchPayload', { description: 'The question that is kept, or why it is not.' })
class SavedSearchPayload extends Payload {}

@InputType('SaveSearchInput', { description: 'A question to keep.' })
class SaveSearchInput {
  @Field(() => String, { description: 'As it was typed, in 1 to 400 characters.' })
  query!: string;
}

@InputType('ForgetSearchInput', { description: 'A question to forget.' })
class ForgetSearchInput {
  @Field(() => ID, { description: 'Which one.' })
  savedSearchId!: string;
}

type SavedOutcome = Outcome<{ savedSearchId: string }>;
const keyArg = { nullable: true, description: 'The same key for every attempt at the same thing.' } as const;

@Resolver(() => SavedSearchPayload)
export class SavedSearchResolver {
  @Query(() => [SavedSearchType], { description: 'The questions that the viewer keeps, the latest first.' })
  @Policy('signedIn')
  savedSearches(@Ctx() context: AppContext): Promise<SavedSearch[]> {
    return listSavedSearches(context);
  }

  @Mutation(() => SavedSearchPayload, { description: 'Keeps a question to ask again, on whatever device.' })
  @Policy('signedIn')
  saveSearch(
    @Ctx() context: AppContext,
    @Arg('input', () => SaveSearchInput, { description: 'The question.' }) input: SaveSearchInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<SavedOutcome> {
    return context.command('saveSearch', input, key, (tx) => saveSearch(tx, context.requireViewer(), input.query));
  }

  @Mutation(() => SavedSearchPayload, { description: 'Forgets a question that was kept.' })
  @Policy('signedIn')
  forgetSearch(
    @Ctx() context: AppContext,
    @Arg('input', () => ForgetSearchInput, { description: 'Which one.' }) input: ForgetSearchInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<SavedOutcome> {
    return context.command('forgetSearch', input, key, (tx) =>
      forgetSearch(tx, context.requireViewer(), input.savedSearchId),
    );
  }

  @FieldResolver(() => SavedSearchType, { nullable: true, description: 'The question; null when it is not kept.' })
  savedSearch(@Ctx() context: AppContext, @Root() outcome: SavedOutcome): Promise<object | null> {
    return context.node('SavedSearch', outcome.savedSearchId);
  }
}
