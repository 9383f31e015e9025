import { beforeEach, expect, test } from 'vitest';
import { draftOf, dropDraft, keepDraft, type Store } from './draft.ts';
import type { SheetField } from './field.ts';

const field = (id: string, more: Partial<SheetField> = {}): SheetField => ({
  id,
  label: { zh: id },
  type: 'text',
  required: false,
  personal: false,
  ...more,
});
const fields = [
  field('what'),
  field('polluted', { type: 'yes-no' }),
  field('reporter', { personal: true }),
  field('witnesses', { type: 'rows', columns: [field('name', { personal: true })] }),
];
const at = '2030-05-06T01:00:00Z';

let kept: Map<string, string>;
let store: Store;
beforeEach(() => {
  kept = new Map();
  store = {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
  };
});

test('what was written is there when the form is opened again', () => {
  keepDraft(store, 'anna', 'report', fields, { values: { what: '河边有污水', polluted: false }, at });

  expect(draftOf(store, 'anna', 'report', fields)).toEqual({ values: { what: '河边有污水', polluted: false }, at });
});

test('a person at the same machine does not see it, nor does another form', () => {
  keepDraft(store, 'anna', 'report', fields, { values: { what: '河边有污水' }, at });

  expect(draftOf(store, 'bert', 'report', fields)).toBeNull();
  expect(draftOf(store, 'anna', 'sweep', fields)).toBeNull();
});

test('who reported, and people in a table, are never kept on the machine', () => {
  keepDraft(store, 'anna', 'report', fields, {
    values: { what: '污水', reporter: '李某', witnesses: [{ name: '王某' }] },
    at,
  });

  expect([...kept.values()].join()).not.toMatch(/李某|王某/);
  expect(draftOf(store, 'anna', 'report', fields)?.values).toEqual({ what: '污水' });
});

test('a draft of an older edition brings only the fields that are still there, and none that has become personal', () => {
  keepDraft(store, 'anna', 'report', [...fields, field('gone')], { values: { what: '污水', gone: '旧' }, at });

  expect(draftOf(store, 'anna', 'report', fields)?.values).toEqual({ what: '污水' });
  expect(draftOf(store, 'anna', 'report', [field('what', { personal: true })])).toBeNull();
});

test('once it is sent, or emptied, nothing of it stays', () => {
  keepDraft(store, 'anna', 'report', fields, { values: { what: '污水' }, at });
  dropDraft(store, 'anna', 'report');
  expect(kept.size).toBe(0);

  keepDraft(store, 'anna', 'report', fields, { values: { what: '污水' }, at });
  keepDraft(store, 'anna', 'report', fields, { values: { what: undefined }, at });
  expect(kept.size).toBe(0);
});

test('a broken or a full store costs no work', () => {
  kept.set('bihuan.draft.anna.report', '{"values":');
  expect(draftOf(store, 'anna', 'report', fields)).toBeNull();

  const full: Store = {
    ...store,
    setItem: () => {
      throw new Error('quota');
    },
  };
  expect(() => keepDraft(full, 'anna', 'report', fields, { values: { what: '污水' }, at })).not.toThrow();
});
