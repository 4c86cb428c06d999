import { useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { monthName } from '../../../features/tables/calendar-names.ts';
import { capital } from '../../../lib/capital.ts';
import { toLocaleCode } from '../../../lib/i18n.ts';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { ChoiceFrame } from '../../../ui/ChoiceFrame.tsx';
import { useFieldIds } from '../../../ui/Field.tsx';
import { Row } from '../../../ui/Row.tsx';

interface MonthsFieldProps {
  id: string;
  label: string;
  error?: string;
  /** 1 is January. */
  value: readonly number[];
  onChange: (months: number[]) => void;
}

const months = Array.from({ length: 12 }, (_, index) => index + 1);

/** The months of the year beside each other, each on or off. */
export function MonthsField(props: MonthsFieldProps): ReactElement {
  const { value, onChange } = props;
  const { i18n } = useLingui();
  const ids = useFieldIds(props);
  const locale = toLocaleCode(i18n.locale);
  return (
    <ChoiceFrame {...props} required={false} ids={ids} className="field">
      <Row wide>
        {months.map((month) => (
          <Checkbox
            key={month}
            label={capital(monthName(month, locale))}
            checked={value.includes(month)}
            onChange={(on) =>
              onChange(
                on
                  ? months.filter((one) => one === month || value.includes(one))
                  : value.filter((one) => one !== month),
              )
            }
          />
        ))}
      </Row>
    </ChoiceFrame>
  );
}
