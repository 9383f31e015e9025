import { expect, test } from 'vitest';
import { compile } from './pack.ts';
import { club, mend } from '../testing/club.ts';

const stepOf = (step: object) => {
  const { pack, faults } = compile(club([step]));
  expect(faults).toEqual([]);
  return pack?.policy.procedures[0]?.routes[0]?.steps[0];
};

test('a limit starts from a step of its route, or of a procedure that is named', () => {
  const from = (event: string) => ({ ...mend, limit: { id: 'soon', working: 3, from: event } });

  expect(stepOf(from('step:plan/issue'))?.limits[0]?.from).toBe('step:plan/issue');
  expect(compile(club([from('step:moon issue')])).faults).toMatchObject([{ kind: 'limit-without-start' }]);
});

test('evidence is asked for always, or on facts that meet a condition', () => {
  const step = { ...mend, evidence: ['photo', { kind: 'test', when: { court: 'clay' } }] };
  const [read] = compile(club([step])).pack?.policy.procedures[0]?.routes[0]?.steps ?? [];

  expect(read?.evidence).toEqual(['photo', { kind: 'test', when: { fact: 'court', oneOf: ['clay'] } }]);
  expect(compile(club([{ ...mend, evidence: [{ when: { court: 'clay' } }] }])).faults).toMatchObject([
    { kind: 'shape', about: ['kind'] },
  ]);
});

test('who may extend and pause a limit is read as it is written', () => {
  const by = { role: 'club.office', post: 'clerk' };
  const limit = {
    id: 'soon',
    working: 10,
    from: 'handed-over',
    extension: { times: 2, by: 'club.office/clerk', 'before-due': false, clause: '§2' },
    pause: { by: 'club.office/clerk', clause: '§1' },
  };

  expect(stepOf({ ...mend, limit })?.limits[0]).toMatchObject({
    extension: { times: 2, by, beforeDue: false, clause: '§2' },
    pause: { by, clause: '§1' },
  });
});

test('a step takes its clause from the route, its limits and copies theirs from the step', () => {
  const step = stepOf({
    ...mend,
    limit: { id: 'soon', working: 10, from: 'handed-over' },
    copies: ['club.board', { to: 'club.press', written: true, clause: '§2' }],
  });

  expect(step).toEqual({
    ...mend,
    clause: '§1',
    by: [{ role: 'club.office', post: 'clerk' }],
    together: 'any',
    coSign: [],
    silent: false,
    limits: [
      {
        id: 'soon',
        title: { zh: '修补', en: 'Mend' },
        clause: '§1',
        from: 'handed-over',
        term: { count: 'working', days: 10, startCounted: false, roll: 'none' },
      },
    ],
    copies: [
      { id: 'club.board', to: 'club.board', clause: '§1', written: false },
      { id: 'club.press', to: 'club.press', clause: '§2', written: true },
    ],
    evidence: [],
    settles: [],
    returnsTo: [],
    closes: false,
  });
});

test.each([
  [{ court: 'clay' }, { fact: 'court', oneOf: ['clay'] }],
  [{ court: ['clay', 'grass'] }, { fact: 'court', oneOf: ['clay', 'grass'] }],
  [
    { court: 'clay', rain: 'no' },
    {
      all: [
        { fact: 'court', oneOf: ['clay'] },
        { fact: 'rain', oneOf: ['no'] },
      ],
    },
  ],
  [
    { any: [{ court: 'clay' }, { not: { rain: 'no' } }] },
    { any: [{ fact: 'court', oneOf: ['clay'] }, { not: { fact: 'rain', oneOf: ['no'] } }] },
  ],
  [{ all: [{ court: 'clay' }] }, { all: [{ fact: 'court', oneOf: ['clay'] }] }],
])('the condition %j is understood', (when, condition) => {
  expect(compile(club([mend], when)).pack?.policy.procedures[0]?.routes[0]?.when).toEqual(condition);
});

test.each([
  [
    { natural: 5, from: 'finished' },
    { count: 'natural', days: 5, startCounted: false, roll: 'forward' },
  ],
  [
    { months: 2, from: 'closed', 'start-counted': true, roll: 'none' },
    { count: 'months', months: 2, startCounted: true, roll: 'none' },
  ],
  [
    { hours: 24, from: 'registered' },
    { count: 'hours', hours: 24 },
  ],
  [
    { yearly: '--05-06', inclusive: false, roll: 'backward' },
    { count: 'yearly', monthDay: '--05-06', inclusive: false, roll: 'backward' },
  ],
  [
    { 'plan-date': true, from: 'plan-issued' },
    { count: 'plan-date', roll: 'none' },
  ],
  [
    { fixed: '2024-12-31', inclusive: false, roll: 'none' },
    { count: 'fixed', date: '2024-12-31', inclusive: false, roll: 'none' },
  ],
])('the limit %j is understood', (said, term) => {
  expect(stepOf({ ...mend, limit: { id: 'soon', ...said } })?.limits[0]?.term).toEqual(term);
});

test.each([
  ['any', 'any'],
  ['veto', 'veto'],
  [{ quorum: 2 }, { quorum: 2 }],
])('seats decide together: %j', (said, together) => {
  expect(stepOf({ ...mend, by: ['club.office/clerk', 'club.board'], together: said })).toMatchObject({
    together,
    by: [{}, { role: 'club.board', post: '*' }],
  });
});
