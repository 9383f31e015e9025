import { DatePicker } from 'antd';
import dayjs from 'dayjs';

type Asked = {
  readonly label: string;
  readonly day: string | undefined;
  readonly pick: (day: string | undefined) => void;
};

/** A filter by a day; fetched by itself, since few kinds are asked for by days. */
export function DayFilter({ label, day, pick }: Asked) {
  return (
    <DatePicker
      style={{ width: 140 }}
      placeholder={label}
      aria-label={label}
      value={day ? dayjs(day) : null}
      onChange={(date) => pick(date?.format('YYYY-MM-DD'))}
    />
  );
}
