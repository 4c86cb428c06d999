import { registerEnumType } from 'type-graphql';

/**
 * An enum of the schema from the words of `shared/`, each with its description:
 * `graphEnum<TableLevel>('TableLevel', 'How near …', { LOCAL: 'One municipality.', … })`.
 * @returns what a field names as its type: `@Field(() => TableLevelEnum, …)`.
 */
export function graphEnum<K extends string>(
  name: string,
  description: string,
  values: Readonly<Record<K, string>>,
): { readonly [Key in K]: Key } {
  const words = Object.keys(values) as K[];
  const enumObject = Object.fromEntries(words.map((word) => [word, word])) as { readonly [Key in K]: Key };
  const valuesConfig = Object.fromEntries(words.map((word) => [word, { description: values[word] }])) as Record<
    K,
    { description: string }
  >;
  registerEnumType(enumObject, { name, description, valuesConfig });
  return enumObject;
}
