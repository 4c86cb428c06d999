import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Onlooker } from '../../platform/presence/presence.ts';
import { type AppContext, PersonType } from '../people/people.module.ts';
import { OnlookerType } from './presence.types.ts';

@Resolver(() => OnlookerType)
export class OnlookerResolver {
  @FieldResolver(() => PersonType, { description: 'Who it is.' })
  person(@Ctx() context: AppContext, @Root() onlooker: Onlooker): Promise<object | null> {
    return context.node('Person', onlooker.personId);
  }
}
