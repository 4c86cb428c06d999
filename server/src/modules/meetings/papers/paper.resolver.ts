import { mayAddPaper, mayRemovePaper, type PaperFacts } from '@versnellingstafel/shared/meetings/paper-permissions';
import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { type AbilityFact, abilityOf } from '../../../platform/graphql/abilities.ts';
import { Ability } from '../../../platform/graphql/ability.type.ts';
import type { Outcome } from '../../../platform/graphql/graph-context.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { type AppContext, PersonType } from '../../people/people.module.ts';
import type { AgendaItemFace } from '../agenda.queries.ts';
import type { Meeting } from '../meeting.entity.ts';
import { meetingFacts } from '../meeting.policy.ts';
import { AgendaItemType, MeetingType } from '../meeting.types.ts';
import { addPaper } from './add-paper.ts';
import { bundleUrl } from './paper-bundle.ts';
import { agendaWithPapers, type PaperFace, papersOf, paperUrl } from './paper.queries.ts';
import { AddPaperInput, PaperPayload, PaperType, RemovePaperInput } from './paper.types.ts';
import { removePaper } from './remove-paper.ts';

/** What decides about the papers of an item; null when it does not show. */
async function factsOf(context: AppContext, item: AgendaItemFace): Promise<PaperFacts | null> {
  const meeting = (await context.node('Meeting', item.meetingId)) as Meeting | null;
  const facts = await meetingFacts(context, item.meetingId);
  if (!meeting || !facts || item.masked) return null;
  return {
    role: facts.role,
    state: meeting.state,
    isPresenter: item.presenterId === context.requireViewer().personId,
  };
}

@Resolver(() => PaperType)
export class PaperResolver {
  @FieldResolver(() => AgendaItemType, { description: 'The item with which it shows.' })
  item(@Ctx() context: AppContext, @Root() paper: PaperFace): Promise<object | null> {
    return context.node('AgendaItem', paper.itemId);
  }

  @FieldResolver(() => Boolean, { description: 'Is it a link?' })
  isLink(@Root() paper: PaperFace): boolean {
    return paper.url !== null;
  }

  @FieldResolver(() => String, { description: 'Where to get it: an address of this server for what was uploaded.' })
  url(@Root() paper: PaperFace): string {
    return paperUrl(paper);
  }

  @FieldResolver(() => PersonType, { description: 'Who added it.' })
  addedBy(@Ctx() context: AppContext, @Root() paper: PaperFace): Promise<object | null> {
    return context.node('Person', paper.addedById);
  }

  @FieldResolver(() => [Ability], { description: 'What the viewer may do with it: REMOVE.' })
  async viewerCan(@Ctx() context: AppContext, @Root() paper: PaperFace): Promise<AbilityFact[]> {
    const item = (await context.node('AgendaItem', paper.itemId)) as AgendaItemFace | null;
    const facts = item && (await factsOf(context, item));
    return facts ? [abilityOf(context, 'REMOVE', mayRemovePaper({ ...facts, inherited: paper.inherited }))] : [];
  }
}

@Resolver(() => AgendaItemType)
export class ItemPapersResolver {
  @FieldResolver(() => [PaperType], {
    description: 'Its papers, the oldest first, with those of the items that it goes on with.',
  })
  papers(@Ctx() context: AppContext, @Root() item: AgendaItemFace): Promise<readonly PaperFace[]> {
    return papersOf(context, item);
  }

  @FieldResolver(() => [Ability], { description: 'What the viewer may do with it: ADD_PAPER.' })
  async viewerCan(@Ctx() context: AppContext, @Root() item: AgendaItemFace): Promise<AbilityFact[]> {
    const facts = await factsOf(context, item);
    return facts ? [abilityOf(context, 'ADD_PAPER', mayAddPaper(facts))] : [];
  }
}

@Resolver(() => MeetingType)
export class MeetingPapersResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: 'All papers that the viewer may read as one PDF; null when there is none.',
  })
  async bundleUrl(@Ctx() context: AppContext, @Root() meeting: Meeting): Promise<string | null> {
    const agenda = await agendaWithPapers(context, meeting.id);
    return agenda.some(({ papers }) => papers.length > 0) ? bundleUrl(meeting.id) : null;
  }
}

type PaperOutcome = Outcome<{ meetingId: string; itemId: string; paperId?: string }>;
/** The option of the argument that makes a retry safe. */
const keyArg = { nullable: true, description: 'The same key for every attempt at the same thing.' } as const;

@Resolver(() => PaperPayload)
export class PaperMutations {
  @Mutation(() => PaperPayload, {
    description: 'Adds a paper to an item. For chair, secretary and who presents the item.',
  })
  @Policy('signedIn')
  addPaper(
    @Ctx() context: AppContext,
    @Arg('input', () => AddPaperInput, { description: 'The paper.' }) input: AddPaperInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<PaperOutcome> {
    return context.command('addPaper', input, key, (tx) => addPaper(tx, context.requireViewer(), input));
  }

  @Mutation(() => PaperPayload, {
    description:
      'Takes a paper away; addPaper with its id puts it back. For chair, secretary and who presents the item.',
  })
  @Policy('signedIn')
  removePaper(
    @Ctx() context: AppContext,
    @Arg('input', () => RemovePaperInput, { description: 'Which paper.' }) input: RemovePaperInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<PaperOutcome> {
    return context.command('removePaper', input, key, (tx) => removePaper(tx, context.requireViewer(), input));
  }

  @FieldResolver(() => PaperType, {
    nullable: true,
    description: 'The paper; null when it is gone or nothing changed.',
  })
  paper(@Ctx() context: AppContext, @Root() outcome: PaperOutcome): Promise<object | null> {
    return context.node('Paper', outcome.paperId);
  }

  @FieldResolver(() => AgendaItemType, { nullable: true, description: 'Its item; null when nothing was changed.' })
  item(@Ctx() context: AppContext, @Root() outcome: PaperOutcome): Promise<object | null> {
    return context.node('AgendaItem', outcome.itemId);
  }

  @FieldResolver(() => MeetingType, { nullable: true, description: 'The meeting; null when nothing was changed.' })
  meeting(@Ctx() context: AppContext, @Root() outcome: PaperOutcome): Promise<object | null> {
    return context.node('Meeting', outcome.meetingId);
  }
}
