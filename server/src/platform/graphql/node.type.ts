import { Field, ID, InterfaceType } from 'type-graphql';
import { typeOf } from './node-brand.ts';

/**
 * Everything with an identity of its own. An object type implements it with `{ implements: Node }` and resolves from a
 * source whose `id` is the bare UUID; the schema turns that into the global id (see build-schema.ts).
 */
@InterfaceType('Node', {
  description: 'Everything with an identity of its own; fetch it again with node(id).',
  resolveType: (source: object) => typeOf(source),
})
export abstract class Node {
  @Field(() => ID, { description: 'The same everywhere and for ever: type and UUID.' })
  id!: string;
}
