import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import type { Control } from '../field.ts';
import { instantOf, officeTime } from '../instant.ts';
import { textIn } from '../narrow.ts';

const MINUTE = 'YYYY-MM-DD HH:mm';

/** A day of the office. */
export function DayControl({ value, onChange, id }: Control) {
  const day = textIn(value);
  return (
    <DatePicker
      {...(id ? { id } : {})}
      style={{ width: '100%' }}
      value={day ? dayjs(day) : null}
      onChange={(date) => onChange?.(date?.format('YYYY-MM-DD'))}
    />
  );
}

/** A day and a time by the clock at the office. */
export function InstantControl({ value, onChange, id }: Control) {
  const instant = textIn(value);
  return (
    <DatePicker
      {...(id ? { id } : {})}
      style={{ width: '100%' }}
      showTime={{ format: 'HH:mm' }}
      format={MINUTE}
      value={instant ? dayjs(officeTime(instant)) : null}
      onChange={(date) => onChange?.(date ? instantOf(date.format(MINUTE)) : undefined)}
    />
  );
}
