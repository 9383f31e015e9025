import { DatePicker } from 'antd';
import dayjs from 'dayjs';

type Asked = {
  readonly label: string;
  /** `2026-01-01..2026-03-31`, either end left open. */
  readonly days: string | undefined;
  readonly pick: (days: string | undefined) => void;
};

/** A filter by days from and to; fetched by itself, since lists are seldom asked for by days. */
export function DaysFilter({ label, days, pick }: Asked) {
  const [from = '', to = from] = days?.split('..') ?? [];
  const at = (day: string) => (day === '' ? null : dayjs(day));
  return (
    <DatePicker.RangePicker
      style={{ width: 250 }}
      placeholder={[label, label]}
      aria-label={label}
      allowEmpty={[true, true]}
      value={[at(from), at(to)]}
      onChange={(chosen) => {
        const [first, last] = (chosen ?? []).map((day) => day?.format('YYYY-MM-DD') ?? '');
        pick(first || last ? `${first ?? ''}..${last ?? ''}` : undefined);
      }}
    />
  );
}
