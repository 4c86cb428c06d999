import { commentVerbs } from '@versnellingstafel/shared/discussion/permissions';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { AbilityFact } from '../../../platform/graphql/abilities.ts';
import { Ability } from '../../../platform/graphql/ability.type.ts';
import { afterArg, firstArg, FirstType } from '../../../platform/graphql/connection.ts';
import type { Outcome } from '../../../platform/graphql/graph-context.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import {
  CommentConnection,
  CommentPayload,
  CommentType,
  CommentVersionInput,
  EditCommentInput,
} from '../../discussion/discussion.module.ts';
import { type AppContext, PersonType } from '../../people/people.module.ts';
import type { BottleneckFace } from '../bottleneck.face.ts';
import { BottleneckType } from '../bottleneck.types.ts';
import { addComment } from './add-comment.ts';
import { editComment, removeComment, restoreComment } from './change-comment.ts';
import { type CommentFace, type CommentPage, commentsOf, mentionsOf, wordsOf } from './comment.queries.ts';
import { AddCommentInput } from './discussion.types.ts';
import { abilitiesOnSaid } from './said-facts.ts';

@Resolver(() => BottleneckType)
export class BottleneckComments {
  @FieldResolver(() => CommentConnection, {
    description: 'What was said about it and the viewer may read, the latest first.',
  })
  comments(
    @Ctx() context: AppContext,
    @Root() row: BottleneckFace,
    @Arg('first', () => FirstType, firstArg(20)) first: number,
    @Arg('after', () => String, afterArg) after: string | null,
  ): Promise<CommentPage> {
    return commentsOf(context, row.id, { first, after });
  }
}

@Resolver(() => CommentConnection)
export class CommentCount {
  @FieldResolver(() => Int, { description: 'How many there are, without those that were taken away.' })
  totalCount(@Root() page: CommentPage): Promise<number> {
    return page.count();
  }
}

@Resolver(() => CommentType)
export class CommentFields {
  @FieldResolver(() => String, {
    description: 'What was said, as plain text; empty when it was taken away, but for who may put it back.',
  })
  text(@Ctx() context: AppContext, @Root() comment: CommentFace): Promise<string> {
    return wordsOf(context, comment);
  }

  @FieldResolver(() => PersonType, { description: 'Who said it.' })
  author(@Ctx() context: AppContext, @Root() comment: CommentFace): Promise<object | null> {
    return context.node('Person', comment.authorId);
  }

  @FieldResolver(() => [PersonType], { description: 'Whom it names; nobody once it was taken away.' })
  async mentions(@Ctx() context: AppContext, @Root() comment: CommentFace): Promise<object[]> {
    return comment.removed ? [] : mentionsOf(context, comment.id);
  }

  @FieldResolver(() => BottleneckType, { description: 'The case that it is with.' })
  bottleneck(@Ctx() context: AppContext, @Root() comment: CommentFace): Promise<object | null> {
    return context.node('Bottleneck', comment.bottleneckId);
  }

  @FieldResolver(() => [Ability], { description: 'What the viewer may do with it: EDIT, REMOVE, RESTORE.' })
  viewerCan(@Ctx() context: AppContext, @Root() comment: CommentFace): Promise<AbilityFact[]> {
    const { bottleneckId, authorId, removed } = comment;
    return abilitiesOnSaid(context, { bottleneckId, byId: authorId, removed }, commentVerbs);
  }
}

type CommentOutcome = Outcome<{ bottleneckId: string; commentId: string }>;
const keyArg = { nullable: true, description: 'The same key for every attempt at the same thing.' } as const;

@Resolver(() => CommentPayload)
export class CommentMutations {
  @Mutation(() => CommentPayload, {
    description: 'Says something about a case. For its people and who sits at its table, observers apart.',
  })
  @Policy('signedIn')
  addComment(
    @Ctx() context: AppContext,
    @Arg('input', () => AddCommentInput, { description: 'What, and about which case.' }) input: AddCommentInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<CommentOutcome> {
    return context.command('addComment', input, key, (tx) => addComment(tx, context.requireViewer(), input));
  }

  @Mutation(() => CommentPayload, { description: 'Says it otherwise. For who said it.' })
  @Policy('signedIn')
  editComment(
    @Ctx() context: AppContext,
    @Arg('input', () => EditCommentInput, { description: 'Which, and how.' }) input: EditCommentInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<CommentOutcome> {
    return context.command('editComment', input, key, (tx) => editComment(tx, context.requireViewer(), input));
  }

  @Mutation(() => CommentPayload, { description: 'Takes it away. For who said it and the secretary of the table.' })
  @Policy('signedIn')
  removeComment(
    @Ctx() context: AppContext,
    @Arg('input', () => CommentVersionInput, { description: 'Which.' }) input: CommentVersionInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<CommentOutcome> {
    return context.command('removeComment', input, key, (tx) => removeComment(tx, context.requireViewer(), input));
  }

  @Mutation(() => CommentPayload, { description: 'Puts it back. For who said it and the secretary of the table.' })
  @Policy('signedIn')
  restoreComment(
    @Ctx() context: AppContext,
    @Arg('input', () => CommentVersionInput, { description: 'Which.' }) input: CommentVersionInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<CommentOutcome> {
    return context.command('restoreComment', input, key, (tx) => restoreComment(tx, context.requireViewer(), input));
  }

  @FieldResolver(() => CommentType, { nullable: true, description: 'The comment; null when nothing changed.' })
  comment(@Ctx() context: AppContext, @Root() outcome: CommentOutcome): Promise<object | null> {
    return context.node('Comment', outcome.commentId);
  }

  @FieldResolver(() => BottleneckType, { nullable: true, description: 'Its case; null when nothing changed.' })
  bottleneck(@Ctx() context: AppContext, @Root() outcome: CommentOutcome): Promise<object | null> {
    return context.node('Bottleneck', outcome.bottleneckId);
  }
}
