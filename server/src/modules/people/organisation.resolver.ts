import { Arg, Ctx, ObjectType, Query, Resolver } from 'type-graphql';
import { afterArg, connectionOf, firstArg, FirstType, type Page } from '../../platform/graphql/connection.ts';
import { likePattern, wordsOf } from '../../platform/database/text-filter.ts';
import { pageOf } from '../../platform/graphql/keyset-page.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { Organisation } from './organisation.entity.ts';
import { OrganisationType } from './place.types.ts';
import type { AppContext } from './viewer.ts';

@Policy('withParent')
@ObjectType('OrganisationConnection', { description: 'A page of organisations, by name.' })
class OrganisationConnection extends connectionOf('Organisation', () => OrganisationType) {}

@Resolver()
export class OrganisationQueries {
  @Query(() => OrganisationConnection, { description: 'Organisations by name, for pickers.' })
  @Policy('signedIn')
  organisations(
    @Ctx() context: AppContext,
    @Arg('text', () => String, { nullable: true, description: 'Part of the name.' }) text: string | null,
    @Arg('first', () => FirstType, firstArg(20)) first: number,
    @Arg('after', () => String, afterArg) after: string | null,
  ): Promise<Page<Organisation>> {
    const wanted = wordsOf(text).join(' ');
    return pageOf<Organisation>(context.platform.cursors, {
      list: 'organisations',
      first,
      after,
      filter: [wanted],
      keys: [{ sql: 'o.name', direction: 'asc', value: ({ name }) => name }],
      idSql: 'o.id',
      rows: async (page) => {
        const pattern = likePattern(wanted);
        const rows = await context.em.execute<Record<string, unknown>[]>(
          `select o.* from organisation o where (o.name ilike ? or o.short_name ilike ?) and ${page.where.sql}
           order by ${page.orderBy} limit ${page.limit}`,
          [pattern, pattern, ...page.where.params],
        );
        return rows.map((row) => context.em.map(Organisation, row));
      },
    });
  }
}
