import { expect, test } from 'vitest';
import { found, said, unsettled } from '../../testing/checked.ts';
import { kindIn, letters, withKind } from '../../testing/letters.ts';
import { library } from '../../testing/library.ts';
import { seat, working } from '../../testing/library-words.ts';
import { ruling, withLimit, withPolicy, withRoute, withRulings, withStep } from '../../testing/plant.ts';

const silent = { ...withStep(library, 'mend', 'review', { limits: [], silent: true }), examples: [] };
const rulingOf = (settles: Parameters<typeof ruling>[1]) => found(withRulings(silent, ruling('R1', settles)));

test.each([
  ['of this kind, whatever it is about', { kind: 'no-limit' }, 'R1'],
  ['about this step', { kind: 'no-limit', about: ['review'] }, 'R1'],
  ['about this step of this route', { kind: 'no-limit', about: ['mend', 'review'] }, 'R1'],
  ['about another step', { kind: 'no-limit', about: ['accept'] }, null],
  ['about more than the fault is about', { kind: 'no-limit', about: ['review', 'accept'] }, null],
  ['of another kind', { kind: 'gap' }, null],
] as const)('a ruling on a fault %s', (_what, settles, by) => {
  expect(rulingOf([settles]).find(({ kind }) => kind === 'no-limit')?.ruling).toBe(by);
});

test('of two rulings the one that says more closely about what answers', () => {
  const wide = ruling('R1', [{ kind: 'no-limit' }]);
  const close = ruling('R2', [{ kind: 'no-limit', about: ['review'] }]);

  expect(found(withRulings(silent, wide, close))).toMatchObject([{ kind: 'no-limit', ruling: 'R2' }]);
});

test('a ruling that answers a question nobody asks is unused, one that nothing leans on as well', () => {
  expect(said(withRulings(library, ruling('R1', [{ kind: 'overlap', about: ['mend', 'rebind'] }])))).toEqual([
    'ruling-unused R1, overlap, mend, rebind',
  ]);
  expect(said(withRulings(library, ruling('R1', [])))).toEqual(['ruling-unused R1']);
});

test('a ruling that settles no fault but put a step there is in use', () => {
  const leaning = withStep(library, 'rebind', 'issue', { ruling: 'R1' });

  expect(said(withRulings(leaning, ruling('R1', [])))).toEqual([]);
  expect(said(leaning)).toEqual(['ruling-missing rebind / issue, R1']);
});

test('a ruling may put anything there: a part, an act, a limit', () => {
  const urge = { ...library.policy.acts['urge']!, ruling: 'R1' };
  for (const leaning of [
    withPolicy(library, { caseRoles: library.policy.caseRoles.map((role) => ({ ...role, ruling: 'R1' })) }),
    withPolicy(library, { acts: { ...library.policy.acts, urge } }),
    withLimit(library, 'mend', 'review', { ruling: 'R1' }),
  ])
    expect(said(withRulings(leaning, ruling('R1', [])))).toEqual([]);
  expect(said(withLimit(library, 'mend', 'review', { ruling: 'R1' }))).toEqual([
    'ruling-missing mend / review / mend-review, R1',
  ]);
});

test.each([
  [
    'a field',
    { fields: library.policy.fields.map((field) => ({ ...field, ruling: 'R9' })) },
    'ruling-missing maps, R9',
  ],
  [
    'a ranking of a route that is none',
    { rulings: [ruling('R1', [{ kind: 'overlap' }], { prefers: ['mend', 'nowhere'] })] },
    'ruling-missing R1, nowhere',
  ],
] as const)('%s that leans on what is not there is found', (_what, change, fault) => {
  expect(said(withPolicy(library, change))).toContain(fault);
});

test('a ruling with clauses that do not exist is found', () => {
  const leaning = withRoute(library, 'rebind', { ruling: 'R1' });
  const settled = withRulings(leaning, ruling('R1', [{ kind: 'gap', about: ['rebind'] }], { clauses: ['§9'] }));

  expect(unsettled(settled)).toMatchObject([
    { kind: 'clause-missing', about: ['R1', '§9'], path: ['rulings', 0, 'clauses', 0] },
  ]);
});

test('whatever leans on a ruling that is not there is found, and a ruling that only it leans on is used', () => {
  const { extension } = letters.policy.procedures
    .flatMap(({ routes }) => routes.flatMap(({ steps }) => steps.flatMap(({ limits }) => limits)))
    .find((limit) => limit.extension)!;
  const { stages, opens } = kindIn('letter');
  const leaning = withKind(
    'letter',
    { opens: { ...opens!, ruling: 'R8' }, stages: stages.map((stage) => ({ ...stage, ruling: 'R8' })) },
    withStep(letters, 'refusing-way', 'say', {
      silent: false,
      limits: [
        working('say-by', 5, 'opening', {
          extension: { ...extension!, by: seat('board/chair'), ruling: 'R8' },
          pause: { by: seat('board/chair'), clause: '§7', ruling: 'R8' },
        }),
      ],
      objections: {
        by: [seat('desk/clerk')],
        settledBy: [seat('board/chair')],
        upheldTo: 'say',
        clause: '§7',
        ruling: 'R8',
      },
    }),
  );

  expect(said(leaning)).toEqual([
    'ruling-missing refusing-way / say / say-by / extension, R8',
    'ruling-missing refusing-way / say / say-by / pause, R8',
    'ruling-missing refusing-way / say / objections, R8',
    'ruling-missing letter / opens, R8',
    'ruling-missing letter / looking, R8',
    'ruling-missing letter / answering, R8',
    'ruling-missing letter / closed, R8',
  ]);
  expect(said(withRulings(leaning, ruling('R8', [])))).toEqual([]);
});
