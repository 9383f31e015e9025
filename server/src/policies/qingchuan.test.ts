import { faults, type Step } from '@bihuan/core/policy';
import path from 'node:path';
import { expect, test } from 'vitest';
import { CALENDARS, readCalendars } from '../calendars/index.ts';
import { ROOT } from '../config.ts';
import { readPack } from './read.ts';

const { pack } = readPack(path.join(ROOT, 'policies/qingchuan/2026-01-01'));
const { policy, units } = pack!;
const kinds = policy.kinds ?? [];
const steps: readonly Step[] = policy.procedures.flatMap(({ routes }) => routes.flatMap((route) => route.steps));

test('the rules of the invented town pass', () => {
  const found = faults(pack!, readCalendars(CALENDARS, policy.calendars));

  expect(found.filter(({ ruling }) => ruling === null)).toEqual([]);
});

test('nobody takes the town for a real one: its title, its source and every unit say that it is invented', () => {
  const names = [
    policy.title.zh,
    policy.source.publisher,
    ...units.flatMap((unit) => unit.names.map(({ name }) => name.zh)),
  ];

  expect(names.filter((name) => !name.includes('（虚构）'))).toEqual([]);
  expect(policy.region).toBe('999901');
});

test('nothing of the county’s loop is in it, and no word of the county’s', () => {
  expect(kinds.map(({ id, is }) => `${id} ${is}`)).toEqual([
    'hazard plain',
    'check-return plain',
    'search-return plain',
    'month-sheet gathering',
  ]);
  expect(policy.procedures.map(({ id }) => id)).not.toContain('classification');
  expect(JSON.stringify(pack)).not.toMatch(/施甸|推长办|销号清单|一张表|county\.push-office/);
});

test('it has what the county’s plan lacks: two acceptances, publicity before the signature, an end that is none, a question', () => {
  for (const route of policy.procedures.find(({ id }) => id === 'rectification')!.routes) {
    expect(route.steps.map((step) => step.do)).toEqual(['record', 'accept', 'accept', 'publicity', 'sign']);
    expect(route.steps.find((step) => step.do === 'publicity')).toMatchObject({
      earliest: { term: { count: 'working', days: 10 } },
      objections: { upheldTo: 'second' },
    });
    expect(route.steps.at(-1)!.closes).toBe(true);
  }
  expect(steps.filter((step) => step.asks?.includes('where')).map(({ id }) => id)).toEqual(['second', 'second']);
  expect(
    steps
      .flatMap((step) => step.outcomes ?? [])
      .filter(({ closes }) => closes)
      .map(({ id }) => id),
  ).toEqual(['none']);
  expect(policy.duties).toMatchObject([
    { runs: { every: { every: 'month' }, nil: true, gathers: 'month-sheet' } },
    { runs: { every: { every: 'order' }, nil: true, forEach: { of: 'fields' } } },
  ]);
});

test('everything shown has an English wording as well', () => {
  const shown = [
    policy.title,
    ...[...kinds, ...steps, ...policy.duties, ...policy.procedures, ...policy.rulings].map(({ title }) => title),
    ...kinds.flatMap(({ sheet }) =>
      [...sheet, ...sheet.flatMap(({ columns = [] }) => columns)].map(({ label }) => label),
    ),
    ...[...policy.facts, ...policy.fields, ...policy.posts, ...policy.caseRoles, ...policy.evidenceKinds].map(
      ({ label }) => label,
    ),
    ...units.flatMap((unit) => unit.names.map(({ name }) => name)),
  ];

  expect(shown.filter(({ en }) => !en)).toEqual([]);
});
