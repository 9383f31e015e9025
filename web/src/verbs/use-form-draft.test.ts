import dayjs from 'dayjs';
import { expect, test } from 'vitest';
import { afresh, over, storable } from './use-form-draft.ts';

const everything = (sheet: object): Record<string, unknown> => ({ ...sheet });
const kept = (values: object): object => JSON.parse(JSON.stringify(storable({ ...values }, everything))) as object; // as a browser keeps it

test('days come back as days, also within rows', () => {
  const back = over(
    {},
    { ...kept({ due: dayjs('2030-05-06'), measures: [{ what: '清淤', due: dayjs('2030-06-30') }] }) },
  );

  expect(back).toMatchObject({ measures: [{ what: '清淤' }] });
  expect(
    [back['due'], (back['measures'] as { due: unknown }[])[0]?.due].map((day) =>
      dayjs(day as never).format('YYYY-MM-DD'),
    ),
  ).toEqual(['2030-05-06', '2030-06-30']); // both were put in above
});

test('who objected, and personal fields of the sheet, stay on no machine', () => {
  const values = { from: '李某', text: '公示的地点不对', values: { reporter: '王某', what: '污水' } };
  const stored = storable(values, ({ what }) => ({ what }));

  expect(JSON.stringify(stored)).not.toMatch(/李某|王某/);
  expect(stored).toEqual({ text: '公示的地点不对', values: { what: '污水' } });
});

test('a draft stands over what the dossier says, field by field, and goes again whole', () => {
  const first = { values: { what: '河边有污水', where: '甸阳镇' } };
  const found = { text: '已核实', values: { what: '河边有大量污水' } };

  expect(over(first, found)).toEqual({ text: '已核实', values: { what: '河边有大量污水', where: '甸阳镇' } });
  expect(afresh(first, found)).toEqual({ text: undefined, values: { what: '河边有污水', where: '甸阳镇' } });
  expect(over(first, undefined)).toEqual(first);
});
