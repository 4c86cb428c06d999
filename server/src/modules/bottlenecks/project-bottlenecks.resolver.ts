import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { afterArg, firstArg, FirstType, type Page } from '../../platform/graphql/connection.ts';
import { timelineOf } from '../../platform/graphql/event.queries.ts';
import { EventConnection } from '../../platform/graphql/event.types.ts';
import type { StoredEvent } from '../../platform/streams/event.ts';
import type { AppContext } from '../people/people.module.ts';
import { type ProjectFace, ProjectType } from '../projects/projects.module.ts';
import type { BottleneckPage } from './bottleneck.face.ts';
import { BottleneckConnection } from './bottleneck.types.ts';
import { bottlenecksOfProject, projectTotals } from './project-bottlenecks.queries.ts';

/** What a project gains in this room. */
@Resolver(() => ProjectType)
export class ProjectBottlenecks {
  @FieldResolver(() => BottleneckConnection, {
    description: 'What blocks it: the open bottlenecks this viewer may see, and, with open: false, the closed ones.',
  })
  bottlenecks(
    @Ctx() context: AppContext,
    @Root() project: ProjectFace,
    @Arg('first', () => FirstType, firstArg(20)) first: number,
    @Arg('after', () => String, afterArg) after: string | null,
    @Arg('open', () => Boolean, {
      nullable: true,
      defaultValue: true,
      description: 'true: the open ones; false: the closed ones.',
    })
    open: boolean | null,
  ): Promise<BottleneckPage> {
    return bottlenecksOfProject(context, project.id, { first, after, open: open ?? true });
  }

  @FieldResolver(() => Int, { description: 'How many open bottlenecks this viewer may see here.' })
  async openBottleneckCount(@Ctx() context: AppContext, @Root() project: ProjectFace): Promise<number> {
    return (await projectTotals(context, project.id)).count;
  }

  @FieldResolver(() => Int, { description: 'Homes that wait here, counted once, as far as this viewer may see.' })
  async homesWaiting(@Ctx() context: AppContext, @Root() project: ProjectFace): Promise<number> {
    return (await projectTotals(context, project.id)).homes;
  }

  @FieldResolver(() => EventConnection, {
    description: 'What happened to its bottlenecks, newest first, as far as this viewer may see.',
  })
  timeline(
    @Ctx() context: AppContext,
    @Root() project: ProjectFace,
    @Arg('first', () => FirstType, firstArg(20)) first: number,
    @Arg('after', () => String, afterArg) after: string | null,
  ): Promise<Page<StoredEvent>> {
    return timelineOf(context, { kind: 'project', id: project.id }, { first, after });
  }
}
