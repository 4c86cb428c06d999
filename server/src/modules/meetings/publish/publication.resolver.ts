import type { AgendaChange } from '@versnellingstafel/shared/meetings/agenda-changes';
import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { Outcome } from '../../../platform/graphql/graph-context.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { type AppContext, PersonType } from '../../people/people.module.ts';
import type { Meeting } from '../meeting.entity.ts';
import { MeetingVersionInput } from '../meeting.inputs.ts';
import { MeetingPayload, MeetingType } from '../meeting.types.ts';
import { AgendaChangeType, PublicationType } from './publication.types.ts';
import {
  pendingChanges,
  type PublicationFace,
  publicationsSeen,
  publicationUndoableUntil,
} from './publications-seen.ts';
import { undoPublication } from './undo-publication.ts';

@Resolver(() => PublicationType)
export class PublicationResolver {
  @FieldResolver(() => PersonType, { description: 'Who did it.' })
  publishedBy(@Ctx() context: AppContext, @Root() publication: PublicationFace): Promise<object | null> {
    return context.node('Person', publication.publishedById);
  }
}

@Resolver(() => MeetingType)
export class MeetingPublicationsResolver {
  @FieldResolver(() => [AgendaChangeType], {
    description: 'What the next publication will tell; for who prepares the meeting.',
  })
  pendingChanges(@Ctx() context: AppContext, @Root() meeting: Meeting): Promise<AgendaChange[]> {
    return pendingChanges(context, meeting);
  }

  @FieldResolver(() => [PublicationType], { description: 'What participants were told, the earliest first.' })
  publications(@Ctx() context: AppContext, @Root() meeting: Meeting): Promise<PublicationFace[]> {
    return publicationsSeen(context, meeting.id);
  }

  @FieldResolver(() => Date, {
    nullable: true,
    description: 'May the last publication be taken back: by who did it, until its mail leaves.',
  })
  publicationUndoableUntil(@Ctx() context: AppContext, @Root() meeting: Meeting): Promise<Date | null> {
    return publicationUndoableUntil(context, meeting);
  }
}

@Resolver()
export class PublicationMutations {
  @Mutation(() => MeetingPayload, {
    description: 'Takes the last publication back, before its mail has left. For who published.',
  })
  @Policy('signedIn')
  undoPublication(
    @Ctx() context: AppContext,
    @Arg('input', () => MeetingVersionInput, { description: 'Which meeting, in which version.' })
    input: MeetingVersionInput,
    @Arg('idempotencyKey', () => ID, {
      nullable: true,
      description: 'The same key for every attempt at the same thing.',
    })
    key: string | null,
  ): Promise<Outcome<{ meetingId: string }>> {
    return context.command('undoPublication', input, key, (tx) => undoPublication(tx, context.requireViewer(), input));
  }
}
