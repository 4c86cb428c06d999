import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { localDateOf } from '@versnellingstafel/shared/dates/local-date';
import { afterArg, firstArg, FirstType } from '../../platform/graphql/connection.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { type AppContext, MunicipalityType } from '../people/people.module.ts';
import { type ProjectOrder, ProjectOrderEnum } from './project.enums.ts';
import { listProjects, type ProjectFace, type ProjectPage } from './project.queries.ts';
import { ProjectConnection, ProjectFilter, ProjectType, ThemeType } from './project.types.ts';
import { Theme } from './theme.entity.ts';

@Resolver(() => ProjectType)
export class ProjectResolver {
  @Query(() => ProjectConnection, { description: 'The projects of the region.' })
  @Policy('signedIn')
  projects(
    @Ctx() context: AppContext,
    @Arg('filter', () => ProjectFilter, { nullable: true, description: 'Which ones.' }) filter: ProjectFilter | null,
    @Arg('orderBy', () => ProjectOrderEnum, { nullable: true, defaultValue: 'NAME', description: 'In which order.' })
    orderBy: ProjectOrder | null,
    @Arg('first', () => FirstType, firstArg(50)) first: number,
    @Arg('after', () => String, afterArg) after: string | null,
  ): Promise<ProjectPage> {
    return listProjects(context, { filter, orderBy: orderBy ?? 'NAME', first, after });
  }

  @Query(() => [ThemeType], { description: 'The themes that hold today, in their own order.' })
  @Policy('signedIn')
  async themes(@Ctx() context: AppContext): Promise<Theme[]> {
    const today = localDateOf(context.now());
    const themes = await context.em.find(Theme, {}, { orderBy: { position: 'asc', code: 'asc' } });
    return themes.filter((theme) => theme.holdsOn(today));
  }

  @FieldResolver(() => MunicipalityType, { description: 'Where it lies.' })
  municipality(@Ctx() context: AppContext, @Root() project: ProjectFace): Promise<object | null> {
    return context.node('Municipality', project.municipalityId);
  }
}

@Resolver(() => ProjectConnection)
export class ProjectConnectionResolver {
  @FieldResolver(() => Int, { description: 'How many there are in all.' })
  totalCount(@Root() page: ProjectPage): Promise<number> {
    return page.count();
  }
}
