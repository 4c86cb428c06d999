import { bottleneckLimits } from '@versnellingstafel/shared/bottlenecks/limits';
import type { LocalDate } from '@versnellingstafel/shared/dates/local-date';
import type { InputCheck } from '../../platform/commands/input-check.ts';
import type { BottleneckText } from './bottleneck.entity.ts';

/** The words and dates that people write on a case; what is left out stays as it is, null empties it. */
export interface TextInput {
  readonly title?: string | null | undefined;
  readonly description?: string | null | undefined;
  readonly triedSoFar?: string | null | undefined;
  readonly ask?: string | null | undefined;
  readonly proposedResolution?: string | null | undefined;
  readonly decisionBy?: LocalDate | null | undefined;
  readonly constructionStart?: LocalDate | null | undefined;
}

const longTexts = ['description', 'triedSoFar', 'ask', 'proposedResolution'] as const;
const dates = ['decisionBy', 'constructionStart'] as const;
type Written = Partial<Pick<BottleneckText, 'title' | (typeof longTexts)[number] | (typeof dates)[number]>>;

/**
 * Checks the words and dates that were sent. A date in the past is refused only when it is newly set.
 * @param current the dates that the case has.
 */
export function checkBottleneckText(
  check: InputCheck,
  input: TextInput,
  today: LocalDate,
  current: Partial<Pick<BottleneckText, (typeof dates)[number]>> = {},
): Written {
  const { titleMin, titleMax, textMax } = bottleneckLimits;
  const written: Written = {};
  const title = check.optionalText('title', input.title, { min: titleMin, max: titleMax, singleLine: true });
  if (title !== undefined) written.title = title;
  for (const field of longTexts) {
    const text = check.optionalText(field, input[field], { max: textMax });
    if (text !== undefined) written[field] = text;
  }
  for (const field of dates) {
    const date = input[field];
    if (date === undefined) continue;
    if (date !== null && date !== current[field]) check.date(field, date, { notBefore: today });
    written[field] = date;
  }
  return written;
}

/** A reason or remark that must be there. */
export function checkReason(check: InputCheck, field: string, value: string): string {
  return check.text(field, value, { min: 1, max: bottleneckLimits.reasonMax });
}
