import { mayWithProposal, proposalVerbs } from '@versnellingstafel/shared/meetings/proposals';
import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { type AbilityFact, abilityOf } from '../../../platform/graphql/abilities.ts';
import { Ability } from '../../../platform/graphql/ability.type.ts';
import { LegalEventType } from '../../knowledge/knowledge.module.ts';
import { type AppContext, PersonType } from '../../people/people.module.ts';
import { AccelerationTableType } from '../../tables/tables.module.ts';
import type { AgendaItemFace } from '../agenda.queries.ts';
import { homesWaitingOn, seenOf } from '../item-subjects.queries.ts';
import type { Meeting } from '../meeting.entity.ts';
import { meetingFacts } from '../meeting.policy.ts';
import { AgendaItemType, AgendaSubject, MeetingType } from '../meeting.types.ts';
import { type AttendanceAnswer, AttendanceAnswerEnum } from '../meetings.enums.ts';
import type { AgendaProposal } from './agenda-proposal.entity.ts';
import type { AgendaReason } from './agenda-reason.ts';
import type { AgendaTemplate } from './agenda-template.entity.ts';
import { viewerAnswerTo } from './invitation.queries.ts';
import { annotationOf, backgroundOf, type GuestFace, guestsOf } from './item-background.queries.ts';
import {
  AgendaProposalType,
  AgendaReasonType,
  AgendaSuggestionType,
  AgendaTemplateItemType,
  AgendaTemplateType,
  GuestType,
} from './preparation.types.ts';
import { proposalsFor } from './proposal.queries.ts';
import { type SuggestionFace, suggestionsFor, withRoom } from './suggestion.queries.ts';
import { itemsOf, templatesOf } from './template.queries.ts';

@Resolver(() => MeetingType)
export class MeetingPreparation {
  @FieldResolver(() => [AgendaSuggestionType], {
    description:
      'What the agenda proposes for itself, in the order of urgency; for who prepares the meeting. Empty for others and once it has started.',
  })
  async suggestions(@Ctx() context: AppContext, @Root() meeting: Meeting): Promise<SuggestionFace[]> {
    const found = await suggestionsFor(context, meeting);
    return found === null ? [] : withRoom(context, meeting, found.suggested);
  }

  @FieldResolver(() => [AgendaSuggestionType], { description: 'What was put aside, for this meeting.' })
  async droppedSuggestions(@Ctx() context: AppContext, @Root() meeting: Meeting): Promise<SuggestionFace[]> {
    const found = await suggestionsFor(context, meeting);
    return found === null ? [] : withRoom(context, meeting, found.dropped);
  }

  @FieldResolver(() => [AgendaProposalType], {
    description: 'For who prepares it all open and decided ones; for others their own. The oldest first.',
  })
  proposals(@Ctx() context: AppContext, @Root() meeting: Meeting): Promise<AgendaProposal[]> {
    return proposalsFor(context, meeting.id);
  }

  @FieldResolver(() => AttendanceAnswerEnum, {
    nullable: true,
    description: 'Does the viewer come, as far as they said?',
  })
  viewerAnswer(@Ctx() context: AppContext, @Root() meeting: Meeting): Promise<AttendanceAnswer | null> {
    return viewerAnswerTo(context, meeting.id);
  }
}

@Resolver(() => AgendaReasonType)
export class AgendaReasonResolver {
  @FieldResolver(() => MeetingType, { nullable: true, description: 'The meeting it comes from.' })
  meeting(@Ctx() context: AppContext, @Root() reason: AgendaReason): Promise<object | null> {
    return context.node('Meeting', reason.meetingId);
  }

  @FieldResolver(() => LegalEventType, { nullable: true, description: 'The change in the law.' })
  legalEvent(@Ctx() context: AppContext, @Root() reason: AgendaReason): Promise<object | null> {
    return context.node('LegalEvent', reason.legalEventId);
  }

  @FieldResolver(() => PersonType, { nullable: true, description: 'Who proposed it.' })
  person(@Ctx() context: AppContext, @Root() reason: AgendaReason): Promise<object | null> {
    return context.node('Person', reason.personId);
  }
}

@Resolver(() => AgendaSuggestionType)
export class AgendaSuggestionResolver {
  @FieldResolver(() => PersonType, { nullable: true, description: 'Who presents it.' })
  presenter(@Ctx() context: AppContext, @Root() suggestion: SuggestionFace): Promise<object | null> {
    return context.node('Person', suggestion.presenterId);
  }

  @FieldResolver(() => [AgendaSubject], { description: 'What it is about.' })
  subjects(@Ctx() context: AppContext, @Root() suggestion: SuggestionFace): Promise<object[]> {
    return seenOf(context, suggestion.subjects);
  }

  @FieldResolver(() => Int, { description: 'Homes that wait on the open cases it is about, each project once.' })
  homesWaiting(@Ctx() context: AppContext, @Root() suggestion: SuggestionFace): Promise<number> {
    return homesWaitingOn(context, suggestion.subjects);
  }

  @FieldResolver(() => AgendaProposalType, { nullable: true, description: 'The proposal that it comes from.' })
  proposal(@Ctx() context: AppContext, @Root() suggestion: SuggestionFace): Promise<object | null> {
    return context.node('AgendaProposal', suggestion.proposalIds[0]);
  }
}

@Resolver(() => AgendaProposalType)
export class AgendaProposalResolver {
  @FieldResolver(() => MeetingType, { description: 'The meeting that it is for.' })
  meeting(@Ctx() context: AppContext, @Root() proposal: AgendaProposal): Promise<object | null> {
    return context.node('Meeting', proposal.meetingId);
  }

  @FieldResolver(() => PersonType, { description: 'Who proposed it.' })
  proposedBy(@Ctx() context: AppContext, @Root() proposal: AgendaProposal): Promise<object | null> {
    return context.node('Person', proposal.proposedById);
  }

  @FieldResolver(() => PersonType, { nullable: true, description: 'Who decided on it; null while nobody did.' })
  decidedBy(@Ctx() context: AppContext, @Root() proposal: AgendaProposal): Promise<object | null> {
    return context.node('Person', proposal.decidedById);
  }

  @FieldResolver(() => [AgendaSubject], { description: 'What it is about, as far as the viewer may see it.' })
  subjects(@Ctx() context: AppContext, @Root() proposal: AgendaProposal): Promise<object[]> {
    return seenOf(context, proposal.subjects);
  }

  @FieldResolver(() => AgendaItemType, {
    nullable: true,
    description: 'The item that came of it, as soon as the viewer may see that.',
  })
  item(@Ctx() context: AppContext, @Root() proposal: AgendaProposal): Promise<object | null> {
    return context.node('AgendaItem', proposal.agendaItemId);
  }

  @FieldResolver(() => [Ability], { description: 'What the viewer may do with it: ACCEPT, RETURN, WITHDRAW.' })
  async viewerCan(@Ctx() context: AppContext, @Root() proposal: AgendaProposal): Promise<AbilityFact[]> {
    const meeting = (await context.node('Meeting', proposal.meetingId)) as Meeting | null;
    if (!meeting) return [];
    const facts = {
      leads: (await meetingFacts(context, meeting.id))?.leads ?? false,
      isProposer: proposal.proposedById === context.requireViewer().personId,
      state: proposal.state,
      meetingState: meeting.state,
    };
    return proposalVerbs.map((verb) => abilityOf(context, verb, mayWithProposal(verb, facts)));
  }
}

@Resolver(() => AgendaItemType)
export class ItemPreparation {
  @FieldResolver(() => [AgendaReasonType], {
    description: 'Why it is on the agenda; empty when somebody just put it there.',
  })
  async why(@Ctx() context: AppContext, @Root() item: AgendaItemFace): Promise<readonly AgendaReason[]> {
    return (await backgroundOf(context, item))?.why ?? [];
  }

  @FieldResolver(() => AgendaItemType, {
    nullable: true,
    description: 'The item of an earlier meeting that it goes on with; its papers and texts belong to this one too.',
  })
  async continues(@Ctx() context: AppContext, @Root() item: AgendaItemFace): Promise<object | null> {
    return context.node('AgendaItem', (await backgroundOf(context, item))?.continuesId);
  }

  @FieldResolver(() => String, { nullable: true, description: 'For the chair alone; null for everybody else.' })
  annotation(@Ctx() context: AppContext, @Root() item: AgendaItemFace): Promise<string | null> {
    return annotationOf(context, item);
  }

  @FieldResolver(() => [GuestType], { description: 'Who is invited to this item alone.' })
  guests(@Ctx() context: AppContext, @Root() item: AgendaItemFace): Promise<GuestFace[]> {
    return guestsOf(context, item);
  }
}

@Resolver(() => GuestType)
export class GuestResolver {
  @FieldResolver(() => PersonType, { nullable: true, description: 'The person, when the guest has an account.' })
  person(@Ctx() context: AppContext, @Root() guest: GuestFace): Promise<object | null> {
    return context.node('Person', guest.personId);
  }
}

@Resolver(() => AccelerationTableType)
export class TableTemplates {
  @FieldResolver(() => [AgendaTemplateType], {
    description: 'Agendas to begin with, by name; for who prepares the meetings, empty for others.',
  })
  agendaTemplates(@Ctx() context: AppContext, @Root() table: { id: string }): Promise<AgendaTemplate[]> {
    return templatesOf(context, table.id);
  }
}

@Resolver(() => AgendaTemplateType)
export class AgendaTemplateResolver {
  @FieldResolver(() => [AgendaTemplateItemType], { description: 'What it puts on an agenda, in its order.' })
  items(@Ctx() context: AppContext, @Root() template: AgendaTemplate): AgendaTemplate['items'] {
    return itemsOf(context, template);
  }
}
