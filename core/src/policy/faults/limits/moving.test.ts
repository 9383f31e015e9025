import { expect, test } from 'vitest';
import type { Limit, Pack } from '../../model.ts';
import { said, unsettled } from '../../testing/checked.ts';
import { holder, library } from '../../testing/library.ts';
import { seat } from '../../testing/library-words.ts';
import { ruling, withLimit, withPolicy } from '../../testing/plant.ts';

const extension = (by: string): Partial<Limit> => ({
  extension: { times: 1, by: seat(by), beforeDue: true, clause: '§3' },
});
const pause = (by: string): Partial<Limit> => ({ pause: { by: seat(by), clause: '§3' } });
const review = (change: Partial<Limit>): Pack => withLimit(library, 'mend', 'review', change);

test('another office may extend and pause a limit: nothing to answer', () => {
  expect(said(review({ ...extension('board/chair'), ...pause('board/chair') }))).toEqual([]);
});

test.each([
  ['extends', extension, 'extension'],
  ['pauses', pause, 'pause'],
] as const)('a unit that %s the limit it stands under is found, at the seat', (_what, word, key) => {
  expect(unsettled(review(word('bindery/head')))).toMatchObject([
    {
      kind: 'holder-extends',
      about: ['mend', 'review', 'mend-review'],
      clauses: ['§3'],
      facts: [{ harm: 'light' }],
      path: expect.arrayContaining([key, 'by']),
    },
  ]);
});

test('a part that may come to be played by that unit is found as well, and a ruling settles it', () => {
  const wide = review(extension('case.holder/head'));
  const played = withPolicy(wide, { caseRoles: [{ ...holder, among: ['branch', 'bindery'] }] });
  const kinds = unsettled(played).map(({ kind }) => kind);

  expect(kinds).toContain('holder-extends');
  const settled = withPolicy(played, { rulings: [ruling('R1', [{ kind: 'holder-extends' }])] });
  expect(unsettled(settled).map(({ kind }) => kind)).not.toContain('holder-extends');
});

test('a plan that says it knows no extension cannot have one, whatever a ruling says', () => {
  const silent = withPolicy(review(extension('board/chair')), {
    topics: library.policy.topics.map((each) =>
      each.topic === 'extension' ? { topic: each.topic, silent: true } : each,
    ),
    rulings: [ruling('R1', [{ kind: 'silent-topic' }])],
  });

  expect(said(silent)).toContain('silent-topic mend, review, mend-review');
});

test('an office outside this installation could not extend or pause: nobody could enter it', () => {
  const outside: Pack = {
    ...review({ ...extension('board/chair'), ...pause('board/chair') }),
    units: library.units.map((unit) =>
      unit.roles.some(({ role }) => role === 'board') ? { ...unit, external: true } : unit,
    ),
  };

  expect(said(outside)).toEqual(
    expect.arrayContaining(['post-unheld mend-review, board', 'post-unheld mend-review, board']),
  );
});

test('words on a limit by which no clock runs are refused', () => {
  const duty = {
    id: 'dusting',
    title: { zh: '除尘' },
    clause: '§3',
    by: ['desk'],
    limits: [
      {
        id: 'dust-by',
        title: { zh: '除尘' },
        clause: '§3',
        from: 'new-year',
        term: { count: 'yearly', monthDay: '--05-06', inclusive: true, roll: 'none' },
        ...extension('board/chair'),
      },
    ],
  } as const;

  expect(said(withPolicy(library, { duties: [duty] }))).toContain('shape dusting, dust-by');
});
