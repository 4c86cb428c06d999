import type { AgendaPurpose } from '@versnellingstafel/shared/meetings/agenda';
import { Field, ID, InputType, Int } from 'type-graphql';
import { AgendaPurposeEnum, type AttendanceAnswer, AttendanceAnswerEnum } from '../meetings.enums.ts';

const meeting = 'The meeting.';
const meetingVersion = 'Version of the meeting that was seen.';

@InputType('SuggestionsInput', { description: 'Some of what an agenda proposes for itself.' })
export class SuggestionsInput {
  @Field(() => ID, { description: meeting })
  meetingId!: string;

  @Field(() => Int, { description: meetingVersion })
  expectedVersion!: number;

  @Field(() => [String], { description: 'The keys of the suggestions, at least one.' })
  keys!: string[];
}

@InputType('ProposeAgendaItemInput', { description: 'An item that is proposed for a meeting.' })
export class ProposeAgendaItemInput {
  @Field(() => ID, { description: meeting })
  meetingId!: string;

  @Field(() => String, { description: 'The title of the item.' })
  title!: string;

  @Field(() => AgendaPurposeEnum, { nullable: true, defaultValue: 'DISCUSS', description: 'What the item is for.' })
  purpose?: AgendaPurpose | null;

  @Field(() => Int, { nullable: true, defaultValue: 15, description: 'How long it would take.' })
  minutes?: number | null;

  @Field(() => String, { description: 'Why it should come to the table.' })
  motivation!: string;

  @Field(() => String, { nullable: true, description: 'The decision that is proposed.' })
  proposedDecision?: string | null;

  @Field(() => [ID], { nullable: true, description: 'What it is about: cases, notes, projects, meetings.' })
  subjectIds?: string[] | null;
}

@InputType('AcceptProposalInput', { description: 'A proposal that becomes an item.' })
export class AcceptProposalInput {
  @Field(() => ID, { description: 'The proposal.' })
  proposalId!: string;

  @Field(() => Int, { description: meetingVersion })
  expectedVersion!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Its place, 1 is first; default: before the item that closes the meeting.',
  })
  position?: number | null;

  @Field(() => Int, { nullable: true, description: 'How long it takes; default: as proposed.' })
  minutes?: number | null;
}

@InputType('ReturnProposalInput', { description: 'A proposal that goes back to its proposer.' })
export class ReturnProposalInput {
  @Field(() => ID, { description: 'The proposal.' })
  proposalId!: string;

  @Field(() => String, { description: 'Why; its proposer reads it.' })
  reason!: string;
}

@InputType('ProposalInput', { description: 'A proposal and nothing else.' })
export class ProposalInput {
  @Field(() => ID, { description: 'The proposal.' })
  proposalId!: string;
}

@InputType('InviteGuestInput', { description: 'A guest of one item: somebody with an account, or a name.' })
export class InviteGuestInput {
  @Field(() => ID, { description: 'The item.' })
  itemId!: string;

  @Field(() => Int, { description: meetingVersion })
  expectedVersion!: number;

  @Field(() => ID, { nullable: true, description: 'Somebody with an account and without a seat at the table.' })
  personId?: string | null;

  @Field(() => String, { nullable: true, description: 'Or the name of somebody without an account.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'With the name: the organisation.' })
  organisation?: string | null;

  @Field(() => String, { nullable: true, description: 'With the name: where the invitation goes.' })
  email?: string | null;
}

@InputType('RemoveGuestInput', { description: 'An invitation that is taken back.' })
export class RemoveGuestInput {
  @Field(() => ID, { description: 'The item.' })
  itemId!: string;

  @Field(() => Int, { description: meetingVersion })
  expectedVersion!: number;

  @Field(() => ID, { description: 'The guest.' })
  guestId!: string;
}

@InputType('AnswerInvitationInput', { description: 'Whether somebody comes to a meeting.' })
export class AnswerInvitationInput {
  @Field(() => ID, { description: meeting })
  meetingId!: string;

  @Field(() => AttendanceAnswerEnum, { description: 'In the room, online, or not.' })
  answer!: AttendanceAnswer;

  @Field(() => ID, {
    nullable: true,
    description: 'Who comes instead of an absent member, with the rights of the member for this meeting.',
  })
  substituteId?: string | null;

  @Field(() => String, { nullable: true, description: 'A word with it; for who prepares the meeting.' })
  remark?: string | null;

  @Field(() => ID, { nullable: true, description: 'For somebody else; for chair and secretary.' })
  personId?: string | null;
}

@InputType('SaveAgendaTemplateInput', { description: 'An agenda that is kept as a template.' })
export class SaveAgendaTemplateInput {
  @Field(() => ID, { description: 'The meeting whose agenda it is.' })
  meetingId!: string;

  @Field(() => String, { description: 'The name of the template.' })
  name!: string;
}

@InputType('UseAgendaTemplateInput', { description: 'A template for an agenda.' })
export class UseAgendaTemplateInput {
  @Field(() => ID, { description: meeting })
  meetingId!: string;

  @Field(() => Int, { description: meetingVersion })
  expectedVersion!: number;

  @Field(() => ID, { description: 'The template.' })
  templateId!: string;
}

@InputType('AgendaTemplateInput', { description: 'A template and nothing else.' })
export class AgendaTemplateInput {
  @Field(() => ID, { description: 'The template.' })
  templateId!: string;
}

@InputType('CarryOverInput', { description: 'An item for a later agenda.' })
export class CarryOverInput {
  @Field(() => ID, { description: 'The item.' })
  itemId!: string;

  @Field(() => Int, { description: meetingVersion })
  expectedVersion!: number;

  @Field(() => ID, { description: 'The later meeting of the same table.' })
  toMeetingId!: string;
}
