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

test('order and page do not narrow a list', () => {
  expect(isNarrowed({ sort: 'due', after: 'k1' })).toBe(false);
  expect(isNarrowed({ 'f.field': 'gas' })).toBe(true);
  expect(isNarrowed({ q: '' })).toBe(false);
});
