import { useLingui } from '@lingui/react/macro';
import { rhythmLimits } from '@versnellingstafel/shared/tables/rhythm';
import type { ReactElement } from 'react';
import { weekdayName } from '../../../features/tables/calendar-names.ts';
import { weekLabels } from '../../../features/tables/rhythm-words.ts';
import { toLocaleCode } from '../../../lib/i18n.ts';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import { Row } from '../../../ui/Row.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Select } from '../../../ui/Select.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { MonthsField } from './MonthsField.tsx';
import type { RhythmDraft, RhythmField } from './rhythm-draft.ts';
import { fieldId } from './use-rhythm-errors.ts';
import { useRhythmLabels } from './use-rhythm-labels.ts';

interface RhythmFieldsProps {
  draft: RhythmDraft;
  error: (field: RhythmField) => string | undefined;
  onChange: (change: Partial<RhythmDraft>) => void;
}

const noDay = 'none';
const thursday = 4;

/** Everything that makes a rhythm: the day, the deadlines around it, the months without, and how far ahead. */
export function RhythmFields({ draft, error, onChange }: RhythmFieldsProps): ReactElement {
  const { t, i18n } = useLingui();
  const { label } = useRhythmLabels();
  const locale = toLocaleCode(i18n.locale);
  const { daysMin, daysMax, workingDaysMax, locationMax, monthsAheadMin, monthsAheadMax } = rhythmLimits;
  const field = (name: RhythmField) => {
    const wrong = error(name);
    return { id: fieldId(name), label: label(name), ...(wrong && { error: wrong }) };
  };
  const days = (
    name: 'submitDaysBefore' | 'papersDaysBefore' | 'minutesDaysAfter' | 'feedbackWorkingDays',
  ): ReactElement => (
    <NumberField
      {...field(name)}
      value={draft[name]}
      min={daysMin}
      max={name === 'feedbackWorkingDays' ? workingDaysMax : daysMax}
      onChange={(next) => next !== null && onChange({ [name]: next })}
    />
  );

  return (
    <>
      <Section title={t`Wanneer de tafel bij elkaar komt`}>
        <Stack>
          <Row wide>
            <Select
              {...field('week')}
              value={draft.week === null ? noDay : String(draft.week)}
              onChange={(id) =>
                onChange(
                  id === noDay
                    ? { week: null, weekday: null }
                    : { week: Number(id), weekday: draft.weekday ?? thursday },
                )
              }
              options={[
                { id: noDay, label: t`Geen vaste dag` },
                ...Object.entries(weekLabels).map(([id, words]) => ({ id, label: i18n._(words) })),
              ]}
            />
            {draft.week !== null && (
              <Select
                {...field('weekday')}
                value={draft.weekday === null ? null : String(draft.weekday)}
                onChange={(id) => onChange({ weekday: Number(id) })}
                options={[1, 2, 3, 4, 5, 6, 7].map((id) => ({ id: String(id), label: weekdayName(id, locale) }))}
              />
            )}
          </Row>
          <Row wide>
            <TextField {...field('starts')} value={draft.starts} onChange={(starts) => onChange({ starts })} />
            <TextField {...field('ends')} value={draft.ends} onChange={(ends) => onChange({ ends })} />
          </Row>
          <TextField
            {...field('location')}
            required={draft.week !== null}
            maxLength={locationMax}
            value={draft.location}
            onChange={(location) => onChange({ location })}
          />
        </Stack>
      </Section>
      <Section title={t`Termijnen`}>
        <Stack>
          <p className="sub">{t`Valt een termijn in een weekend of op een feestdag, dan schuift hij naar de werkdag ervoor; verslag en terugkoppeling naar de werkdag erna.`}</p>
          <Row wide>
            {days('submitDaysBefore')}
            {days('papersDaysBefore')}
          </Row>
          <Row wide>
            {days('minutesDaysAfter')}
            {days('feedbackWorkingDays')}
          </Row>
        </Stack>
      </Section>
      <Section title={t`De reeks`}>
        <Stack>
          <MonthsField
            {...field('monthsWithout')}
            value={draft.monthsWithout}
            onChange={(monthsWithout) => onChange({ monthsWithout })}
          />
          <NumberField
            {...field('monthsAhead')}
            value={draft.monthsAhead}
            min={monthsAheadMin}
            max={monthsAheadMax}
            onChange={(next) => next !== null && onChange({ monthsAhead: next })}
          />
          <Checkbox
            label={label('keepFilled')}
            hint={t`Als concept: alleen voorzitter en secretaris zien ze, tot je de agenda publiceert.`}
            checked={draft.keepFilled}
            onChange={(keepFilled) => onChange({ keepFilled })}
          />
        </Stack>
      </Section>
    </>
  );
}
