import { expect, test } from 'vitest';
import type { FieldType, SheetField } from './field.ts';
import { changesOf, valuesOf } from './filled.ts';

const field = (id: string, type: FieldType): SheetField => ({
  id,
  label: { zh: id },
  type,
  required: false,
  personal: false,
});
const fields = [field('name', 'text'), field('polluted', 'yes-no'), field('sum', 'money'), field('members', 'rows')];

test('unknown is left out; no and nought are said', () => {
  expect(valuesOf(fields, { name: ' ', polluted: undefined, sum: undefined })).toEqual({});
  expect(valuesOf(fields, { name: ' 专班 ', polluted: false, sum: 0 })).toEqual({
    name: '专班',
    polluted: false,
    sum: 0,
  });
});

test('rows in which nothing stands are not sent, nor blank cells in the others', () => {
  const members = [{ who: '甲', since: undefined }, {}, { who: undefined }, { who: '乙', since: '' }];

  expect(valuesOf(fields, { members })).toEqual({ members: [{ who: '甲' }, { who: '乙' }] });
  expect(valuesOf(fields, { members: [{}] })).toEqual({});
});

test('only what changed is sent; an emptied field is null, which is not no', () => {
  const before = { name: '专班', polluted: false, sum: 100 };

  expect(changesOf(fields, before, before)).toEqual({});
  expect(changesOf(fields, { members: [{ a: '1', b: '2' }] }, { members: [{ b: '2', a: '1' }] })).toEqual({});
  expect(changesOf(fields, { members: [{ a: '1' }] }, { members: [{ a: '1', b: '2' }] })).toEqual({
    members: [{ a: '1' }],
  });
  expect(changesOf(fields, { ...before, polluted: undefined }, before)).toEqual({ polluted: null });
  expect(changesOf(fields, { ...before, polluted: true, sum: 0 }, before)).toEqual({ polluted: true, sum: 0 });
});

test('fields that the form does not show are left alone', () => {
  expect(changesOf([fields[0]!], { name: '专班' }, { name: '专班', sum: 100 })).toEqual({});
});

test('what is kept apart and not shown stays as it is unless something else is written', () => {
  const before = { name: { personal: 'p1' } };

  expect(changesOf(fields, { name: undefined }, before)).toEqual({});
  expect(changesOf(fields, { name: '李某' }, before)).toEqual({ name: '李某' });
});
