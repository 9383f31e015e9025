import { expect, test } from 'vitest';
import { compile } from './pack.ts';
import { slips } from '../testing/club.ts';
import { clubOf, visit } from '../testing/visit.ts';

const withField = (field: object) => clubOf([visit({ sheet: [{ id: 'what', label: '何事', ...field }] })]);

const read = (field: object) => {
  const { pack, faults } = compile(withField(field));
  expect(faults).toEqual([]);
  return pack?.policy.kinds?.[0]?.sheet[0];
};

const plain = { id: 'what', label: { zh: '何事' }, required: false, personal: false };
const values = [{ id: 'good', label: '好' }];
const understood = [{ id: 'good', label: { zh: '好' } }];
const column = { id: 'who', label: '谁', type: 'named-person' };

test.each<[object, object]>([
  [
    { type: 'text', longest: 200, personal: true },
    { longest: 200, personal: true },
  ],
  [
    { type: 'number', measure: '吨', decimals: 2, 'at-least': 0, 'at-most': 9.5 },
    { measure: { zh: '吨' }, decimals: 2, atLeast: 0, atMost: 9.5 },
  ],
  [{ type: 'money', 'at-least': 1.5 }, { atLeast: 150 }],
  [{ type: 'day', required: { when: { court: 'clay' } } }, { required: { when: { fact: 'court', oneOf: ['clay'] } } }],
  [{ type: 'instant' }, {}],
  [{ type: 'yes-no', help: '按规则第一条' }, { help: { zh: '按规则第一条' } }],
  [{ type: 'choice', values }, { values: understood }],
  [{ type: 'choices', values }, { values: understood }],
  [{ type: 'unit', among: 'club.board' }, { among: ['club.board'] }],
  [{ type: 'units' }, {}],
  [{ type: 'person', among: ['club.office', 'club.board'] }, { among: ['club.office', 'club.board'] }],
  [{ type: 'named-person', personal: true }, { personal: true }],
  [{ type: 'place', required: true }, { required: true }],
  [{ type: 'files', longest: 3 }, { longest: 3 }],
  [{ type: 'reference', kind: 'visit' }, { kind: 'visit' }],
  [
    { type: 'rows', longest: 9, columns: [column] },
    { longest: 9, columns: [{ type: 'named-person', id: 'who' }] },
  ],
  [{ type: 'figure', figure: 'open-visits' }, { figure: 'open-visits' }],
  [
    { type: 'figure', figure: 'open-visits', 'fixed-at': 'ended/plan' },
    { figure: 'open-visits', fixedAt: 'ended/plan' },
  ],
  [
    { type: 'text', prefilled: 'title', by: 'plan/mend' },
    { prefilled: 'title', by: 'plan/mend' },
  ],
  [
    { type: 'text', clause: '§2', ruling: 'r1' },
    { clause: '§2', ruling: 'r1' },
  ],
])('the field %j is understood', (field, model) => {
  expect(read(field)).toMatchObject({ ...plain, type: 'type' in field ? field.type : '', ...model });
});

test.each<[string, object, string]>([
  ['a capital in its id', { id: 'What', type: 'text' }, 'id: What'],
  ['a type nobody knows', { type: 'drawing' }, 'type: drawing'],
  ['a measure of a text', { type: 'text', measure: '吨' }, 'measure: measure'],
  ['a longest day', { type: 'day', longest: 3 }, 'longest: longest'],
  ['decimals of money', { type: 'money', decimals: 2 }, 'decimals: decimals'],
  ['bounds of a choice', { type: 'choice', values, 'at-most': 3 }, 'at-most: at-most'],
  ['columns of a number', { type: 'number', columns: [column] }, 'columns: columns'],
  ['values of a text', { type: 'text', values }, 'values: values'],
  ['a text of the fields', { type: 'text', of: 'court' }, 'of: of'],
  ['a place among offices', { type: 'place', among: 'club.board' }, 'among: among'],
  ['a file of a kind', { type: 'files', kind: 'visit' }, 'kind: kind'],
  ['a figure in a text', { type: 'text', figure: 'open-visits' }, 'figure: figure'],
  ['a text that stands from a point on', { type: 'text', 'fixed-at': 'closed' }, 'fixed-at: fixed-at'],
  [
    'a figure that somebody must fill in',
    { type: 'figure', figure: 'open-visits', required: true },
    'required: required',
  ],
  ['a figure written at a step', { type: 'figure', figure: 'open-visits', by: 'plan/mend' }, 'by: by'],
  ['a personal file', { type: 'files', personal: true }, 'personal: personal'],
  ['a personal table', { type: 'rows', columns: [column], personal: true }, 'personal: personal'],
  ['more at least than at most', { type: 'number', 'at-least': 5, 'at-most': 2 }, 'at-most: 2'],
  ['a step without its procedure', { type: 'text', by: 'mend' }, 'by: mend'],
  ['rows inside rows', { type: 'rows', columns: [{ ...column, type: 'rows' }] }, 'columns.0.type: rows'],
  ['a figure in each row', { type: 'rows', columns: [{ ...column, type: 'figure' }] }, 'columns.0.type: figure'],
  ['a column of a step of its own', { type: 'rows', columns: [{ ...column, by: 'plan/mend' }] }, 'columns.0.by: by'],
  [
    'a column with a useless word',
    { type: 'rows', columns: [{ ...column, longest: 2 }] },
    'columns.0.longest: longest',
  ],
  ['a table without columns', { type: 'rows', columns: [] }, 'columns: []'],
])('%s is a fault of shape', (_what, field, slip) => {
  expect(slips(withField(field))).toEqual([`kinds.0.sheet.0.${slip}`]);
});

test.each<[string, object, string]>([
  ['a choice of nothing', { type: 'choice' }, 'values'],
  ['a choice of two lists', { type: 'choice', values, of: 'court' }, 'values'],
  ['a table without a word on its columns', { type: 'rows' }, 'columns'],
  ['a reference to anything', { type: 'reference' }, 'kind'],
  ['a figure of nothing', { type: 'figure' }, 'figure'],
])('%s is a fault of shape', (_what, field, word) => {
  expect(slips(withField(field))).toEqual([`kinds.0.sheet.0: ${word}`]);
});

test('a choice takes its values from the pack’s fields and facts, also in a column', () => {
  const fields = [{ id: 'lawn', label: '草坪', clause: '§1', 'in-charge': 'club.board' }];
  const choice = (of: string) => ({ id: of, label: '项', type: 'choice', of });
  const sheet = [
    choice('court'),
    choice('fields'),
    { id: 'more', label: '表', type: 'rows', columns: [choice('court')] },
  ];
  const [court, lawn, table] = compile(clubOf([visit({ sheet })], { fields })).pack?.policy.kinds?.[0]?.sheet ?? [];

  expect(court?.values?.map(({ id }) => id)).toEqual(['clay', 'grass']);
  expect(lawn?.values).toEqual([{ id: 'lawn', label: { zh: '草坪' } }]);
  expect(table?.columns?.[0]?.values).toEqual(court?.values);
  expect(court).not.toHaveProperty('of');
});

test('a choice of what the pack does not have is named with its place', () => {
  const { pack, faults } = compile(withField({ type: 'choice', of: 'fields' }));

  expect(pack).toBeNull();
  expect(faults).toMatchObject([{ kind: 'unknown-fact', path: ['kinds', 0, 'sheet', 0, 'of'], about: ['fields'] }]);
});
