import { Type } from '@mikro-orm/core';

/**
 * A list as PostgreSQL reads it: `where id = any(?::uuid[])`. One parameter whatever the length, an empty list is fine,
 * and every entry is quoted, so that the word null stays a word.
 */
export function arrayLiteral(values: readonly string[]): string {
  return `{${values.map((value) => `"${value.replace(/[\\"]/g, String.raw`\$&`)}"`).join(',')}}`;
}

/** A `text[]` column: `p.type(TextArray)`. The ORM's own array type turns the entry `null` into nothing. */
export class TextArray extends Type<string[], string> {
  override convertToDatabaseValue(values: string[]): string {
    return arrayLiteral(values);
  }

  override convertToJSValue(values: string[] | string): string[] {
    if (Array.isArray(values)) return values;
    throw new Error('The driver gives a text[] as a list.');
  }

  override compareAsType(): string {
    return 'string[]';
  }

  override getColumnType(): string {
    return 'text[]';
  }
}
