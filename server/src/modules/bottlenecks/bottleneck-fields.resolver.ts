import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { isOverdue } from '@versnellingstafel/shared/bottlenecks/terms';
import { localDateOf } from '@versnellingstafel/shared/dates/local-date';
import type { AbilityFact } from '../../platform/graphql/abilities.ts';
import { Ability } from '../../platform/graphql/ability.type.ts';
import { afterArg, firstArg, FirstType, type Page } from '../../platform/graphql/connection.ts';
import { timelineOf } from '../../platform/graphql/event.queries.ts';
import { EventConnection } from '../../platform/graphql/event.types.ts';
import type { StoredEvent } from '../../platform/streams/event.ts';
import { type AppContext, MunicipalityType, PersonType } from '../people/people.module.ts';
import { ProjectType, ThemeType } from '../projects/projects.module.ts';
import { AccelerationTableType } from '../tables/tables.module.ts';
import { abilitiesOn } from './bottleneck-abilities.ts';
import { arrivedEvent, bottleneckKind } from './bottleneck.events.ts';
import type { BottleneckFace, Impact } from './bottleneck.face.ts';
import { BottleneckType, ProjectImpactType } from './bottleneck.types.ts';
import { toldByCases } from './patterns/pattern-events.ts';
import { grantedPeople } from './bottleneck-surroundings.ts';

@Resolver(() => BottleneckType)
export class BottleneckFields {
  @FieldResolver(() => [ThemeType], { description: 'What it is about.' })
  themes(@Ctx() context: AppContext, @Root() row: BottleneckFace): Promise<object[]> {
    return context.nodes('Theme', row.themeIds);
  }

  @FieldResolver(() => AccelerationTableType, { nullable: true, description: 'The table that holds it now.' })
  heldBy(@Ctx() context: AppContext, @Root() row: BottleneckFace): Promise<object | null> {
    return context.node('AccelerationTable', row.heldById);
  }

  @FieldResolver(() => MunicipalityType, { description: 'Where it lies: the municipality of its first project.' })
  municipality(@Ctx() context: AppContext, @Root() row: BottleneckFace): Promise<object | null> {
    return context.node('Municipality', row.municipalityId);
  }

  @FieldResolver(() => [ProjectImpactType], { description: 'The projects it blocks.' })
  projects(@Root() row: BottleneckFace): readonly Impact[] {
    return row.impacts;
  }

  @FieldResolver(() => PersonType, { description: 'Who logged it.' })
  filer(@Ctx() context: AppContext, @Root() row: BottleneckFace): Promise<object | null> {
    return context.node('Person', row.filerId);
  }

  @FieldResolver(() => PersonType, { description: 'Who answers for it; at first the filer, never nobody.' })
  owner(@Ctx() context: AppContext, @Root() row: BottleneckFace): Promise<object | null> {
    return context.node('Person', row.ownerId);
  }

  @FieldResolver(() => PersonType, { nullable: true, description: 'Who moves the content (trekker).' })
  lead(@Ctx() context: AppContext, @Root() row: BottleneckFace): Promise<object | null> {
    return context.node('Person', row.leadId);
  }

  @FieldResolver(() => PersonType, { nullable: true, description: 'The civil owner (ambtelijk opdrachtgever).' })
  civilOwner(@Ctx() context: AppContext, @Root() row: BottleneckFace): Promise<object | null> {
    return context.node('Person', row.civilOwnerId);
  }

  @FieldResolver(() => PersonType, { nullable: true, description: 'The political owner.' })
  politicalOwner(@Ctx() context: AppContext, @Root() row: BottleneckFace): Promise<object | null> {
    return context.node('Person', row.politicalOwnerId);
  }

  @FieldResolver(() => Boolean, { description: 'Open and past its due date.' })
  overdue(@Ctx() context: AppContext, @Root() row: BottleneckFace): boolean {
    return isOverdue(row.state, row.dueOn, localDateOf(context.now()));
  }

  @FieldResolver(() => EventConnection, { description: 'What happened to it, newest first.' })
  async timeline(
    @Ctx() context: AppContext,
    @Root() row: BottleneckFace,
    @Arg('first', () => FirstType, firstArg(20)) first: number,
    @Arg('after', () => String, afterArg) after: string | null,
  ): Promise<Page<StoredEvent>> {
    const page = await timelineOf(context, { kind: bottleneckKind, id: row.id }, { first, after });
    return {
      ...page,
      edges: page.edges.filter(({ node }) => node.type !== arrivedEvent && !toldByCases.includes(node.type)),
    };
  }

  @FieldResolver(() => [PersonType], {
    description: 'With whom it is shared; for its people and those who may change it, empty for others.',
  })
  sharedWith(@Ctx() context: AppContext, @Root() row: BottleneckFace): Promise<object[]> {
    return grantedPeople(context, row, 'SHARED');
  }

  @FieldResolver(() => [PersonType], {
    description: 'Who is excluded from it; for its people and those who may change it, empty for others.',
  })
  excluded(@Ctx() context: AppContext, @Root() row: BottleneckFace): Promise<object[]> {
    return grantedPeople(context, row, 'EXCLUDED');
  }

  @FieldResolver(() => [Ability], {
    description:
      'What the viewer may do with it now: the steps of BottleneckVerb, and EDIT, ASSIGN, CHANGE_OWNER, SET_NEXT_STEP, SET_CONFIDENTIALITY, LINK_NOTE, DRAFT_NOTE.',
  })
  viewerCan(@Ctx() context: AppContext, @Root() row: BottleneckFace): Promise<AbilityFact[]> {
    return abilitiesOn(context, row);
  }
}

@Resolver(() => ProjectImpactType)
export class ProjectImpactFields {
  @FieldResolver(() => ProjectType, { description: 'The project.' })
  project(@Ctx() context: AppContext, @Root() impact: Impact): Promise<object | null> {
    return context.node('Project', impact.projectId);
  }
}
