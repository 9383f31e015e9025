import { expect, test } from 'vitest';
import { theCalendar } from '../access/index.ts';
import { caseAfter, caseRefusal, suggested } from '../testing/case-story.ts';
import { caseWalk } from '../testing/case-walk.ts';
import { kindsLaw } from '../testing/kinds.ts';
import { after, at, club, clerk, eventsOf, MONDAY, reaching, refusal } from '../testing/index.ts';
import { evolve, absent, problemLines, type Ask } from '../problem/index.ts';
import { presentUnit, sameBody, type Unit } from '../policy/index.ts';
import { addDays } from '../time/index.ts';
import type { Law } from './law.ts';

const follow: Ask = { type: 'FollowReform' };
const DAY = addDays(MONDAY, 3);

/** The law once these units are otherwise. */
const lawWith = (changes: Readonly<Record<string, Partial<Unit>>>, law: Law = club): Law => ({
  ...law,
  units: law.units.map((unit) => ({ ...unit, ...changes[unit.id] })),
});
const heir = (unit: string) => ({ succeededBy: { unit, from: DAY } });

const drafting = reaching('member', at('plan/draft'));
const holder = drafting.problem.parts['case.holder']![0]!.unit;
const other = holder === 'nets' ? 'lights' : 'nets';
const dissolved = lawWith({ [holder]: heir(other) });

test('a holder that is dissolved is followed by its successor from the day on, and on no day before', () => {
  expect(refusal(drafting, follow, theCalendar, addDays(DAY, -1), dissolved)).toMatchObject({
    obstacle: { code: 'nothing-to-do' },
  });
  const now = after(drafting, follow, theCalendar, DAY, dissolved);

  expect(now.problem.parts['case.holder']!.map(({ unit }) => unit)).toEqual([other]);
  expect(now.problem.tasks.filter(({ run }) => run === 'plan').map(({ unit }) => unit)).toEqual([other]);
  expect(problemLines(now.problem, dissolved).map(({ unit }) => unit)).not.toContain(holder);
  expect(eventsOf(now, 'ReformFollowed')[0]?.units).toMatchObject([{ from: holder, to: other }]);
  expect(now.log.reduce(evolve, absent)).toEqual(now.problem);
});

test('no limit moves, what was done stays under its name, and there is nothing to do a second time', () => {
  const now = after(drafting, follow, theCalendar, DAY, dissolved);

  expect(now.problem.clocks).toEqual(drafting.problem.clocks);
  expect(Object.values(now.problem.runs)).toEqual(Object.values(drafting.problem.runs));
  expect(now.problem.tasks.map(({ id }) => id)).toEqual(drafting.problem.tasks.map(({ id }) => id));
  expect(refusal(now, follow, theCalendar, DAY, dissolved)).toMatchObject({ obstacle: { code: 'nothing-to-do' } });
});

test('measures that are not done go to the successor, and done ones stay', () => {
  const working = reaching('member', ({ stage, measures }) => stage === 'rectifying' && measures.length > 0);
  const law = lawWith({ greens: heir('lights') });
  const [first] = working.problem.measures;
  const now = after(working, follow, theCalendar, DAY, law);
  expect(first?.unit).toBe('greens');
  expect(now.problem.measures.map(({ unit }) => unit)).toEqual(
    working.problem.measures.map(({ unit }) => (unit === 'greens' ? 'lights' : unit)),
  );

  const done = {
    ...working,
    problem: {
      ...working.problem,
      measures: working.problem.measures.map((measure) => ({ ...measure, completedOn: MONDAY })),
    },
  };
  expect(after(done, follow, theCalendar, DAY, law).problem.measures[0]?.unit).toBe('greens');
});

test('an office that moves takes its open steps along; one that several hold leaves them where they are', () => {
  const reviewing = reaching('member', ({ tasks }) => tasks.some(({ role }) => role === 'keepers'));
  const moved = lawWith({
    keepers: { roles: [{ role: 'department' }, { role: 'keepers', until: DAY }] },
    treasury: { roles: [{ role: 'treasury' }, { role: 'department' }, { role: 'keepers', from: DAY }] },
  });
  const open = (problem: typeof reviewing.problem) => problem.tasks.filter(({ role }) => role === 'keepers');
  expect(refusal(reviewing, follow, theCalendar, MONDAY, moved)).toMatchObject({ obstacle: { code: 'nothing-to-do' } });
  const now = after(reviewing, follow, theCalendar, DAY, moved);
  expect(open(reviewing.problem).map(({ unit }) => unit)).toEqual(['keepers']);
  expect(open(now.problem).map(({ unit, unitName }) => [unit, unitName])).toEqual([['treasury', '财务部']]);

  const shared = lawWith({
    keepers: { roles: [{ role: 'keepers', until: DAY }] },
    treasury: { roles: [{ role: 'keepers', from: DAY }] },
    survey: { roles: [{ role: 'keepers', from: DAY }] },
  });
  expect(refusal(reviewing, follow, theCalendar, DAY, shared)).toMatchObject({ obstacle: { code: 'nothing-to-do' } });
});

test('the successor accepts as little of what its predecessor did as of its own', () => {
  expect(sameBody(dissolved.units, holder, other)).toBe(true);
  expect(sameBody(club.units, holder, other)).toBe(false);
});

test('a successor’s successor has it, and a ring ends', () => {
  const chain = lawWith({ greens: heir('nets'), nets: heir('lights') });
  expect(presentUnit(chain.units, 'greens', DAY)).toBe('lights');
  const ring = lawWith({ greens: heir('nets'), nets: heir('greens') });
  expect(['greens', 'nets']).toContain(presentUnit(ring.units, 'greens', DAY));
});

test('a plain dossier follows as a problem does, and no person has it in hand', () => {
  const court = suggested({ about: 'court', where: { words: '一号场' }, team: 'greens', urgent: true });
  const given = caseWalk(court, ({ parts }) => Object.keys(parts).length > 0).file;
  const [role, [part]] = Object.entries(given.dossier.parts).map(([id, players]) => [id, players] as const)[0]!;
  const unit = part!.unit;
  const law = lawWith({ [unit]: heir('rollers') }, kindsLaw);

  expect(caseRefusal(given, { type: 'FollowReform' }, { by: clerk, on: DAY, law })).toMatchObject({
    obstacle: { code: 'wrong-seat' },
  });
  const now = caseAfter(given, { type: 'FollowReform' }, { by: theCalendar, on: DAY, law });
  expect(now.dossier.parts[role]![0]).toEqual({ ...part!, unit: 'rollers', unitName: '压场队' });
  expect(now.dossier.tasks.map((task) => task.unit)).not.toContain(unit);
});
