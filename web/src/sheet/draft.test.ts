import { beforeEach, expect, test } from 'vitest';
import { draftOf, dropDraft, keepDraft, sweepDrafts, withoutPersonal, type Store } from './draft.ts';
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
const keepable = withoutPersonal(fields);
const at = '2030-05-06T01:00:00Z';

let kept: Map<string, string>;
let store: Store;
beforeEach(() => {
  kept = new Map();
  store = {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
    key: (place) => [...kept.keys()][place] ?? null,
    get length() {
      return kept.size;
    },
  };
});

test('what was written is there when the form is opened again', () => {
  keepDraft(store, 'anna', 'report', { values: keepable({ what: '河边有污水', polluted: false }), at });

  expect(draftOf(store, 'anna', 'report', keepable)).toEqual({ values: { what: '河边有污水', polluted: false }, at });
});

test('a person at the same machine does not see it, nor does another form', () => {
  keepDraft(store, 'anna', 'report', { values: keepable({ what: '河边有污水' }), at });

  expect(draftOf(store, 'bert', 'report', keepable)).toBeNull();
  expect(draftOf(store, 'anna', 'sweep', keepable)).toBeNull();
});

test('who reported, and people in a table, are never kept on the machine', () => {
  keepDraft(store, 'anna', 'report', {
    values: keepable({ what: '污水', reporter: '李某', witnesses: [{ name: '王某' }] }),
    at,
  });

  expect([...kept.values()].join()).not.toMatch(/李某|王某/);
  expect(draftOf(store, 'anna', 'report', keepable)?.values).toEqual({ what: '污水' });
});

test('a draft of an older edition brings only the fields that are still there, and none that has become personal', () => {
  keepDraft(store, 'anna', 'report', { values: { what: '污水', gone: '旧' }, at });

  expect(draftOf(store, 'anna', 'report', keepable)?.values).toEqual({ what: '污水' });
  expect(draftOf(store, 'anna', 'report', withoutPersonal([field('what', { personal: true })]))).toBeNull();
});

test('once it is sent, or emptied, nothing of it stays', () => {
  keepDraft(store, 'anna', 'report', { values: keepable({ what: '污水' }), at });
  dropDraft(store, 'anna', 'report');
  expect(kept.size).toBe(0);

  keepDraft(store, 'anna', 'report', { values: keepable({ what: '污水' }), at });
  keepDraft(store, 'anna', 'report', { values: keepable({ what: undefined }), at });
  expect(kept.size).toBe(0);
});

test('a broken or a full store costs no work', () => {
  kept.set('bihuan.draft.anna.report', '{"values":');
  expect(draftOf(store, 'anna', 'report', keepable)).toBeNull();

  const full: Store = {
    ...store,
    setItem: () => {
      throw new Error('quota');
    },
  };
  expect(() => keepDraft(full, 'anna', 'report', { values: keepable({ what: '污水' }), at })).not.toThrow();
});

test('a draft that nobody came back for within sixty days is put away, and nothing else of this machine', () => {
  keepDraft(store, 'anna', 'report', { values: { what: '污水' }, at });
  keepDraft(store, 'anna', 'sweep', { values: { what: '垃圾' }, at: '2030-07-01T01:00:00Z' });
  kept.set('bihuan.columns.problems', '[]');

  sweepDrafts(store, new Date('2030-07-06T01:00:00Z'));

  expect([...kept.keys()]).toEqual(['bihuan.draft.anna.sweep', 'bihuan.columns.problems']);
});
