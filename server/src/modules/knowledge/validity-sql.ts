import { addDays, type LocalDate } from '@versnellingstafel/shared/dates/local-date';
import { checkFirstDays, type Validity, validities } from '@versnellingstafel/shared/knowledge/validity';
import type { SqlPart } from '../../platform/graphql/keyset-page.ts';

/** The rule of `validityOf` in SQL, as a condition on `note` (a row of `knowledge_note`); a test holds the two together. */
export function validitySql(note: string, validity: Validity, today: LocalDate): SqlPart {
  const usableFrom = addDays(today, checkFirstDays + 1);
  switch (validity) {
    case 'EXPIRED':
      return { sql: `(${note}.status = 'ARCHIVED' or ${note}.review_by < ?)`, params: [today] };
    case 'CHECK_FIRST':
      return {
        sql: `(${note}.status <> 'ARCHIVED' and ${note}.review_by >= ? and (${note}.status <> 'VALIDATED' or ${note}.review_by < ?))`,
        params: [today, usableFrom],
      };
    case 'USABLE':
      return { sql: `(${note}.status = 'VALIDATED' and ${note}.review_by >= ?)`, params: [usableFrom] };
  }
}

/** The validity of a note as a value. */
export function validityCase(note: string, today: LocalDate): SqlPart {
  const cases = validities.map((validity) => ({ validity, when: validitySql(note, validity, today) }));
  return {
    sql: `(case ${cases.map(({ validity, when }) => `when ${when.sql} then '${validity}'`).join(' ')} end)`,
    params: cases.flatMap(({ when }) => when.params),
  };
}
