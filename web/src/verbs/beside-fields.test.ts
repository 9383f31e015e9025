import { expect, test } from 'vitest';
import { Refused } from '../api/refused.ts';
import { besideFields } from './beside-fields.ts';

const refused = (...faults: readonly { field: string; code: string }[]) =>
  new Refused({ code: 'bad-input', status: 422, title: '填写有误', titleEn: 'Not right', faults });
const names = [['reason'], ['values', 'name'], ['values', 'members'], ['recorded', 'unitName']];

test('a fault stands beside the field it is about', () => {
  const { placed } = besideFields(
    refused({ field: 'values.name', code: 'too-long' }, { field: 'reason', code: 'required' }),
    names,
  );

  expect(placed).toEqual([
    { name: ['values', 'name'], rest: [], fault: { field: 'values.name', code: 'too-long' } },
    { name: ['reason'], rest: [], fault: { field: 'reason', code: 'required' } },
  ]);
});

test('a fault in a table leads to the table and on to its cell', () => {
  const { placed } = besideFields(refused({ field: 'values.members.1.since', code: 'malformed' }), names);

  expect(placed).toEqual([
    {
      name: ['values', 'members'],
      rest: ['1', 'since'],
      fault: { field: 'values.members.1.since', code: 'malformed' },
    },
  ]);
});

test('what has no field in the form stays in the refusal', () => {
  const { placed, left } = besideFields(
    refused({ field: 'values.gone', code: 'unknown' }, { field: 'reason', code: 'required' }),
    names,
  );

  expect(placed).toHaveLength(1);
  expect(left instanceof Refused && left.document.faults).toEqual([{ field: 'values.gone', code: 'unknown' }]);
});

test('whatever else went wrong is passed on as it is', () => {
  const broken = new TypeError('no network');

  expect(besideFields(broken, names)).toEqual({ placed: [], left: broken });
});

test('a form whose fields stand elsewhere than in the ask says where', () => {
  const plan = [['date'], ['measures', 0, 'text'], ['measures', 0, 'date'], ['measures']];
  const at = ([, ...rest]: readonly string[]) => rest.map((part) => (part === 'deadline' ? 'date' : part));
  const { placed, left } = besideFields(
    refused({ field: 'plan.measures.0.deadline', code: 'after-plan' }, { field: 'plan.deadline', code: 'fixed' }),
    plan,
    at,
  );

  expect(placed.map(({ name }) => name)).toEqual([['measures', 0, 'date'], ['date']]);
  expect(left instanceof Refused && left.document.faults).toEqual([]);
});
