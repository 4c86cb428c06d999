import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { Outcome } from '../../platform/graphql/graph-context.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { KnowledgeNoteType } from '../knowledge/knowledge.module.ts';
import { type AppContext, OrganisationType, PersonType } from '../people/people.module.ts';
import { ThemeType } from '../projects/projects.module.ts';
import {
  type ApplicationFace,
  applicationsOf,
  openBottlenecksOn,
  type ReuseFigures,
  reuseOf,
} from './application.queries.ts';
import {
  ApplicationPayload,
  ApplicationType,
  ApplyNoteInput,
  RemoveApplicationInput,
  ReuseFiguresType,
} from './application.types.ts';
import { type ApplicationIds, applyNote } from './apply-note.ts';
import { BottleneckType } from './bottleneck.types.ts';
import { removeApplication } from './remove-application.ts';

type ApplicationOutcome = Outcome<Partial<ApplicationIds>>;

/** The option of the argument that makes a retry safe. */
const keyArg = { nullable: true, description: 'The same key for every attempt at the same thing.' } as const;

@Resolver(() => ApplicationType)
export class ApplicationResolver {
  @FieldResolver(() => KnowledgeNoteType, { description: 'The note.' })
  note(@Ctx() context: AppContext, @Root() application: ApplicationFace): Promise<object | null> {
    return context.node('KnowledgeNote', application.noteId);
  }

  @FieldResolver(() => BottleneckType, { description: 'The case.' })
  bottleneck(@Ctx() context: AppContext, @Root() application: ApplicationFace): Promise<object | null> {
    return context.node('Bottleneck', application.bottleneckId);
  }

  @FieldResolver(() => PersonType, { description: 'Who said what became of it.' })
  appliedBy(@Ctx() context: AppContext, @Root() application: ApplicationFace): Promise<object | null> {
    return context.node('Person', application.appliedById);
  }
}

@Resolver(() => KnowledgeNoteType)
export class NoteApplicationsResolver {
  @FieldResolver(() => [ApplicationType], {
    description: 'Cases on which it was used, the latest first, as far as the viewer may see them.',
  })
  applications(@Ctx() context: AppContext, @Root() note: { id: string }): Promise<ApplicationFace[]> {
    return applicationsOf(context, 'note', note.id);
  }

  @FieldResolver(() => ReuseFiguresType, { description: 'How often, with which result, as far as the viewer may see.' })
  reuse(@Ctx() context: AppContext, @Root() note: { id: string }): Promise<ReuseFigures> {
    return reuseOf(context, 'note', note.id);
  }

  @FieldResolver(() => [BottleneckType], {
    description: 'Open cases that rest on it and that the viewer may see, the most urgent first.',
  })
  openBottlenecks(@Ctx() context: AppContext, @Root() note: { id: string }): Promise<object[]> {
    return openBottlenecksOn(context, note.id);
  }
}

@Resolver(() => OrganisationType)
export class OrganisationReuseResolver {
  @FieldResolver(() => ReuseFiguresType, {
    description: 'How often notes that its people wrote were used, with which result, as far as the viewer may see.',
  })
  noteReuse(@Ctx() context: AppContext, @Root() organisation: { id: string }): Promise<ReuseFigures> {
    return reuseOf(context, 'organisation', organisation.id);
  }
}

@Resolver(() => ThemeType)
export class ThemeReuseResolver {
  @FieldResolver(() => ReuseFiguresType, {
    description: 'How often notes about it were used, with which result, as far as the viewer may see.',
  })
  noteReuse(@Ctx() context: AppContext, @Root() theme: { id: string }): Promise<ReuseFigures> {
    return reuseOf(context, 'theme', theme.id);
  }
}

@Resolver(() => BottleneckType)
export class BottleneckApplicationsResolver {
  @FieldResolver(() => [ApplicationType], {
    description: 'Notes that were used on it, with what became of them; the latest first.',
  })
  applications(@Ctx() context: AppContext, @Root() bottleneck: { id: string }): Promise<ApplicationFace[]> {
    return applicationsOf(context, 'bottleneck', bottleneck.id);
  }

  @FieldResolver(() => [KnowledgeNoteType], { description: 'Notes that were used on it.' })
  async notes(@Ctx() context: AppContext, @Root() bottleneck: { id: string }): Promise<object[]> {
    const applications = await applicationsOf(context, 'bottleneck', bottleneck.id);
    return context.nodes(
      'KnowledgeNote',
      applications.map((application) => application.noteId),
    );
  }
}

@Resolver(() => ApplicationPayload)
export class ApplicationMutations {
  @Mutation(() => ApplicationPayload, {
    description: 'Links a note to a case, or changes what became of it; one link for each note and case.',
  })
  @Policy('signedIn')
  applyNote(
    @Ctx() context: AppContext,
    @Arg('input', () => ApplyNoteInput, { description: 'Which note, which case, what became of it.' })
    input: ApplyNoteInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<ApplicationOutcome> {
    return context.command('applyNote', input, key, (tx) => applyNote(tx, context.requireViewer(), input));
  }

  @Mutation(() => ApplicationPayload, { description: 'Takes a note off a case.' })
  @Policy('signedIn')
  removeApplication(
    @Ctx() context: AppContext,
    @Arg('input', () => RemoveApplicationInput, { description: 'Which link.' }) input: RemoveApplicationInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<ApplicationOutcome> {
    return context.command('removeApplication', input, key, (tx) =>
      removeApplication(tx, context.requireViewer(), input),
    );
  }

  @FieldResolver(() => ApplicationType, {
    nullable: true,
    description: 'The link; null when it is gone or nothing changed.',
  })
  application(@Ctx() context: AppContext, @Root() outcome: ApplicationOutcome): Promise<object | null> {
    return context.node('Application', outcome.applicationId);
  }

  @FieldResolver(() => KnowledgeNoteType, { nullable: true, description: 'The note; null when nothing changed.' })
  note(@Ctx() context: AppContext, @Root() outcome: ApplicationOutcome): Promise<object | null> {
    return context.node('KnowledgeNote', outcome.noteId);
  }

  @FieldResolver(() => BottleneckType, { nullable: true, description: 'The case; null when nothing changed.' })
  bottleneck(@Ctx() context: AppContext, @Root() outcome: ApplicationOutcome): Promise<object | null> {
    return context.node('Bottleneck', outcome.bottleneckId);
  }
}
