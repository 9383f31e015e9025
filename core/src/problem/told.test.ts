import { expect, test } from 'vitest';
import { theCalendar } from '../access/index.ts';
import { evolve, offers, absent, type Ask } from './index.ts';
import { after, clerk, eventsOf, MONDAY, reaching, refusal, registered, type File } from '../testing/index.ts';
import { kindWhere } from '../testing/kinds.ts';
import { text } from '../testing/words.ts';
import { tellsOf } from '../case/index.ts';

/** The club's problems hear of the suggestion they came of: then somebody clears the court, and the list says so. */
const law = kindWhere('problem', ({ flow, stages, tells }) => ({
  flow: [...flow, { run: 'clearing', begins: ['heard'], times: 'once' }],
  stages: [...stages, { id: 'heard', title: text('已获答复'), from: ['heard'] }],
  tells: [...tells, { id: 'on', on: 'heard', clause: '§9', reach: 'passed-on', linked: 'source' }],
}));

const from = { how: 'source', dossier: 's1', kind: 'suggestion', number: '建议-2030-001', title: '添两张长椅' };
const hears = (milestone: string): Ask => ({ type: 'ReachTold', milestone, from });
const open = registered('member', MONDAY, law);
const hear = (file: File, milestone = 'heard') => after(file, hears(milestone), theCalendar, MONDAY, law);

test('a problem that is told reaches its milestone, says from where, and sets going what waits for it', () => {
  const told = hear(open);

  expect(eventsOf(told, 'MilestoneReached')).toMatchObject([
    { milestone: 'heard', told: from, stage: { id: 'heard' } },
  ]);
  expect(told.problem).toMatchObject({ stage: 'heard', links: [from], milestones: { heard: { day: MONDAY } } });
  expect(told.problem.tasks.map(({ run, step }) => `${run}/${step}`)).toContain('clearing/clear');
  expect(told.log.reduce(evolve, absent)).toEqual(told.problem);
});

test('what it was told it may tell on: to whoever told it, by the link that this made', () => {
  const { links = [], ...problem } = hear(open).problem;

  expect(tellsOf(open.problem, { ...problem, links, values: {} }, law)).toEqual([
    { tell: 'on', clause: '§9', reach: { milestone: 'passed-on', dossiers: ['s1'], how: 'source' } },
  ]);
});

test('told twice it is connected once, and what happens once does not begin anew', () => {
  const twice = hear(hear(open));

  expect(twice.problem.links).toEqual([from]);
  expect(Object.keys(twice.problem.runs).filter((run) => run.startsWith('clearing'))).toEqual(['clearing']);
});

test('no person tells: only a dossier does, by the calendar’s hand, and nobody has it in hand', () => {
  expect(refusal(open, hears('heard'), clerk, MONDAY, law)).toMatchObject({ obstacle: { code: 'nothing-to-do' } });
  expect(offers(open.problem, { by: theCalendar, on: MONDAY }, law).map(({ type }) => type)).not.toContain('ReachTold');
});

test.each(['handed-over', 'plan-issued', 'finished', 'closed', 'listed', 'consented', 'withdrawn', 'ended/plan'])(
  'what a problem comes to by its own work (%s) nobody tells it into',
  (milestone) => {
    expect(refusal(open, hears(milestone), theCalendar, MONDAY, law)).toMatchObject({
      code: 'bad-input',
      faults: [{ field: 'milestone', code: 'unknown' }],
    });
  },
);

test('a problem that is closed or withdrawn hears nothing any more', () => {
  const reason = '重复登记';
  const withdrawn = after(open, { type: 'WithdrawProblem', reason }, clerk, MONDAY, law);
  const closed = reaching('member', ({ closedOn }) => closedOn !== null, { law });

  expect(refusal(withdrawn, hears('heard'), theCalendar, MONDAY, law)).toMatchObject({
    obstacle: { code: 'wrong-stage' },
  });
  expect(refusal(closed, hears('heard'), theCalendar, MONDAY, law)).toMatchObject({ obstacle: { code: 'closed' } });
});
