import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { monthName } from '../../../features/tables/calendar-names.ts';
import { useRhythmWords } from '../../../features/tables/rhythm-words.ts';
import { toLocaleCode } from '../../../lib/i18n.ts';
import { Facts } from '../../../ui/Facts.tsx';
import { Section } from '../../../ui/Section.tsx';
import type { TableWithRhythm } from './rhythm-documents.ts';

/** The rhythm for who may not change it, with who may. */
export function RhythmFacts({ table, reason }: { table: TableWithRhythm; reason: string | null }): ReactElement {
  const { t, i18n } = useLingui();
  const words = useRhythmWords();
  const locale = toLocaleCode(i18n.locale);
  const { rhythm } = table;
  const before = (days: number): string => plural(days, { one: '# dag ervoor', other: '# dagen ervoor' });
  return (
    <Section title={t`Zo vergadert deze tafel`}>
      <Facts
        wide
        items={[
          { term: t`Wanneer`, value: words(rhythm) ?? t`Geen vaste dag` },
          { term: t`Waar`, value: rhythm.location || t`Geen vaste plaats` },
          { term: t`Indienen tot`, value: before(rhythm.submitDaysBefore) },
          { term: t`Stukken tot`, value: before(rhythm.papersDaysBefore) },
          {
            term: t`Verslag tot`,
            value: plural(rhythm.minutesDaysAfter, { one: '# dag erna', other: '# dagen erna' }),
          },
          {
            term: t`Terugkoppeling tot`,
            value: plural(rhythm.feedbackWorkingDays, { one: '# werkdag erna', other: '# werkdagen erna' }),
          },
          ...(rhythm.monthsWithout.length > 0
            ? [
                {
                  term: t`Geen vergadering in`,
                  value: rhythm.monthsWithout.map((month) => monthName(month, locale)).join(', '),
                },
              ]
            : []),
        ]}
      />
      {reason && <p className="sub">{reason}</p>}
    </Section>
  );
}
