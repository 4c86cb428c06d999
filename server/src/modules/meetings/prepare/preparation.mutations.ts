import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import type { Outcome } from '../../../platform/graphql/graph-context.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import type { AppContext } from '../../people/people.module.ts';
import { MeetingPayload } from '../meeting.types.ts';
import { acceptSuggestions } from './accept-suggestions.ts';
import { dropSuggestions } from './drop-suggestions.ts';
import { restoreSuggestions } from './restore-suggestions.ts';
import { inviteGuest } from './invite-guest.ts';
import { removeGuest } from './remove-guest.ts';
import { answerInvitation } from './answer-invitation.ts';
import { useAgendaTemplate } from './use-agenda-template.ts';
import { carryOver } from './carry-over.ts';
import {
  AnswerInvitationInput,
  CarryOverInput,
  InviteGuestInput,
  RemoveGuestInput,
  SuggestionsInput,
  UseAgendaTemplateInput,
} from './preparation.inputs.ts';

type MeetingOutcome = Outcome<{ meetingId: string; itemId?: string }>;

/** The option of the argument that makes a retry safe. */
const keyArg = { nullable: true, description: 'The same key for every attempt at the same thing.' } as const;

/** Meeting and item of the payload are resolved where all changes of an agenda are. */
@Resolver()
export class PreparationMutations {
  @Mutation(() => MeetingPayload, {
    description:
      'Puts suggestions on the agenda, each with why it is there; a case becomes scheduled. For chair and secretary.',
  })
  @Policy('signedIn')
  acceptSuggestions(
    @Ctx() context: AppContext,
    @Arg('input', () => SuggestionsInput, { description: 'Which ones.' }) input: SuggestionsInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<MeetingOutcome> {
    return context.command('acceptSuggestions', input, key, (tx) =>
      acceptSuggestions(tx, context.requireViewer(), input),
    );
  }

  @Mutation(() => MeetingPayload, { description: 'Puts suggestions aside, for this meeting. For chair and secretary.' })
  @Policy('signedIn')
  dropSuggestions(
    @Ctx() context: AppContext,
    @Arg('input', () => SuggestionsInput, { description: 'Which ones.' }) input: SuggestionsInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<MeetingOutcome> {
    return context.command('dropSuggestions', input, key, (tx) => dropSuggestions(tx, context.requireViewer(), input));
  }

  @Mutation(() => MeetingPayload, { description: 'Suggests again what was put aside. For chair and secretary.' })
  @Policy('signedIn')
  restoreSuggestions(
    @Ctx() context: AppContext,
    @Arg('input', () => SuggestionsInput, { description: 'Which ones.' }) input: SuggestionsInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<MeetingOutcome> {
    return context.command('restoreSuggestions', input, key, (tx) =>
      restoreSuggestions(tx, context.requireViewer(), input),
    );
  }

  @Mutation(() => MeetingPayload, {
    description: 'Invites somebody to one item of the agenda. For chair and secretary.',
  })
  @Policy('signedIn')
  inviteGuest(
    @Ctx() context: AppContext,
    @Arg('input', () => InviteGuestInput, { description: 'Whom, to which item.' }) input: InviteGuestInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<MeetingOutcome> {
    return context.command('inviteGuest', input, key, (tx) => inviteGuest(tx, context.requireViewer(), input));
  }

  @Mutation(() => MeetingPayload, { description: 'Takes an invitation to an item back. For chair and secretary.' })
  @Policy('signedIn')
  removeGuest(
    @Ctx() context: AppContext,
    @Arg('input', () => RemoveGuestInput, { description: 'Which guest of which item.' }) input: RemoveGuestInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<MeetingOutcome> {
    return context.command('removeGuest', input, key, (tx) => removeGuest(tx, context.requireViewer(), input));
  }

  @Mutation(() => MeetingPayload, {
    description:
      'Says whether one comes, and who comes instead. For members and guests; chair and secretary say it for others too.',
  })
  @Policy('signedIn')
  answerInvitation(
    @Ctx() context: AppContext,
    @Arg('input', () => AnswerInvitationInput, { description: 'Who comes, and how.' }) input: AnswerInvitationInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<MeetingOutcome> {
    return context.command('answerInvitation', input, key, (tx) =>
      answerInvitation(tx, context.requireViewer(), input),
    );
  }

  @Mutation(() => MeetingPayload, {
    description: 'Puts the items of a template on the agenda, but for those that are there. For chair and secretary.',
  })
  @Policy('signedIn')
  useAgendaTemplate(
    @Ctx() context: AppContext,
    @Arg('input', () => UseAgendaTemplateInput, { description: 'Which template, for which meeting.' })
    input: UseAgendaTemplateInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<MeetingOutcome> {
    return context.command('useAgendaTemplate', input, key, (tx) =>
      useAgendaTemplate(tx, context.requireViewer(), input),
    );
  }

  @Mutation(() => MeetingPayload, {
    description:
      'Puts an item on a later agenda by reference; here it stands as carried over. For chair and secretary.',
  })
  @Policy('signedIn')
  carryOver(
    @Ctx() context: AppContext,
    @Arg('input', () => CarryOverInput, { description: 'Which item, to which meeting.' }) input: CarryOverInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<MeetingOutcome> {
    return context.command('carryOver', input, key, (tx) => carryOver(tx, context.requireViewer(), input));
  }
}
