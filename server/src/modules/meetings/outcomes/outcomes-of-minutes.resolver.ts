import { isDecision, type OutcomeKind } from '@versnellingstafel/shared/meetings/outcomes';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { ActionType } from '../../actions/actions.module.ts';
import type { AppContext } from '../../people/people.module.ts';
import type { Meeting } from '../meeting.entity.ts';
import type { Minutes } from '../minutes/minutes.entity.ts';
import { MinutesSectionType, MinutesType } from '../minutes/minutes.types.ts';
import { type ShownSection, shownMinutes } from '../minutes/shown-minutes.ts';
import type { OutcomeFace } from './outcome.queries.ts';
import { AgendaOutcomeType } from './outcome.types.ts';

/** The outcomes of a section as minutes have them: once adopted, in the words of that moment. */
function facesOf({ itemId, meetingId, outcomes }: ShownSection): OutcomeFace[] {
  return outcomes.map(({ action: _words, kind, recordedAt, ...outcome }) => ({
    ...outcome,
    itemId,
    meetingId,
    kind: kind as OutcomeKind,
    recordedAt: new Date(recordedAt),
  }));
}

async function allOf(context: AppContext, minutes: Minutes): Promise<OutcomeFace[]> {
  const meeting = (await context.node('Meeting', minutes.meetingId)) as Meeting | null;
  return meeting === null ? [] : (await shownMinutes(context, meeting)).sections.flatMap(facesOf);
}

@Resolver(() => MinutesSectionType)
export class OutcomesOfSection {
  @FieldResolver(() => [AgendaOutcomeType], { description: 'What came of the item, in order of time.' })
  outcomes(@Root() section: ShownSection): OutcomeFace[] {
    return facesOf(section);
  }
}

@Resolver(() => MinutesType)
export class OutcomesOfMinutes {
  @FieldResolver(() => [AgendaOutcomeType], { description: 'The decisions, in the order of the agenda.' })
  async decisions(@Ctx() context: AppContext, @Root() minutes: Minutes): Promise<OutcomeFace[]> {
    return (await allOf(context, minutes)).filter(({ kind }) => isDecision(kind));
  }

  @FieldResolver(() => [ActionType], { description: 'The actions that were agreed, as they are now.' })
  async actions(@Ctx() context: AppContext, @Root() minutes: Minutes): Promise<object[]> {
    const ids = (await allOf(context, minutes)).map(({ actionId }) => actionId).filter((id) => id !== null);
    return context.nodes('Action', ids);
  }
}
