import { useQuery } from '@tanstack/react-query';
import { Select } from '../../choice/select.tsx';
import { answered, api } from '../../api/client.ts';

type Asked = {
  /** The kind that is filed or gathered. */
  readonly kind: string;
  readonly label: string;
  readonly value: string | undefined;
  readonly pick: (period: string | undefined) => void;
};

/** A filter by the period that something is owed for: the latest ones of the duties that ask for it; an older one is typed. */
export function PeriodFilter({ kind, label, value, pick }: Asked) {
  const list = useQuery({ queryKey: ['duties'], queryFn: () => answered(api.GET('/api/duties')) });
  const asking = (list.data?.duties ?? []).filter(({ files, gathers }) => files.id === kind || gathers?.id === kind);
  const periods = [
    ...new Set([...asking.flatMap((duty) => duty.periods.map(({ id }) => id)), ...(value ? [value] : [])]),
  ];
  return (
    <Select<string[]>
      mode="tags"
      allowClear
      style={{ width: 150 }}
      placeholder={label}
      aria-label={label}
      value={value ? [value] : []}
      onChange={(chosen) => pick(chosen[chosen.length - 1])}
      options={periods.map((period) => ({ value: period, label: period }))}
    />
  );
}
