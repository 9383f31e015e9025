import { expect, test } from 'vitest';
import { isNarrowed, queryOf, workbookOf } from './asked.ts';

test('the address is the query: words of the engine and fields of the sheet; what means nothing is left out', () => {
  const asked = { q: '砂石', stage: 'found,closed', 'f.field': 'gas', mine: 'true', tab: 'steps', light: undefined };

  expect(queryOf('hazard', asked)).toEqual({
    kind: 'hazard',
    q: '砂石',
    stage: ['found', 'closed'],
    'f.field': 'gas',
    mine: 'true',
  });
});

test('the workbook holds every row of the query, from the first page on', () => {
  expect(workbookOf('hazard', { stage: 'found,closed', after: 'k1' })).toBe(
    '/api/cases/export?kind=hazard&stage=found&stage=closed',
  );
});

test('channel, step, unit, period and days are asked of the list and of its workbook alike', () => {
  const asked = { from: 'letter', step: '核实', unit: 'desk', period: '2026-06', opened: '2026-01-01..' };

  expect(queryOf('hazard', asked)).toEqual({ kind: 'hazard', ...asked });
  expect(Object.fromEntries(new URL(workbookOf('hazard', asked), 'http://office').searchParams)).toEqual({
    kind: 'hazard',
    ...asked,
  });
});

test('order and page do not narrow a list', () => {
  expect(isNarrowed({ sort: 'due', after: 'k1' })).toBe(false);
  expect(isNarrowed({ 'f.field': 'gas' })).toBe(true);
  expect(isNarrowed({ q: '' })).toBe(false);
});
