import type { SearchKind } from '@versnellingstafel/shared/search/limits';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { afterArg, firstArg, FirstType } from '../../platform/graphql/connection.ts';
import { uuidOf } from '../../platform/graphql/global-id.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { BottleneckType } from '../bottlenecks/bottlenecks.module.ts';
import type { AppContext } from '../people/people.module.ts';
import { engineOf } from './engine-of.ts';
import { findSimilar, type Similar } from './find-similar.ts';
import { search, type SearchPage } from './search.ts';
import { SearchConnection, SearchKindEnum, SimilarType } from './search.types.ts';

@Resolver()
export class SearchResolver {
  @Query(() => SearchConnection, {
    description:
      'What answers a question, best first. Any text is a question; `name:value` is a filter, other syntax means nothing.',
  })
  @Policy('signedIn')
  search(
    @Ctx() context: AppContext,
    @Arg('query', () => String, { description: 'As a person types it.' }) query: string,
    @Arg('kinds', () => [SearchKindEnum], { nullable: true, description: 'Only these; all when left out.' }) kinds:
      | SearchKind[]
      | null,
    @Arg('first', () => FirstType, firstArg(20)) first: number,
    @Arg('after', () => String, afterArg) after: string | null,
  ): Promise<SearchPage> {
    return search(engineOf(context.platform), context, { query, kinds: kinds ?? null, first, after: after ?? null });
  }

  @Query(() => SimilarType, {
    description: 'Cases and notes that look like a text being typed; also proposes a theme.',
  })
  @Policy('signedIn')
  similar(
    @Ctx() context: AppContext,
    @Arg('text', () => String, { description: 'The title so far.' }) text: string,
    @Arg('projectId', () => ID, { nullable: true, description: 'The project: its other cases come first.' }) projectId:
      | string
      | null,
    @Arg('themeCode', () => String, { nullable: true, description: 'The theme chosen so far: its cases come first.' })
    themeCode: string | null,
    @Arg('first', () => FirstType, firstArg(5)) first: number,
  ): Promise<Similar> {
    return findSimilar(engineOf(context.platform), context, {
      text,
      projectId: uuidOf('Project', projectId),
      themeCode,
      first,
    });
  }
}

/** What a case is compared by. */
interface ComparedCase {
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

@Resolver(() => BottleneckType)
export class SimilarBottleneckResolver {
  @FieldResolver(() => SimilarType, { description: 'Cases and notes that look like this one.' })
  similar(
    @Ctx() context: AppContext,
    @Root() bottleneck: ComparedCase,
    @Arg('first', () => FirstType, firstArg(5)) first: number,
  ): Promise<Similar> {
    return findSimilar(engineOf(context.platform), context, {
      text: `${bottleneck.title}\n${bottleneck.description}`,
      first,
      without: bottleneck.id,
    });
  }
}
