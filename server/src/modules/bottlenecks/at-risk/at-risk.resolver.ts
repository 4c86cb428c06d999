import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { checkFirst, firstArg, FirstType } from '../../../platform/graphql/connection.ts';
import { type AppContext, MunicipalityType, OrganisationType, RegionType } from '../../people/people.module.ts';
import { type ProjectFace, ProjectType } from '../../projects/projects.module.ts';
import { AccelerationTableType } from '../../tables/tables.module.ts';
import type { BottleneckFace, BottleneckPage } from '../bottleneck.face.ts';
import { BottleneckConnection, BottleneckType } from '../bottleneck.types.ts';
import { atRiskOf, atRiskOfList, type HomesAtRiskFace, type ProjectAtRiskFace } from './at-risk.queries.ts';
import { HomesAtRiskType, ProjectAtRiskType } from './at-risk.types.ts';

type Source = { readonly id: string };

@Resolver(() => HomesAtRiskType)
export class HomesAtRiskFields {
  @FieldResolver(() => [ProjectAtRiskType], { description: 'What each project adds, those with the most homes first.' })
  projects(
    @Root() face: HomesAtRiskFace,
    @Arg('first', () => FirstType, firstArg(20)) first: number,
  ): Promise<readonly ProjectAtRiskFace[]> {
    return face.projectsAtRisk(checkFirst(first));
  }
}

@Resolver(() => ProjectAtRiskType)
export class ProjectAtRiskFields {
  @FieldResolver(() => ProjectType, { description: 'The project.' })
  project(@Ctx() context: AppContext, @Root() face: ProjectAtRiskFace): Promise<object | null> {
    return context.node('Project', face.projectId);
  }

  @FieldResolver(() => [BottleneckType], { description: 'The bottlenecks that count here, the open ones first.' })
  bottlenecks(@Ctx() context: AppContext, @Root() face: ProjectAtRiskFace): Promise<object[]> {
    return context.nodes('Bottleneck', face.caseIds);
  }
}

@Resolver(() => BottleneckType)
export class BottleneckAtRisk {
  @FieldResolver(() => HomesAtRiskType, { description: 'Homes that wait for it, times the months they waited.' })
  atRisk(@Ctx() context: AppContext, @Root() row: BottleneckFace): Promise<HomesAtRiskFace> {
    return atRiskOf(context, 'bottleneck', row.id);
  }
}

@Resolver(() => ProjectType)
export class ProjectsAtRisk {
  @FieldResolver(() => HomesAtRiskType, { description: 'Homes that wait here, times the months they waited.' })
  atRisk(@Ctx() context: AppContext, @Root() project: ProjectFace): Promise<HomesAtRiskFace> {
    return atRiskOf(context, 'project', project.id);
  }
}

@Resolver(() => AccelerationTableType)
export class TableAtRisk {
  @FieldResolver(() => HomesAtRiskType, { description: 'Homes that wait for what this table holds.' })
  atRisk(@Ctx() context: AppContext, @Root() table: Source): Promise<HomesAtRiskFace> {
    return atRiskOf(context, 'table', table.id);
  }
}

@Resolver(() => RegionType)
export class RegionAtRisk {
  @FieldResolver(() => HomesAtRiskType, { description: 'Homes that wait in this region.' })
  atRisk(@Ctx() context: AppContext, @Root() region: Source): Promise<HomesAtRiskFace> {
    return atRiskOf(context, 'region', region.id);
  }
}

@Resolver(() => MunicipalityType)
export class MunicipalityAtRisk {
  @FieldResolver(() => HomesAtRiskType, { description: 'Homes that wait in this municipality.' })
  atRisk(@Ctx() context: AppContext, @Root() municipality: Source): Promise<HomesAtRiskFace> {
    return atRiskOf(context, 'municipality', municipality.id);
  }
}

@Resolver(() => OrganisationType)
export class OrganisationAtRisk {
  @FieldResolver(() => HomesAtRiskType, {
    description:
      'Homes that wait in its municipality; for an organisation without one, for what its people answer for.',
  })
  atRisk(@Ctx() context: AppContext, @Root() organisation: Source): Promise<HomesAtRiskFace> {
    return atRiskOf(context, 'organisation', organisation.id);
  }
}

@Resolver(() => BottleneckConnection)
export class ListAtRisk {
  @FieldResolver(() => HomesAtRiskType, { description: 'Homes that wait for the cases of this list.' })
  atRisk(@Ctx() context: AppContext, @Root() page: BottleneckPage): Promise<HomesAtRiskFace> {
    return atRiskOfList(context, page.where);
  }
}
