import { faults, type Fault, type FaultKind, type Pack } from '@bihuan/core/policy';
import { expect, test } from 'vitest';
import { CALENDARS, readCalendars } from '../calendars/index.ts';
import { shidian } from '../testing/shidian.ts';

const calendar = readCalendars(CALENDARS, shidian.policy.calendars);
const found = faults(shidian, calendar);

const of = (kind: FaultKind): readonly Fault[] => found.filter((fault) => fault.kind === kind);
const without = (...ids: readonly string[]): Pack => ({
  ...shidian,
  policy: { ...shidian.policy, rulings: shidian.policy.rulings.filter(({ id }) => !ids.includes(id)) },
});
const open = (law: Pack): readonly Fault[] => faults(law, calendar).filter((fault) => fault.ruling === null);

test('the pack passes: every question the program asks has a ruling', () => {
  expect(found.filter((fault) => fault.ruling === null)).toEqual([]);
});

test('hole 1: provincial problems stand in A1 and again in A2 and A3', () => {
  expect(of('overlap')).toMatchObject([
    {
      about: ['A1', 'A3'],
      clauses: ['二(三).1', '二(三).3'],
      facts: [{ origin: 'province', grade: 'general' }],
      ruling: 'R1',
    },
    {
      about: ['A1', 'A2'],
      clauses: ['二(三).1', '二(三).2'],
      facts: [{ origin: 'province', grade: 'key' }],
      ruling: 'R1',
    },
  ]);
});

test('hole 2: county-found problems have no route at all, democratic supervision no plan', () => {
  const gaps = of('gap').flatMap(({ about, facts, ruling }) =>
    facts.map((each) => [about[0], each['origin'], each['grade'] ?? 'any', about[1], ruling].join(' ')),
  );

  expect(gaps.toSorted((a, b) => (a < b ? -1 : 1))).toEqual([
    'acceptance county any A4-county R2',
    'plan county any P3-county R2',
    'plan democratic general P2-democratic R2',
    'plan democratic key P1-democratic R2',
  ]);
});

test('hole 3: in P1 drafter and reviewer can be one unit, and the push office sits in the bureau that sends it a copy', () => {
  expect(of('drafter-reviews')[0]).toMatchObject({
    about: ['P1', 'draft', 'review', 'case.lead', 'case.lead-department'],
    clauses: ['二(一).3'],
    ruling: 'R3',
  });
  expect(of('copy-to-self').map(({ about, ruling }) => [...about, ruling])).toEqual([
    ['classification', 'classify', 'county.push-office', 'R3'],
    ['handover', 'hand-over', 'county.push-office', 'R3'],
    ['forming', 'order', 'case.seconding', 'R17'],
    ['dissolving', 'end-order', 'case.seconding', 'R17'],
  ]);
});

test('hole 4: review, expert review, meeting and acceptance have no limit', () => {
  const steps = shidian.policy.procedures.flatMap((procedure) =>
    procedure.routes.flatMap((route) => route.steps.map((step) => ({ route: route.id, step }))),
  );
  const waiting = steps.filter(({ step }) =>
    ['review', 'expert-review', 'meeting', 'on-site-check', 'accept'].includes(step.do),
  );

  expect(of('no-limit').map(({ about }) => `${about[0]}/${about[1]}`)).toEqual(
    waiting.map(({ route, step }) => `${route}/${step.id}`),
  );
  expect(of('no-limit').every(({ ruling }) => ruling === 'R4')).toBe(true);
});

test('hole 5: “before 6 May” and “before 6 November” can be read two ways', () => {
  expect(of('ambiguous-limit').map(({ about, clauses, ruling }) => [about[1], clauses, ruling])).toEqual([
    ['sweep-may', ['一(一).2'], 'R5'],
    ['sweep-november', ['一(一).2'], 'R5'],
  ]);
});

test('hole 6: topics that other plans regulate are left off in so many words', () => {
  expect(of('silent-topic').map(({ about, ruling }) => [...about, ruling])).toEqual([
    ['publicity', 'R6'],
    ['extension', 'R6'],
    ['evidence', 'R8'],
    ['warning', 'R6'],
    ['reopening', 'R6'],
    ['evaluation', 'R6'],
  ]);
});

test('there is nothing else: no unit accepts its own work, nothing dangles', () => {
  expect(new Set(found.map(({ kind }) => kind))).toEqual(
    new Set([
      'overlap',
      'gap',
      'drafter-reviews',
      'copy-to-self',
      'no-limit',
      'ambiguous-limit',
      'silent-topic',
      'clause-unserved',
    ]),
  );
});

test.each([
  ['R1', ['overlap', 'example-differs']],
  ['R2', ['gap', 'ruling-missing']],
  ['R3', ['drafter-reviews', 'copy-to-self']],
  ['R4', ['no-limit']],
  ['R5', ['ambiguous-limit']],
  ['R6', ['silent-topic', 'ruling-missing']],
  ['R7', ['ruling-missing']],
  ['R19', ['clause-unserved']],
])('without ruling %s the pack does not pass', (id, kinds) => {
  expect(new Set(open(without(id)).map(({ kind }) => kind))).toEqual(new Set(kinds));
});

test('every fault stands on clauses that the pack has', () => {
  const known = new Set(shidian.policy.clauses.map(({ id }) => id));

  expect(found.flatMap(({ clauses }) => clauses).filter((clause) => !known.has(clause))).toEqual([]);
});
