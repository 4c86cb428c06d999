import { mayWithMeeting } from '@versnellingstafel/shared/meetings/permissions';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type AbilityFact, abilityOf } from '../../../platform/graphql/abilities.ts';
import { Ability } from '../../../platform/graphql/ability.type.ts';
import { type Action, ActionType } from '../../actions/actions.module.ts';
import { bottleneckKind, BottleneckType } from '../../bottlenecks/bottlenecks.module.ts';
import { KnowledgeNoteType } from '../../knowledge/knowledge.module.ts';
import { type AppContext, PersonType } from '../../people/people.module.ts';
import type { AgendaItemFace } from '../agenda.queries.ts';
import type { Meeting } from '../meeting.entity.ts';
import { meetingFacts } from '../meeting.policy.ts';
import { AgendaItemType, MeetingType } from '../meeting.types.ts';
import { type OutcomeFace, outcomesAt } from './outcome.queries.ts';
import { AgendaOutcomeType } from './outcome.types.ts';

@Resolver(() => MeetingType)
export class OutcomesOfMeeting {
  @FieldResolver(() => [AgendaOutcomeType], {
    description: 'What came of its items, in the order of the agenda, as far as the viewer may see it.',
  })
  outcomes(@Ctx() context: AppContext, @Root() meeting: Meeting): Promise<OutcomeFace[]> {
    return outcomesAt(context, meeting.id);
  }
}

@Resolver(() => AgendaItemType)
export class OutcomesOfItem {
  @FieldResolver(() => [AgendaOutcomeType], { description: 'What came of it, in order of time.' })
  async outcomes(@Ctx() context: AppContext, @Root() item: AgendaItemFace): Promise<OutcomeFace[]> {
    const outcomes = await outcomesAt(context, item.meetingId);
    return outcomes.filter((outcome) => outcome.itemId === item.id);
  }
}

@Resolver(() => AgendaOutcomeType)
export class AgendaOutcomeResolver {
  @FieldResolver(() => MeetingType, { description: 'The meeting.' })
  meeting(@Ctx() context: AppContext, @Root() outcome: OutcomeFace): Promise<object | null> {
    return context.node('Meeting', outcome.meetingId);
  }

  @FieldResolver(() => AgendaItemType, { description: 'The item it came of.' })
  item(@Ctx() context: AppContext, @Root() outcome: OutcomeFace): Promise<object | null> {
    return context.node('AgendaItem', outcome.itemId);
  }

  @FieldResolver(() => ActionType, { nullable: true, description: 'The action that was agreed.' })
  action(@Ctx() context: AppContext, @Root() outcome: OutcomeFace): Promise<object | null> {
    return context.node('Action', outcome.actionId);
  }

  @FieldResolver(() => BottleneckType, { nullable: true, description: 'The case that was made or changed.' })
  bottleneck(@Ctx() context: AppContext, @Root() outcome: OutcomeFace): Promise<object | null> {
    return context.node('Bottleneck', outcome.bottleneckId);
  }

  @FieldResolver(() => KnowledgeNoteType, { nullable: true, description: 'The note that was made or changed.' })
  note(@Ctx() context: AppContext, @Root() outcome: OutcomeFace): Promise<object | null> {
    return context.node('KnowledgeNote', outcome.noteId);
  }

  @FieldResolver(() => [BottleneckType], {
    description: 'The cases that it is about: those of its item, and its own; as far as the viewer may see them.',
  })
  async cases(@Ctx() context: AppContext, @Root() outcome: OutcomeFace): Promise<object[]> {
    const item = (await context.node('AgendaItem', outcome.itemId)) as AgendaItemFace | null;
    const ids = (item?.subjects ?? []).filter(({ kind }) => kind === bottleneckKind).map(({ id }) => id);
    return context.nodes('Bottleneck', [...new Set([...ids, ...(outcome.bottleneckId ? [outcome.bottleneckId] : [])])]);
  }

  @FieldResolver(() => PersonType, { description: 'Who recorded it.' })
  recordedBy(@Ctx() context: AppContext, @Root() outcome: OutcomeFace): Promise<object | null> {
    return context.node('Person', outcome.recordedById);
  }

  @FieldResolver(() => [Ability], { description: 'EDIT, WITHDRAW, DRAFT_NOTE (of a decision about a case).' })
  async viewerCan(@Ctx() context: AppContext, @Root() outcome: OutcomeFace): Promise<AbilityFact[]> {
    const meeting = (await context.node('Meeting', outcome.meetingId)) as Meeting | null;
    const role = (await meetingFacts(context, outcome.meetingId))?.role ?? null;
    const facts = { role, state: meeting?.state ?? 'CLOSED' };
    const decision = mayWithMeeting('RECORD_OUTCOME', facts);
    return [
      ...['EDIT', 'WITHDRAW'].map((verb) => abilityOf(context, verb, decision)),
      abilityOf(context, 'DRAFT_NOTE', mayWithMeeting('DRAFT_NOTE', facts)),
    ];
  }
}

@Resolver(() => ActionType)
export class MeetingOfAction {
  @FieldResolver(() => MeetingType, {
    nullable: true,
    description: 'The meeting at which it was agreed; null when that was between two, or not for the viewer to see.',
  })
  meeting(@Ctx() context: AppContext, @Root() action: Action): Promise<object | null> {
    return context.node('Meeting', action.meetingId);
  }

  @FieldResolver(() => AgendaItemType, { nullable: true, description: 'The item it came of.' })
  item(@Ctx() context: AppContext, @Root() action: Action): Promise<object | null> {
    return context.node('AgendaItem', action.agendaItemId);
  }
}
