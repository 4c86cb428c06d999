import type { GapState } from '@versnellingstafel/shared/search/tend';
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { afterArg, firstArg, FirstType, type Page } from '../../../platform/graphql/connection.ts';
import type { Outcome } from '../../../platform/graphql/graph-context.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { type AppContext, PersonType } from '../../people/people.module.ts';
import { ThemeType } from '../../projects/projects.module.ts';
import { engineOf } from '../engine-of.ts';
import { indexJob } from '../index/keep-index.ts';
import { beginRebuild, type IndexState, indexState } from '../index/rebuild-index.ts';
import { addSynonyms, editSynonyms, removeSynonyms } from './put-synonyms.ts';
import { recordSearch } from './record-search.ts';
import { settleGap } from './search-gap.ts';
import type { SynonymGroup } from './synonym-group.entity.ts';
import { mayTend, requireTender } from './tend-rights.ts';
import { type GapFace, listAskedNotes, listGaps, listSynonyms } from './tend.queries.ts';
import {
  AddSynonymsInput,
  EditSynonymsInput,
  RecordSearchInput,
  RecordSearchPayload,
  SearchGapConnection,
  SearchGapPayload,
  SearchGapStateEnum,
  SearchGapType,
  SearchIndexPayload,
  SearchIndexStateType,
  SettleSearchGapInput,
  SynonymGroupInput,
  SynonymGroupType,
  SynonymsPayload,
} from './tend.types.ts';

type SynonymsOutcome = Outcome<{ synonymGroupId: string }>;
const keyArg = { nullable: true, description: 'The same key for every attempt at the same thing.' } as const;

@Resolver(() => SynonymGroupType)
export class SynonymGroupResolver {
  @Query(() => [SynonymGroupType], { description: 'The synonyms that the province added, newest first.' })
  @Policy('signedIn')
  synonymGroups(@Ctx() context: AppContext): Promise<SynonymGroup[]> {
    return listSynonyms(context);
  }

  @FieldResolver(() => ThemeType, { nullable: true, description: 'What a question with such a word is about.' })
  theme(@Ctx() context: AppContext, @Root() group: SynonymGroup): Promise<object | null> {
    return context.node('Theme', group.themeId);
  }

  @FieldResolver(() => PersonType, { description: 'Who changed it last.' })
  updatedBy(@Ctx() context: AppContext, @Root() group: SynonymGroup): Promise<object | null> {
    return context.node('Person', group.updatedById);
  }
}

@Resolver(() => SynonymsPayload)
export class SynonymMutations {
  @Mutation(() => SynonymsPayload, { description: 'Says that words mean the same; questions are read so at once.' })
  @Policy('signedIn')
  async addSynonyms(
    @Ctx() context: AppContext,
    @Arg('input', () => AddSynonymsInput, { description: 'The words.' }) input: AddSynonymsInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<SynonymsOutcome> {
    return forgetting(
      context,
      context.command('addSynonyms', input, key, (tx) => addSynonyms(tx, context.requireViewer(), input)),
    );
  }

  @Mutation(() => SynonymsPayload, { description: 'Changes what a group of synonyms says.' })
  @Policy('signedIn')
  async editSynonyms(
    @Ctx() context: AppContext,
    @Arg('input', () => EditSynonymsInput, { description: 'The words.' }) input: EditSynonymsInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<SynonymsOutcome> {
    return forgetting(
      context,
      context.command('editSynonyms', input, key, (tx) => editSynonyms(tx, context.requireViewer(), input)),
    );
  }

  @Mutation(() => SynonymsPayload, { description: 'Takes a group of synonyms away.' })
  @Policy('signedIn')
  async removeSynonyms(
    @Ctx() context: AppContext,
    @Arg('input', () => SynonymGroupInput, { description: 'Which one.' }) input: SynonymGroupInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<SynonymsOutcome> {
    return forgetting(
      context,
      context.command('removeSynonyms', input, key, (tx) =>
        removeSynonyms(tx, context.requireViewer(), input.synonymGroupId),
      ),
    );
  }

  @FieldResolver(() => SynonymGroupType, { nullable: true, description: 'The group; null when it is not there.' })
  synonymGroup(@Ctx() context: AppContext, @Root() outcome: SynonymsOutcome): Promise<object | null> {
    return context.node('SynonymGroup', outcome.synonymGroupId);
  }
}

/** Other servers read the synonyms anew by themselves, a little later. */
async function forgetting<T>(context: AppContext, done: Promise<T>): Promise<T> {
  const outcome = await done;
  engineOf(context.platform).forgetSynonyms();
  return outcome;
}

@Resolver(() => SearchGapPayload)
export class SearchGapResolver {
  @Query(() => SearchGapConnection, {
    description:
      'Questions that led nowhere, the most frequent first; for knowledge editors and the administrator; none for others.',
  })
  @Policy('signedIn')
  searchGaps(
    @Ctx() context: AppContext,
    @Arg('states', () => [SearchGapStateEnum], { nullable: true, description: 'Which; left out: the open ones.' })
    states: GapState[] | null,
    @Arg('first', () => FirstType, firstArg(20)) first: number,
    @Arg('after', () => String, afterArg) after: string | null,
  ): Promise<Page<GapFace>> {
    return listGaps(context, { states: states ?? ['OPEN'], first, after });
  }

  @Query(() => [SearchGapType], { description: 'What people look for and nobody wrote a note about yet.' })
  @Policy('signedIn')
  askedNotes(@Ctx() context: AppContext): Promise<GapFace[]> {
    return listAskedNotes(context);
  }

  @Mutation(() => SearchGapPayload, { description: 'Says what became of a question that led nowhere.' })
  @Policy('signedIn')
  settleSearchGap(
    @Ctx() context: AppContext,
    @Arg('input', () => SettleSearchGapInput, { description: 'The verdict.' }) input: SettleSearchGapInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<Outcome<{ searchGapId: string }>> {
    return context.command('settleSearchGap', input, key, (tx) => settleGap(tx, context.requireViewer(), input));
  }

  @FieldResolver(() => SearchGapType, { nullable: true, description: 'The question; null when it is not there.' })
  searchGap(@Ctx() context: AppContext, @Root() outcome: Outcome<{ searchGapId: string }>): Promise<object | null> {
    return context.node('SearchGap', outcome.searchGapId);
  }
}

@Resolver()
export class RecordSearchMutation {
  @Mutation(() => RecordSearchPayload, {
    description: 'Tells that a question led nowhere, so that search can learn; who asked it is not kept.',
  })
  @Policy('signedIn')
  recordSearch(
    @Ctx() context: AppContext,
    @Arg('input', () => RecordSearchInput, { description: 'The question.' }) input: RecordSearchInput,
  ): Promise<Outcome<object>> {
    return recordSearch(context, input.query);
  }
}

@Resolver()
export class SearchIndexQueries {
  @Query(() => SearchIndexStateType, {
    nullable: true,
    description: 'How the index stands; for knowledge editors and the administrator, null for others.',
  })
  @Policy('signedIn')
  searchIndex(@Ctx() context: AppContext): Promise<IndexState> | null {
    return mayTend(context.requireViewer()).allowed ? indexState(context.em) : null;
  }
}

@Resolver(() => SearchIndexPayload)
export class SearchIndexMutations {
  @Mutation(() => SearchIndexPayload, { description: 'Writes the whole index anew, while searching goes on.' })
  @Policy('signedIn')
  async rebuildSearchIndex(
    @Ctx() context: AppContext,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<Outcome<object>> {
    const outcome = await context.command('rebuildSearchIndex', {}, key, async (tx) => {
      requireTender(context.requireViewer());
      await beginRebuild(tx.em, tx.now);
      return {};
    });
    if (context.platform.jobs.isStarted) void context.platform.jobs.run(indexJob);
    return outcome;
  }

  @FieldResolver(() => SearchIndexStateType, { description: 'How it stands.' })
  searchIndex(@Ctx() context: AppContext): Promise<IndexState> {
    return indexState(context.em);
  }
}
