import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { Outcome } from '../../../platform/graphql/graph-context.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import type { AppContext } from '../../people/people.module.ts';
import { AccelerationTableType } from '../../tables/tables.module.ts';
import { MeetingType } from '../meeting.types.ts';
import { proposeAgendaItem } from './propose-agenda-item.ts';
import { acceptProposal } from './accept-proposal.ts';
import { returnProposal } from './return-proposal.ts';
import { withdrawProposal } from './withdraw-proposal.ts';
import { saveAgendaTemplate } from './save-agenda-template.ts';
import { removeAgendaTemplate } from './remove-agenda-template.ts';
import {
  AcceptProposalInput,
  AgendaTemplateInput,
  ProposalInput,
  ProposeAgendaItemInput,
  ReturnProposalInput,
  SaveAgendaTemplateInput,
} from './preparation.inputs.ts';
import {
  AgendaProposalPayload,
  AgendaProposalType,
  AgendaTemplatePayload,
  AgendaTemplateType,
} from './preparation.types.ts';

type ProposalOutcome = Outcome<{ meetingId: string; proposalId: string; itemId?: string }>;
type TemplateOutcome = Outcome<{ tableId: string; templateId?: string }>;

/** The option of the argument that makes a retry safe. */
const keyArg = { nullable: true, description: 'The same key for every attempt at the same thing.' } as const;

@Resolver(() => AgendaProposalPayload)
export class ProposalMutations {
  @Mutation(() => AgendaProposalPayload, {
    description: 'Proposes an item for a meeting that has not started. For its participants.',
  })
  @Policy('signedIn')
  proposeAgendaItem(
    @Ctx() context: AppContext,
    @Arg('input', () => ProposeAgendaItemInput, { description: 'The item.' }) input: ProposeAgendaItemInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<ProposalOutcome> {
    return context.command('proposeAgendaItem', input, key, (tx) =>
      proposeAgendaItem(tx, context.requireViewer(), input),
    );
  }

  @Mutation(() => AgendaProposalPayload, { description: 'Makes an item of a proposal. For chair and secretary.' })
  @Policy('signedIn')
  acceptProposal(
    @Ctx() context: AppContext,
    @Arg('input', () => AcceptProposalInput, { description: 'Which proposal, and where it comes.' })
    input: AcceptProposalInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<ProposalOutcome> {
    return context.command('acceptProposal', input, key, (tx) => acceptProposal(tx, context.requireViewer(), input));
  }

  @Mutation(() => AgendaProposalPayload, {
    description: 'Gives a proposal back, with a reason. For chair and secretary.',
  })
  @Policy('signedIn')
  returnProposal(
    @Ctx() context: AppContext,
    @Arg('input', () => ReturnProposalInput, { description: 'Which proposal, and why.' }) input: ReturnProposalInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<ProposalOutcome> {
    return context.command('returnProposal', input, key, (tx) => returnProposal(tx, context.requireViewer(), input));
  }

  @Mutation(() => AgendaProposalPayload, { description: "Takes one's own proposal back." })
  @Policy('signedIn')
  withdrawProposal(
    @Ctx() context: AppContext,
    @Arg('input', () => ProposalInput, { description: 'Which proposal.' }) input: ProposalInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<ProposalOutcome> {
    return context.command('withdrawProposal', input, key, (tx) =>
      withdrawProposal(tx, context.requireViewer(), input),
    );
  }

  @FieldResolver(() => AgendaProposalType, {
    nullable: true,
    description: 'The proposal; null when nothing was changed.',
  })
  proposal(@Ctx() context: AppContext, @Root() outcome: ProposalOutcome): Promise<object | null> {
    return context.node('AgendaProposal', outcome.proposalId);
  }

  @FieldResolver(() => MeetingType, { nullable: true, description: 'Its meeting; null when nothing was changed.' })
  meeting(@Ctx() context: AppContext, @Root() outcome: ProposalOutcome): Promise<object | null> {
    return context.node('Meeting', outcome.meetingId);
  }
}

@Resolver(() => AgendaTemplatePayload)
export class TemplateMutations {
  @Mutation(() => AgendaTemplatePayload, {
    description:
      'Keeps the items of an agenda that every meeting has: those about nothing in particular. For chair and secretary.',
  })
  @Policy('signedIn')
  saveAgendaTemplate(
    @Ctx() context: AppContext,
    @Arg('input', () => SaveAgendaTemplateInput, { description: 'Which agenda, under which name.' })
    input: SaveAgendaTemplateInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<TemplateOutcome> {
    return context.command('saveAgendaTemplate', input, key, (tx) =>
      saveAgendaTemplate(tx, context.requireViewer(), input),
    );
  }

  @Mutation(() => AgendaTemplatePayload, {
    description: 'Takes a template away; agendas that were made with it stay. For chair and secretary.',
  })
  @Policy('signedIn')
  removeAgendaTemplate(
    @Ctx() context: AppContext,
    @Arg('input', () => AgendaTemplateInput, { description: 'Which template.' }) input: AgendaTemplateInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<TemplateOutcome> {
    return context.command('removeAgendaTemplate', input, key, (tx) =>
      removeAgendaTemplate(tx, context.requireViewer(), input),
    );
  }

  @FieldResolver(() => AgendaTemplateType, {
    nullable: true,
    description: 'The template; null when it is gone or nothing was changed.',
  })
  template(@Ctx() context: AppContext, @Root() outcome: TemplateOutcome): Promise<object | null> {
    return context.node('AgendaTemplate', outcome.templateId);
  }

  @FieldResolver(() => AccelerationTableType, {
    nullable: true,
    description: 'Its table; null when nothing was changed.',
  })
  table(@Ctx() context: AppContext, @Root() outcome: TemplateOutcome): Promise<object | null> {
    return context.node('AccelerationTable', outcome.tableId);
  }
}
