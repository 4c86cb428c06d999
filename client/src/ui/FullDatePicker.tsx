import { useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { CalendarHeading } from 'react-aria-components/Calendar';
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  DatePicker as AriaDatePicker,
  Group,
  Popover,
} from 'react-aria-components/DatePicker';
import { Dialog } from 'react-aria-components/Dialog';
import { FieldFrame, useFieldIds } from './Field.tsx';
import { segments, useDateProps } from './date-props.tsx';
import type { DateFieldProps } from './date-field-props.ts';
import { CalendarIcon, ChevronLeftIcon, ChevronRightIcon } from './icons.tsx';

/** A day, typed in parts or taken from a calendar. */
export function FullDatePicker(props: DateFieldProps): ReactElement {
  const { t } = useLingui();
  const ids = useFieldIds(props);
  return (
    <FieldFrame {...props} ids={ids} group>
      <AriaDatePicker {...useDateProps(props, ids)}>
        <Group className="input input-group">
          {segments}
          <Button className="btn btn-icon">
            <CalendarIcon />
          </Button>
        </Group>
        <Popover className="popover">
          <Dialog className="popover-body" aria-label={t`Kies een dag`}>
            <Calendar className="calendar">
              <header className="calendar-head">
                <Button slot="previous" className="btn btn-icon">
                  <ChevronLeftIcon />
                </Button>
                <CalendarHeading />
                <Button slot="next" className="btn btn-icon">
                  <ChevronRightIcon />
                </Button>
              </header>
              <CalendarGrid weekdayStyle="short">
                <CalendarGridHeader>{(day) => <CalendarHeaderCell>{day}</CalendarHeaderCell>}</CalendarGridHeader>
                <CalendarGridBody>{(date) => <CalendarCell date={date} className="calendar-day" />}</CalendarGridBody>
              </CalendarGrid>
            </Calendar>
          </Dialog>
        </Popover>
      </AriaDatePicker>
    </FieldFrame>
  );
}
