import { Field, Int, ObjectType } from 'type-graphql';
import { BadInput } from '../commands/breach.ts';
import { Policy } from './policy.ts';

@Policy('withParent')
@ObjectType('PageInfo', { description: 'Where a page lies in its list.', simpleResolvers: true })
export class PageInfo {
  @Field(() => Boolean, { description: 'Are there rows after this page?' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Are there rows before this page? True on every page but the first.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first row; null when the page is empty.' })
  startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the last row: hand it in as `after` for the next page.',
  })
  endCursor!: string | null;
}

/** One page as a resolver returns it. */
export interface Page<T> {
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly pageInfo: PageInfo;
}

type ClassOf = abstract new (...args: never[]) => object;

/**
 * The pair of types behind a list of `name`:
 * ```ts
 * @Policy('withParent')
 * @ObjectType('PersonConnection', { description: 'A page of people.' })
 * export class PersonConnection extends connectionOf('Person', () => PersonType) {}
 * ```
 * Further fields (`totalCount`) go into that class.
 */
export function connectionOf(name: string, nodeType: () => ClassOf) {
  @Policy('withParent')
  @ObjectType(`${name}Edge`, { description: `A ${name} with its place in the list.`, simpleResolvers: true })
  class Edge {
    @Field(() => String, { description: 'Its place: hand it in as `after` to go on from here.' })
    cursor!: string;

    @Field(() => nodeType(), { description: `The ${name}.` })
    node!: object;
  }

  @Policy('withParent')
  @ObjectType(`${name}ConnectionBase`, { description: `A page of ${name}.` })
  abstract class Connection {
    @Field(() => [Edge], { description: 'The rows of this page.', simple: true })
    edges!: readonly Edge[];

    @Field(() => PageInfo, { description: 'Where this page lies.', simple: true })
    pageInfo!: PageInfo;
  }
  return Connection;
}

/** Options of the two arguments that every list takes. `@Arg('first', () => Int, firstArg(50)) first: number`. */
export function firstArg(defaultValue: number): { defaultValue: number; description: string } {
  return { defaultValue, description: 'How many rows: 1 to 100.' };
}

/** `@Arg('after', () => String, afterArg) after: string | null`. */
export const afterArg = {
  nullable: true,
  description: 'Rows after this cursor, from an earlier page with the same order and filter.',
} as const;

/** The type of `first`, so that resolvers need one import. */
export const FirstType = Int;

/** Most rows a client may ask for at once. */
export const maxFirst = 100;

/** @throws BadInput when `first` is not between 1 and 100. */
export function checkFirst(first: number): number {
  if (Number.isInteger(first) && first >= 1 && first <= maxFirst) return first;
  throw new BadInput('BAD_PAGE_SIZE', ['first'], { max: maxFirst });
}
