import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { afterArg, firstArg, FirstType } from '../../platform/graphql/connection.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import type { AppContext } from '../people/people.module.ts';
import { type BottleneckOrder, BottleneckOrderEnum } from './bottleneck.enums.ts';
import type { BottleneckFace, BottleneckPage } from './bottleneck.face.ts';
import { bottleneckByNumber, listBottlenecks } from './bottleneck.queries.ts';
import { BottleneckConnection, BottleneckFacets, BottleneckFilter, BottleneckType } from './bottleneck.types.ts';
import {
  type BottleneckGroup,
  BottleneckGroupCount,
  BottleneckGroupEnum,
  bottleneckGroups,
} from './bottleneck-groups.ts';
import { bottleneckFacets } from './bottleneck-totals.ts';

const filterArg = { nullable: true, description: 'Which ones.' } as const;

@Resolver(() => BottleneckConnection)
export class BottleneckQueries {
  @Query(() => BottleneckConnection, { description: 'The bottlenecks that the viewer may see.' })
  @Policy('signedIn')
  bottlenecks(
    @Ctx() context: AppContext,
    @Arg('filter', () => BottleneckFilter, filterArg) filter: BottleneckFilter | null,
    @Arg('orderBy', () => BottleneckOrderEnum, {
      nullable: true,
      defaultValue: 'DUE_ON',
      description: 'In which order.',
    })
    orderBy: BottleneckOrder | null,
    @Arg('first', () => FirstType, firstArg(50)) first: number,
    @Arg('after', () => String, afterArg) after: string | null,
    @Arg('offset', () => Int, {
      nullable: true,
      description: 'So many rows are skipped, 0 to 10,000; not together with `after`.',
    })
    offset: number | null,
  ): Promise<BottleneckPage> {
    return listBottlenecks(context, { filter, orderBy: orderBy ?? 'DUE_ON', first, after, offset });
  }

  @Query(() => BottleneckFacets, { description: 'What else one could filter by, with how many of each.' })
  @Policy('signedIn')
  bottleneckFacets(
    @Ctx() context: AppContext,
    @Arg('filter', () => BottleneckFilter, filterArg) filter: BottleneckFilter | null,
  ): Promise<BottleneckFacets> {
    return bottleneckFacets(context, filter);
  }

  @Query(() => [BottleneckGroupCount], {
    description: 'The list in groups, with how many cases and homes of each; only groups with a case.',
  })
  @Policy('signedIn')
  bottleneckGroups(
    @Ctx() context: AppContext,
    @Arg('filter', () => BottleneckFilter, filterArg) filter: BottleneckFilter | null,
    @Arg('groupBy', () => BottleneckGroupEnum, { description: 'What they are gathered by.' }) groupBy: BottleneckGroup,
  ): Promise<BottleneckGroupCount[]> {
    return bottleneckGroups(context, filter, groupBy);
  }

  @Query(() => BottleneckType, {
    nullable: true,
    description: 'A bottleneck by its number; null when it is not there or not yours: the same answer.',
  })
  @Policy('signedIn')
  bottleneck(
    @Ctx() context: AppContext,
    @Arg('number', () => String, { description: 'For example KP-2026-013.' }) number: string,
  ): Promise<BottleneckFace | null> {
    return bottleneckByNumber(context, number);
  }

  @FieldResolver(() => Int, { description: 'Exact to 10,000; counts what this viewer may see.' })
  async totalCount(@Root() page: BottleneckPage): Promise<number> {
    return (await page.count()).count;
  }

  @FieldResolver(() => Boolean, { description: 'false: there are more than 10,000.' })
  async totalCountIsExact(@Root() page: BottleneckPage): Promise<boolean> {
    return (await page.count()).isExact;
  }

  @FieldResolver(() => Int, { description: 'Homes that wait on the open ones of this list, each project once.' })
  homesWaiting(@Root() page: BottleneckPage): Promise<number> {
    return page.homesWaiting();
  }
}
