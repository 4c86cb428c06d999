import { isLocalDate, type LocalDate } from '@versnellingstafel/shared/dates/local-date';
import { type MessageCode, messageFor } from '@versnellingstafel/shared/errors/messages';
import { hasUnstorableCharacters, lengthOf, tidied } from '@versnellingstafel/shared/text/text';
import { type ProblemData, Refusal } from './refusal.ts';

export interface TextRule {
  min?: number;
  max: number;
  /** Refuses line ends; for titles and the like. */
  singleLine?: boolean;
}

type Values = Readonly<Record<string, string | number>>;

/**
 * Gathers everything that is wrong with an input, so that a form can show it at once. Each check hands back the
 * value as it will be kept; what it hands back after a problem is of no use, since `done` then throws.
 */
export class InputCheck {
  readonly #problems: ProblemData[] = [];
  readonly #base: readonly string[];

  constructor(base: readonly string[] = ['input']) {
    this.#base = base;
  }

  /** The names of the fields found wrong so far; lets a check that rests on another one wait for it. */
  hasProblem(field: string): boolean {
    return this.#problems.some((problem) => problem.path?.[this.#base.length] === field);
  }

  /** Adds a problem of one's own. `values` fill in the sentence; `field` is filled in by itself. */
  refuse(field: string, code: MessageCode, values: Values = {}, ...deeper: string[]): void {
    const filled = { field, ...values };
    this.#problems.push({
      kind: 'FieldProblem',
      code,
      message: messageFor(code, 'nl', filled),
      values: filled,
      path: [...this.#base, field, ...deeper],
    });
  }

  /** A text that may be left out: undefined stays undefined, and null counts as empty. */
  optionalText(
    field: string,
    value: string | null | undefined,
    rule: TextRule,
    ...deeper: string[]
  ): string | undefined {
    return value === undefined ? undefined : this.text(field, value ?? '', rule, ...deeper);
  }

  /** A text within its limits; with a `min`, an empty one is missing. */
  text(field: string, value: string, rule: TextRule, ...deeper: string[]): string {
    const text = tidied(value);
    const length = lengthOf(text);
    if (hasUnstorableCharacters(value, rule.singleLine)) this.refuse(field, 'CONTROL_CHARACTERS', {}, ...deeper);
    else if (rule.min && length === 0) this.refuse(field, 'REQUIRED', {}, ...deeper);
    else if (rule.min && length < rule.min) this.refuse(field, 'TOO_SHORT', { min: rule.min }, ...deeper);
    else if (length > rule.max) this.refuse(field, 'TOO_LONG', { max: rule.max, length }, ...deeper);
    return text;
  }

  /** A date that exists and, where `notBefore` is given, does not lie before it. */
  date(field: string, value: LocalDate, { notBefore }: { notBefore?: LocalDate } = {}): LocalDate {
    if (!isLocalDate(value)) this.refuse(field, 'BAD_DATE');
    else if (notBefore !== undefined && value < notBefore) this.refuse(field, 'DATE_IN_PAST');
    return value;
  }

  /** A whole number from `min` to `max`. */
  whole(field: string, value: number, { min, max }: { min: number; max: number }, ...deeper: string[]): number {
    if (!Number.isInteger(value) || value < min || value > max)
      this.refuse(field, 'OUT_OF_RANGE', { min, max }, ...deeper);
    return value;
  }

  /** A list with no more than `max` entries; longer ones are cut so that further checks stay cheap. */
  atMost<T>(field: string, values: readonly T[], max: number): readonly T[] {
    if (values.length <= max) return values;
    this.refuse(field, 'TOO_MANY', { max });
    return values.slice(0, max);
  }

  /** @throws Refusal with every problem, when there is one. */
  done(): void {
    if (this.#problems.length > 0) throw new Refusal(this.#problems);
  }
}
