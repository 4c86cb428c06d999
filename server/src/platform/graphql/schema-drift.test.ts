import { readFile } from 'node:fs/promises';
import { type GraphQLSchema, buildSchema, findBreakingChanges, lexicographicSortSchema, printSchema } from 'graphql';
import { Field, ObjectType, Query, Resolver } from 'type-graphql';
import { describe, expect, it } from 'vitest';
import { modules } from '../../modules.ts';
import { buildGraphSchema } from './build-schema.ts';
import { Policy } from './policy.ts';
import { schemaFaults } from './schema-rules.ts';
import { printedMark, schemaText } from './schema-text.ts';

const file = new URL('../../../../schema/schema.graphql', import.meta.url);

/** What the code has that the contract has not, or has otherwise: the contract must be as wide as the code. */
function beyondContract(code: GraphQLSchema, contract: GraphQLSchema): string[] {
  return findBreakingChanges(code, contract).map((change) => change.description);
}

@Policy('public')
@ObjectType('Loose', { description: 'A type for this test.' })
class Loose {
  @Field(() => String, { description: 'A field.' })
  text!: string;
}

@Resolver()
class LooseResolver {
  @Query(() => Loose, { description: 'Has no policy.' })
  loose(): Loose {
    return { text: '' };
  }
}

describe('the schema', () => {
  const schema = buildGraphSchema(modules);

  it('says what the committed file says', async () => {
    const text = await readFile(file, 'utf8');
    if (text.startsWith(printedMark)) expect(schemaText(schema), 'Print it again: see print-schema.ts').toBe(text);
    else expect(beyondContract(schema, buildSchema(text))).toEqual([]);
  });

  it('describes everything, pages its lists, answers mutations with problems and guards every field', () => {
    expect(schemaFaults(schema)).toEqual([]);
  });

  it('is valid GraphQL that others can read', () => {
    expect(() => buildSchema(printSchema(lexicographicSortSchema(schema)))).not.toThrow();
  });

  it('refuses to build when a field has no policy', () => {
    expect(() => buildGraphSchema([...modules, { name: 'loose', entities: [], resolvers: [LooseResolver] }])).toThrow(
      'Query.loose',
    );
  });
});
