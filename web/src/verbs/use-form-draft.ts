import type { FormInstance } from 'antd';
import dayjs from 'dayjs';
import { withoutPersonal, type Written } from '../sheet/draft.ts';
import { useDraft } from '../sheet/use-draft.ts';
import type { Matter } from './verb.ts';

/** Fields of forms that name people outside the office; like personal fields of a sheet they are not kept on the machine. */
const APART: readonly string[] = ['from'];

/** What was written in the window of this verb on this dossier and not sent, by whoever sits here. */
export function useFormDraft({ dossier, offer }: Matter, first: Written, form: FormInstance) {
  const sheet = dossier.kind?.sheet ?? [];
  const keepable = withoutPersonal(sheet);
  const about = `${dossier.row.id}.${offer.type}.${offer.target ?? ''}`;
  const { found, keep, drop } = useDraft(about, (values) => storable(values, keepable));
  return {
    /** What stands in the form when it opens. */
    initial: over(first, found?.values),
    keep,
    drop,
    /** What the note over the form says of it; putting it away leaves what stood there at first. */
    note: {
      found,
      personal: sheet.some(({ id, personal }) => personal && offer.needs.values.includes(id)),
      drop: () => {
        drop();
        if (found) form.setFieldsValue(afresh(first, found.values));
      },
    },
  };
}

/** What of a form is kept: a sheet in it without its personal fields, days as days. */
export function storable(values: Written, keepable: (sheet: Written) => Written): Written {
  const { values: sheet, ...own } = values;
  const rest = Object.fromEntries(Object.entries(own).filter(([name]) => !APART.includes(name)));
  return {
    ...(withDays(rest) as Written), // an object goes in
    ...(isWritten(sheet) ? { values: keepable(sheet) } : {}),
  };
}

/** What stands in a form at first, under what was found of a draft: a field of the draft stands in the place of the first one. */
export function over(first: Written, found: Written | undefined): Written {
  const { values: written, ...own } = found ?? {};
  const values = { ...(isWritten(first['values']) ? first['values'] : {}), ...(isWritten(written) ? written : {}) };
  return { ...first, ...(revived(own) as Written), ...(Object.keys(values).length > 0 ? { values } : {}) }; // an object goes in
}

/** What puts a form back to what stood in it at first: what only the draft brought is taken out by name. */
export function afresh(first: Written, found: Written): Written {
  const gone = (of: Written): Written => Object.fromEntries(Object.keys(of).map((name) => [name, undefined]));
  const { values, ...own } = found;
  const before = isWritten(first['values']) ? first['values'] : {};
  return { ...gone(own), ...first, ...(isWritten(values) ? { values: { ...gone(values), ...before } } : {}) };
}

const isWritten = (value: unknown): value is Written =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !dayjs.isDayjs(value);

const DAY = '$day';

/** Days of a form are kept as days: by the clock of another place they would be read as the day before. */
const withDays = (value: unknown): unknown =>
  dayjs.isDayjs(value) ? { [DAY]: value.format('YYYY-MM-DD') } : through(value, withDays);

const revived = (value: unknown): unknown =>
  isWritten(value) && typeof value[DAY] === 'string' ? dayjs(value[DAY]) : through(value, revived);

function through(value: unknown, each: (value: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map(each);
  if (!isWritten(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, each(inner)]));
}
