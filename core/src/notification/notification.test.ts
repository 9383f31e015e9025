import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { problemLines, type Problem } from '../problem/index.ts';
import type { Line } from '../procedure/index.ts';
import { addDays, remaining, type PlainDate } from '../time/index.ts';
import { at, club, inStage, MONDAY, reaching } from '../testing/index.ts';
import { history, live } from '../testing/lives.ts';
import { spansOn, toldByAct, toldByDay, type Tiding } from './index.ts';

// so many histories take longer than one test is given elsewhere
vi.setConfig({ testTimeout: 180_000 });

const desk = (problem: Problem) => ({ dossier: problem, lines: problemLines(problem, club) });
const told = (before: Problem | null, after: Problem): readonly Tiding[] =>
  toldByAct(before && desk(before), desk(after), club);
const OFFICE = [{ unit: 'office', post: 'clerk' }];

const seatOf = ({ unit, post, external }: Line): string => JSON.stringify([unit, post, external]);
const toOf = ({ unit, post, external }: Line) => (external ? OFFICE : unit === null ? [] : [{ unit, post }]);

test('whoever an act gives something to do is told, and nobody of what was his before', () => {
  fc.assert(
    fc.property(history, (each) => {
      let before: Problem | null = null;
      live(each, ({ file: { problem } }) => {
        const was = new Map((before === null ? [] : problemLines(before, club)).map((line) => [line.id, seatOf(line)]));
        const lines = problemLines(problem, club);
        const come = lines.filter((line) => was.get(line.id) !== seatOf(line));
        const given = told(before, problem).filter(({ occasion }) => !['urged', 'copied'].includes(occasion));
        const seats = (tos: readonly object[]) => [...new Set(tos.map((to) => JSON.stringify(to)))].toSorted();

        expect(seats(given.map(({ to }) => to))).toEqual(seats(come.map(toOf)));
        const known = new Set(come.map(({ id }) => id));
        expect(given.filter(({ about }) => !known.has(about))).toEqual([]);
        before = problem;
      });
    }),
    { numRuns: 40 },
  );
});

test('of an act that changes nothing for anybody nobody is told', () => {
  const { problem } = reaching('member', inStage('rectifying'));
  expect(told(problem, problem)).toEqual([]);
});

test('twenty measures that come to one unit at once are told once', () => {
  const { problem } = reaching('member', inStage('rectifying'));
  const [first] = problem.measures;
  const many = Array.from({ length: 20 }, (_, nth) => ({ ...first!, id: `m${nth}`, unit: 'nets' }));
  const nets = told(null, { ...problem, measures: many }).filter(({ to }) => to[0]?.unit === 'nets');
  expect(nets.map(({ occasion, about }) => [occasion, about])).toEqual([['assigned', 'measure:m0']]);
});

test('a reminder is told to whoever was reminded, and only then', () => {
  const { problem } = reaching('member', inStage('rectifying'));
  const urged: Problem = { ...problem, urged: { work: MONDAY } };
  const holder = problem.parts['case.holder']![0]!.unit;
  expect(told(problem, urged)).toMatchObject([{ occasion: 'urged', about: 'work', to: [{ unit: holder }] }]);
  expect(told(urged, urged)).toEqual([]);
});

test('a dispute is told as one, to whoever settles it', () => {
  const { problem } = reaching('member', at('handover/claim'));
  const contested: Problem = { ...problem, contested: { reason: '不属本队', becauseOf: '1', person: 'x', on: MONDAY } };
  expect(told(problem, contested).map(({ occasion }) => occasion)).toEqual(['contested']);
});

test('what opens again by a return is told as returned', () => {
  const { problem } = reaching('member', inStage('rectifying'));
  const [id, run] = Object.entries(problem.runs)[0]!;
  const before: Problem = { ...problem, runs: { [id]: run } };
  const again: Problem = { ...problem, runs: { [id]: { ...run, round: run.round + 1 } } };
  const bare = (dossier: Problem, lines: ReturnType<typeof problemLines>) => ({ dossier, lines });
  const lines = problemLines(problem, club);
  expect(toldByAct(bare(before, []), bare(again, lines), club).map(({ occasion }) => occasion)).toContain('returned');
  expect(toldByAct(bare(before, []), bare(before, lines), club).map(({ occasion }) => occasion)).not.toContain(
    'returned',
  );
});

test('what is nobody’s yet, or at a post that nobody holds, is told to whoever coordinates', () => {
  const seat = { id: 'x', title: { zh: '某事' }, post: 'foreman', external: false } as const;
  const span = { occasion: 'overdue', from: null, to: MONDAY, over: true } as const;
  expect(toldByDay(span, { ...seat, unit: null }, club, MONDAY)).toMatchObject({ to: [], otherwise: OFFICE });
  expect(toldByDay(span, { ...seat, unit: 'greens' }, club, MONDAY)).toMatchObject({
    to: [{ unit: 'greens', post: 'foreman' }],
    otherwise: OFFICE,
  });
  expect(toldByDay(span, { ...seat, unit: 'league', external: true }, club, MONDAY)).toMatchObject({ to: OFFICE });
});

test('what has been late for the days that the office sets is told to whoever leads the unit', () => {
  const seat = { id: 'x', title: { zh: '某事' }, post: 'foreman', unit: 'greens', external: false } as const;
  const { to } = toldByDay({ occasion: 'overdue-led', from: null, to: MONDAY, over: true }, seat, club, MONDAY);
  expect(to.length).toBeGreaterThan(0);
  expect(to.every(({ unit, post }) => unit === 'greens' && post !== 'foreman')).toBe(true);
});

test('leaders hear of it on the working day on which it has been late for so many, and not before', () => {
  fc.assert(
    fc.property(fc.nat(400), fc.integer({ min: 1, max: 15 }), fc.integer({ min: 0, max: 40 }), (from, days, back) => {
      const today = addDays(MONDAY, from);
      const due: PlainDate = addDays(today, -back);
      const led = spansOn(today, addDays(today, 3), days, club.calendar).find(
        ({ occasion }) => occasion === 'overdue-led',
      )!;
      expect(due <= led.to).toBe(remaining(due, today, club.calendar).working <= -days);
    }),
  );
});

test('a copy is told to the unit that gets it, by the step that files it; one filed with oneself is told to nobody', () => {
  const { problem } = reaching('member', inStage('rectifying'));
  const run = Object.values(problem.runs)[0]!;
  const step = run.steps[0]!;
  const copy = { ...problem.copies[0]!, step: step.id, unit: 'nets', external: false, state: 'filed' } as const;
  const copies = [...problem.copies, { ...copy, id: 'theirs', toSelf: false }, { ...copy, id: 'own', toSelf: true }];
  expect(told(problem, { ...problem, copies })).toEqual([
    { occasion: 'copied', about: 'theirs', title: step.title, to: [{ unit: 'nets', post: '*' }], otherwise: [] },
  ]);
});
