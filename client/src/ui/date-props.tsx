import { type CalendarDate, parseDate } from '@internationalized/date';
import { DateInput, DateSegment } from 'react-aria-components/DatePicker';
import type { DateFieldProps } from './date-field-props.ts';
import type { useFieldIds } from './Field.tsx';

/** The parts of a date: day, month, year. */
export const segments = (
  <DateInput className="date-parts">{(segment) => <DateSegment segment={segment} className="date-part" />}</DateInput>
);

/** What react-aria wants to know of a date field; ISO days outside, calendar dates inside. */
export function useDateProps(props: DateFieldProps, ids: ReturnType<typeof useFieldIds>) {
  const { value, onChange, min, max, name, error, required = true } = props;
  return {
    id: ids.id,
    'aria-labelledby': ids.labelId,
    ...(ids.describedBy && { 'aria-describedby': ids.describedBy }),
    ...(name && { name }),
    ...(min && { minValue: parseDate(min) }),
    ...(max && { maxValue: parseDate(max) }),
    value: value ? parseDate(value) : null,
    isInvalid: Boolean(error),
    isRequired: required,
    validationBehavior: 'aria' as const,
    shouldForceLeadingZeros: true,
    onChange: (date: CalendarDate | null) => onChange(date?.toString() ?? null),
  };
}
