import type { MessageLocale } from '@versnellingstafel/shared/errors/messages';
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Ability } from '../../platform/graphql/ability.type.ts';
import type { AbilityFact } from '../../platform/graphql/abilities.ts';
import { FirstType, type Page, afterArg, firstArg } from '../../platform/graphql/connection.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { ConflictProblem } from '../../platform/graphql/problem.type.ts';
import { EventType } from '../../platform/graphql/event.types.ts';
import type { StoredEvent } from '../../platform/streams/event.ts';
import type { ProblemData } from '../../platform/commands/refusal.ts';
import { LocaleEnum } from './people.enums.ts';
import type { Person } from './person.entity.ts';
import { findPeople } from './person.queries.ts';
import { PersonConnection, PersonType, ViewerPayload, ViewerType } from './person.types.ts';
import { OrganisationType } from './place.types.ts';
import { markVisit } from './mark-visit.ts';
import { setLocale } from './set-locale.ts';
import type { AppContext, Viewer } from './viewer.ts';

interface Problems {
  readonly problems: readonly ProblemData[];
}

@Resolver(() => PersonType)
export class PersonResolver {
  @Query(() => PersonConnection, { description: 'People by name, for pickers.' })
  @Policy('signedIn')
  people(
    @Ctx() context: AppContext,
    @Arg('text', () => String, {
      nullable: true,
      description: 'Part of a name, of what they do or of where they work.',
    })
    text: string | null,
    @Arg('first', () => FirstType, firstArg(20)) first: number,
    @Arg('after', () => String, afterArg) after: string | null,
    @Arg('organisationId', () => ID, { nullable: true, description: 'Only people of this organisation.' })
    organisationId: string | null,
    @Arg('tableId', () => ID, { nullable: true, description: 'Only people at this table.' }) tableId: string | null,
  ): Promise<Page<Person>> {
    return findPeople(context, { text, first, after, organisationId, tableId });
  }

  @FieldResolver(() => OrganisationType, { description: 'Where they work.' })
  organisation(@Ctx() context: AppContext, @Root() person: Person): Promise<object | null> {
    return context.node('Organisation', person.organisationId);
  }
}

@Resolver(() => ViewerType)
export class ViewerResolver {
  @Query(() => ViewerType, { nullable: true, description: 'Who is signed in; null without a session.' })
  @Policy('public')
  viewer(@Ctx() context: AppContext): Viewer | null {
    return context.viewer;
  }

  @Mutation(() => ViewerPayload, { description: 'Chooses the language of the interface and of messages.' })
  @Policy('signedIn')
  setLocale(
    @Ctx() context: AppContext,
    @Arg('locale', () => LocaleEnum, { description: 'The language.' }) locale: MessageLocale,
  ): Promise<Problems> {
    return setLocale(context, locale);
  }

  @Mutation(() => ViewerPayload, { description: 'Notes that this person has seen what is new until now.' })
  @Policy('signedIn')
  markVisit(@Ctx() context: AppContext): Promise<Problems> {
    return markVisit(context);
  }

  @FieldResolver(() => PersonType, { description: 'Who it is.' })
  person(@Ctx() context: AppContext, @Root() viewer: Viewer): Promise<object | null> {
    return context.node('Person', viewer.personId);
  }

  @FieldResolver(() => LocaleEnum, { description: 'Language of the interface.' })
  locale(@Ctx() context: AppContext): MessageLocale {
    return context.locale;
  }

  @FieldResolver(() => [Ability], {
    description: 'What this person may do anywhere, for example LOG_BOTTLENECK, WRITE_NOTE.',
  })
  viewerCan(@Ctx() context: AppContext, @Root() viewer: Viewer): AbilityFact[] {
    return context.abilities('Viewer', viewer);
  }

  @FieldResolver(() => Boolean, { description: 'Is this the demo, with people and cases that do not exist?' })
  demo(@Ctx() context: AppContext): boolean {
    return context.platform.settings.demo;
  }
}

@Resolver(() => ViewerPayload)
export class ViewerPayloadResolver {
  @FieldResolver(() => ViewerType, { nullable: true, description: 'The person who is signed in.' })
  viewer(@Ctx() context: AppContext): Viewer | null {
    return context.viewer;
  }
}

/** The platform knows no people; who did something is added here. */
@Resolver(() => EventType)
export class EventPeople {
  @FieldResolver(() => PersonType, { nullable: true, description: 'Who did it; null when nobody in person did.' })
  actor(@Ctx() context: AppContext, @Root() event: StoredEvent): Promise<object | null> {
    return context.node('Person', event.actorId);
  }
}

/** Likewise, who changed something meanwhile. */
@Resolver(() => ConflictProblem)
export class ConflictProblemPeople {
  @FieldResolver(() => PersonType, { nullable: true, description: 'Who changed it.' })
  changedBy(@Ctx() context: AppContext, @Root() problem: { changedById?: string | null }): Promise<object | null> {
    return context.node('Person', problem.changedById);
  }
}
