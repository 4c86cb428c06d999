import { Arg, Ctx, FieldResolver, Int, ID, Query, Resolver, Root } from 'type-graphql';
import type { AbilityFact } from '../../../platform/graphql/abilities.ts';
import { Ability } from '../../../platform/graphql/ability.type.ts';
import { afterArg, firstArg, FirstType, type Page } from '../../../platform/graphql/connection.ts';
import { timelineOf } from '../../../platform/graphql/event.queries.ts';
import { EventConnection } from '../../../platform/graphql/event.types.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import type { StoredEvent } from '../../../platform/streams/event.ts';
import { KnowledgeNoteType } from '../../knowledge/knowledge.module.ts';
import { type AppContext, PersonType } from '../../people/people.module.ts';
import { AccelerationTableType } from '../../tables/tables.module.ts';
import { atRiskOf, type HomesAtRiskFace } from '../at-risk/at-risk.queries.ts';
import { HomesAtRiskType } from '../at-risk/at-risk.types.ts';
import type { BottleneckFace } from '../bottleneck.face.ts';
import { BottleneckType } from '../bottleneck.types.ts';
import { patternKind } from './pattern-events.ts';
import { abilitiesOnPattern } from './pattern.policy.ts';
import {
  casesOfPattern,
  listPatterns,
  patternByNumber,
  type PatternFace,
  patternOf,
  type PatternPage,
} from './pattern.queries.ts';
import { PatternConnection, PatternType } from './pattern.types.ts';

@Resolver(() => PatternConnection)
export class PatternQueries {
  @Query(() => PatternType, {
    nullable: true,
    description: 'A pattern by its number; null when it is not there or not yours: the same answer.',
  })
  @Policy('signedIn')
  pattern(
    @Ctx() context: AppContext,
    @Arg('number', () => String, { description: 'For example PT-2026-003.' }) number: string,
  ): Promise<PatternFace | null> {
    return patternByNumber(context, number);
  }

  @Query(() => PatternConnection, { description: 'The patterns that the viewer may see, the latest first.' })
  @Policy('signedIn')
  patterns(
    @Ctx() context: AppContext,
    @Arg('tableId', () => ID, { nullable: true, description: 'Those of this table.' }) tableId: string | null,
    @Arg('open', () => Boolean, { nullable: true, description: 'true: the open ones; false: the others.' })
    open: boolean | null,
    @Arg('first', () => FirstType, firstArg(50)) first: number,
    @Arg('after', () => String, afterArg) after: string | null,
  ): Promise<PatternPage> {
    return listPatterns(context, { tableId: tableId ?? null, open: open ?? null, first, after });
  }

  @FieldResolver(() => Int, { description: 'How many this viewer may see.' })
  totalCount(@Root() page: PatternPage): Promise<number> {
    return page.count();
  }
}

@Resolver(() => PatternType)
export class PatternFields {
  @FieldResolver(() => AccelerationTableType, { description: 'The table that sees it as one problem.' })
  table(@Ctx() context: AppContext, @Root() face: PatternFace): Promise<object | null> {
    return context.node('AccelerationTable', face.tableId);
  }

  @FieldResolver(() => PersonType, { description: 'Who made it.' })
  madeBy(@Ctx() context: AppContext, @Root() face: PatternFace): Promise<object | null> {
    return context.node('Person', face.madeById);
  }

  @FieldResolver(() => [BottleneckType], { description: 'Its bottlenecks, those that this viewer may see.' })
  bottlenecks(@Ctx() context: AppContext, @Root() face: PatternFace): Promise<object[]> {
    return casesOfPattern(context, face.id);
  }

  @FieldResolver(() => KnowledgeNoteType, { nullable: true, description: 'The note that resolved it.' })
  note(@Ctx() context: AppContext, @Root() face: PatternFace): Promise<object | null> {
    return context.node('KnowledgeNote', face.noteId);
  }

  @FieldResolver(() => HomesAtRiskType, { description: 'Homes that wait for it, each project once.' })
  atRisk(@Ctx() context: AppContext, @Root() face: PatternFace): Promise<HomesAtRiskFace> {
    return atRiskOf(context, 'pattern', face.id);
  }

  @FieldResolver(() => [Ability], {
    description: 'What the viewer may do with it now: EDIT, ADD, REMOVE, RESOLVE, DISSOLVE, UNDO_RESOLVE.',
  })
  viewerCan(@Ctx() context: AppContext, @Root() face: PatternFace): AbilityFact[] {
    return abilitiesOnPattern(context, face);
  }

  @FieldResolver(() => EventConnection, { description: 'What happened to it, newest first.' })
  timeline(
    @Ctx() context: AppContext,
    @Root() face: PatternFace,
    @Arg('first', () => FirstType, firstArg(20)) first: number,
    @Arg('after', () => String, afterArg) after: string | null,
  ): Promise<Page<StoredEvent>> {
    return timelineOf(context, { kind: patternKind, id: face.id }, { first, after });
  }
}

@Resolver(() => BottleneckType)
export class BottleneckPattern {
  @FieldResolver(() => PatternType, {
    nullable: true,
    description: 'The pattern it is part of, or that resolved it; null when there is none.',
  })
  pattern(@Ctx() context: AppContext, @Root() row: BottleneckFace): Promise<object | null> {
    return patternOf(context, row.id);
  }
}
