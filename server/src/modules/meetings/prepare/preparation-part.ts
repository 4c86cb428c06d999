import type { AppModule, AppPlatform } from '../../people/people.module.ts';
import { AgendaProposal } from './agenda-proposal.entity.ts';
import { AgendaTemplate } from './agenda-template.entity.ts';
import { registerInvitationRules } from './invitation-events.ts';
import { PreparationMutations } from './preparation.mutations.ts';
import {
  AgendaProposalResolver,
  AgendaReasonResolver,
  AgendaSuggestionResolver,
  AgendaTemplateResolver,
  GuestResolver,
  ItemPreparation,
  MeetingPreparation,
  TableTemplates,
} from './preparation.resolver.ts';
import { proposalKind } from './proposal-events.ts';
import { ProposalMutations, TemplateMutations } from './proposal.mutations.ts';
import { loadProposals } from './proposal.queries.ts';
import { loadTemplates } from './template.queries.ts';

/** What the room of meetings has of preparing: suggestions, proposals, guests, invitations and templates. */
export const preparationPart = {
  entities: [AgendaProposal, AgendaTemplate],
  resolvers: [
    MeetingPreparation,
    AgendaReasonResolver,
    AgendaSuggestionResolver,
    AgendaProposalResolver,
    ItemPreparation,
    GuestResolver,
    TableTemplates,
    AgendaTemplateResolver,
    PreparationMutations,
    ProposalMutations,
    TemplateMutations,
  ],
  nodes: [
    { type: 'AgendaProposal', kind: proposalKind, load: loadProposals },
    { type: 'AgendaTemplate', kind: 'agendaTemplate', load: loadTemplates },
  ],
  register(platform: AppPlatform) {
    registerInvitationRules(platform);
  },
} satisfies Partial<AppModule>;
