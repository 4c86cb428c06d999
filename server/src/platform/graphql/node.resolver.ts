import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { parseGlobalId } from './global-id.ts';
import type { GraphContext } from './graph-context.ts';
import { Node } from './node.type.ts';
import { Policy } from './policy.ts';
import { ConflictProblem } from './problem.type.ts';

@Resolver()
export class NodeResolver {
  @Query(() => Node, {
    nullable: true,
    description: 'Anything by its id; null when it is not there or not yours: the same answer.',
  })
  @Policy('signedIn')
  node(
    @Ctx() context: GraphContext,
    @Arg('id', () => ID, { description: 'The id from an earlier answer.' }) id: string,
  ): Promise<object | null> {
    const parsed = parseGlobalId(id);
    return context.node(parsed?.type ?? '', parsed?.id);
  }
}

@Resolver(() => ConflictProblem)
export class ConflictProblemResolver {
  @FieldResolver(() => Node, { nullable: true, description: 'The thing as it is now.' })
  current(
    @Ctx() context: GraphContext,
    @Root() problem: { current?: { type: string; id: string } },
  ): Promise<object | null> {
    return context.node(problem.current?.type ?? '', problem.current?.id);
  }
}
