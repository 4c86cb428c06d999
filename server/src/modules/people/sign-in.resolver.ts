import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { ProblemData } from '../../platform/commands/refusal.ts';
import { globalId } from '../../platform/graphql/global-id.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { type PersonaRow, findPersonas } from './personas.ts';
import { PersonaType, SignInPayload, SignOutPayload, ViewerType } from './person.types.ts';
import { signInAsPersona } from './sign-in-as-persona.ts';
import type { AppContext, Viewer } from './viewer.ts';

interface Problems {
  readonly problems: readonly ProblemData[];
}

@Resolver(() => PersonaType)
export class PersonaResolver {
  @Query(() => [PersonaType], { description: 'Whom one may sign in as; empty outside the demo.' })
  @Policy('public')
  personas(@Ctx() context: AppContext): Promise<PersonaRow[]> {
    return findPersonas(context);
  }

  @FieldResolver(() => ID, { description: 'Hand this to signInAsPersona.' })
  id(@Root() persona: PersonaRow): string {
    return globalId('Person', persona.id);
  }
}

@Resolver(() => SignInPayload)
export class SignInResolver {
  @Mutation(() => SignInPayload, {
    description: 'Signs in as a fictional person of the demo. Ends the session that was.',
  })
  @Policy('public')
  signInAsPersona(
    @Ctx() context: AppContext,
    @Arg('personaId', () => ID, { description: 'Id from personas.' }) personaId: string,
  ): Promise<Problems> {
    return signInAsPersona(context, personaId);
  }

  @Mutation(() => SignOutPayload, { description: 'Ends the session; its live connections close.' })
  @Policy('public')
  async signOut(@Ctx() context: AppContext): Promise<Problems> {
    await context.signOut();
    return { problems: [] };
  }

  @FieldResolver(() => ViewerType, { nullable: true, description: 'The person who is signed in now.' })
  viewer(@Ctx() context: AppContext): Viewer | null {
    return context.viewer;
  }
}
