import { expect, test } from 'vitest';
import { compile } from './pack.ts';
import { slips } from '../testing/club.ts';
import { clubOf, visit } from '../testing/visit.ts';

const rounds = { id: 'rounds', title: '巡场', clause: '§1', by: 'club.office' };
const month = { ...rounds, every: 'month', files: 'visit', filer: 'case.filer', due: { natural: 5 } };

const read = (duty: object) => {
  const { pack, faults } = compile(clubOf([visit()], { duties: [duty] }));
  expect(faults).toEqual([]);
  return pack?.policy.duties[0];
};

test('a duty that does not say how often is only written down, with its limits', () => {
  const limits = [{ id: 'spring', yearly: '--03-01', inclusive: true }];

  expect(read(rounds)).toEqual({ ...rounds, title: { zh: '巡场' }, by: ['club.office'], limits: [] });
  expect(read({ ...rounds, limits, ruling: 'r1' })).toMatchObject({ limits: [{ id: 'spring' }], ruling: 'r1' });
  expect(read(rounds)).not.toHaveProperty('runs');
});

test('a duty that runs says what it files and when it is due', () => {
  expect(read(month)?.runs).toEqual({
    every: { every: 'month' },
    files: 'visit',
    filer: 'case.filer',
    nil: false,
    due: { on: 'after', count: 'natural', days: 5, roll: 'forward' },
    covers: 'all',
  });
});

test.each<[object, object]>([
  [
    { every: { yearly: ['--05-06', '--11-06'] }, due: { inclusive: true } },
    { every: { every: 'yearly', days: ['--05-06', '--11-06'] }, due: { on: 'day', inclusive: true, roll: 'forward' } },
  ],
  [
    { every: { yearly: '--05-06' }, due: { inclusive: false, roll: 'backward' } },
    { due: { on: 'day', inclusive: false, roll: 'backward' } },
  ],
  [
    { every: { order: 'club.office/clerk' }, due: undefined },
    { every: { every: 'order', by: [{ role: 'club.office', post: 'clerk' }] }, due: { on: 'order' } },
  ],
  [{ every: 'week', due: { working: 0 } }, { due: { on: 'after', count: 'working', days: 0, roll: 'none' } }],
  [{ 'opens-before': 30 }, { opensBefore: 30 }],
  [{ 'for-each': 'field' }, { forEach: 'field' }],
  [{ 'for-each': { of: 'court' } }, { forEach: { of: 'court' } }],
  [{ 'confirmed-by': 'club.office/clerk' }, { confirmedBy: { role: 'club.office', post: 'clerk' } }],
  [{ nil: true }, { nil: true }],
  [{ gathers: 'visits' }, { gathers: 'visits' }],
  [{ reminds: 5 }, { reminds: 5 }],
  [{ covers: { sample: 30, of: 'visit' } }, { covers: { sample: 30, atLeast: 1, of: 'visit' } }],
  [
    { covers: { sample: 30, 'at-least': 2, of: 'visit', when: { court: 'clay' } } },
    { covers: { atLeast: 2, when: { fact: 'court', oneOf: ['clay'] } } },
  ],
])('the duty %j is understood', (words, runs) => {
  expect(read({ ...month, ...words })?.runs).toMatchObject(runs);
});

test('words for what follows from what is counted are said to be reserved as well', () => {
  const kept = compile(clubOf([visit()], { marks: [], ladders: [] }));

  expect(kept.pack).toBeNull();
  expect(kept.faults.map(({ kind, about }) => [kind, ...about])).toEqual([
    ['reserved', 'marks'],
    ['reserved', 'ladders'],
  ]);
});

test.each<[string, object, string]>([
  ['a duty', { mutual: true }, 'mutual'],
  ['its draw', { covers: { sample: 30, of: 'visit', mutual: false } }, 'mutual'],
  ['what it covers', { covers: 'mutual' }, 'covers'],
  ['whom it is owed by', { by: ['club.office', 'mutual'] }, 'by'],
  ['what each return is for', { 'for-each': 'mutual' }, 'for-each'],
])('who checks whom is said to be reserved and not in use where %s speaks of it', (_what, words, key) => {
  const { pack, faults } = compile(clubOf([visit()], { duties: [{ ...month, ...words }] }));

  expect(pack).toBeNull();
  expect(faults).toMatchObject([{ kind: 'reserved', about: ['mutual'], ruling: null }]);
  expect(faults[0]!.path.at(-1)).toBe(key);
  expect(faults[0]!.text.zh).toContain('保留字');
  expect(faults[0]!.text.en).toContain('not in use yet');
});

test.each<[string, object, string]>([
  ['a period nobody knows', { every: 'year' }, '.every: year'],
  ['a day that no year has', { every: { yearly: '--02-30' } }, '.every.yearly: --02-30'],
  [
    'days and an order at once',
    { every: { yearly: '--05-06', order: 'club.office' } },
    '.every: {"yearly":"--05-06","order":"club.office"}',
  ],
  ['a yearly day without a word on the day itself', { every: { yearly: '--05-06' }, due: undefined }, ': due'],
  ['a month without a due day', { due: undefined }, ': due'],
  ['a month that includes its day', { due: { inclusive: true } }, ': due'],
  ['an order with a due day of its own', { every: { order: 'club.office' } }, ': due'],
  ['two counts', { due: { natural: 5, working: 5 } }, ': due'],
  ['a return of no kind', { files: undefined }, ': files'],
  ['a return that nobody files', { filer: undefined }, ': filer'],
  ['a return for each person', { 'for-each': 'person' }, '.for-each: person'],
  ['a return for each row of no table', { 'for-each': {} }, '.for-each: of'],
  ['a window that opens after it is due', { 'opens-before': -1 }, '.opens-before: -1'],
  ['a nil that is not yes or no', { nil: 'allowed' }, '.nil: allowed'],
  ['a share of more than all', { covers: { sample: 130, of: 'visit' } }, '.covers.sample: 130'],
  ['a share of nothing', { covers: { sample: 30 } }, '.covers: of'],
  ['half of it', { covers: 'half' }, '.covers: half'],
  ['a confirmation by nobody', { 'confirmed-by': 'The Board' }, '.confirmed-by: The Board'],
  ['a reminder on the day itself', { reminds: 0 }, '.reminds: 0'],
  ['a gathering by its name', { gathers: 'the visits' }, '.gathers: the visits'],
])('%s is a fault of shape', (_what, words, slip) => {
  expect(slips(clubOf([visit()], { duties: [{ ...month, ...words }] }))).toEqual([`duties.0${slip}`]);
});

test.each(['files', 'filer', 'due', 'nil', 'covers', 'opens-before'])(
  'a duty that never falls due has no use for %s',
  (word) => {
    const said = {
      files: 'visit',
      filer: 'case.filer',
      due: { natural: 5 },
      nil: true,
      covers: 'all',
      'opens-before': 3,
    };

    expect(slips(clubOf([visit()], { duties: [{ ...rounds, [word]: Reflect.get(said, word) }] }))).toEqual([
      `duties.0: ${word}`,
    ]);
  },
);
