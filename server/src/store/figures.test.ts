import { expect, test } from 'vitest';
import type { Condition } from '@bihuan/core/policy';
import { plainDate } from '@bihuan/core/time';
import { libraryDesk } from '../testing/library-desk.ts';
import { countDossiers, listDossiers, type CountedDossiers } from './figures.ts';

const { services, deskHead, chair, open, take } = await libraryDesk();
const { db, region } = services;
const today = services.today();
const grave = await open(deskHead, 'complaint', { what: '水管', wish: '换管' });
await take(chair, grave, { values: { severity: 'grave' } });
await open(deskHead, 'complaint', { what: '灯光' });

const severity = (value: string): Condition => ({ fact: 'severity', oneOf: [value] });
const asked = (more: Partial<CountedDossiers> = {}): CountedDossiers => ({
  region,
  kind: 'complaint',
  problem: false,
  which: 'opened',
  first: today,
  last: today,
  holder: null,
  when: null,
  ...more,
});
const count = (more: Partial<CountedDossiers>) => countDossiers(db, asked(more));

test('dossiers are counted that were opened, or closed, in the period, and those that are open on the day', async () => {
  const [before, past] = [plainDate('2001-01-01'), plainDate('2001-12-31')];

  expect(await count({})).toBe(2);
  expect(await count({ which: 'closed' })).toBe(1);
  expect(await count({ which: 'open' })).toBe(1);
  expect(await count({ first: before, last: past })).toBe(0);
  expect(await count({ which: 'open', first: past, last: past })).toBe(0);
  expect(await count({ kind: 'repair' })).toBe(1);
});

test('one whose facts nobody knows is counted neither where they hold nor where they do not', async () => {
  const known = severity('grave');
  expect(await count({ when: known })).toBe(1);
  expect(await count({ when: { not: known } })).toBe(0);
  expect(await count({ when: { any: [known, severity('light')] } })).toBe(1);
  expect(await count({ when: { all: [known, { not: severity('light') }] } })).toBe(1);
});

test('behind a figure stand only the rows that somebody may read', async () => {
  expect((await listDossiers(db, asked(), ['board/chair', 'board/*'], 10)).map(({ title }) => title)).toEqual([
    '灯光',
    '水管',
  ]);
  expect(await listDossiers(db, asked(), ['desk/clerk', 'desk/*'], 10)).toEqual([]);
  expect(await listDossiers(db, asked(), ['board/chair', 'board/*'], 1)).toHaveLength(1);
});
