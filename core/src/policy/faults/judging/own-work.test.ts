import { expect, test } from 'vitest';
import { plainDate } from '../../../time/index.ts';
import { found, said, unsettled } from '../../testing/checked.ts';
import { holder, library } from '../../testing/library.ts';
import { seat, step, working } from '../../testing/library-words.ts';
import { ruling, stepOf, withPolicy, withRoute, withRulings, withStep } from '../../testing/plant.ts';

test('one office that drafts and reviews is found', () => {
  const own = withStep(library, 'mend', 'draft', { by: [seat('bindery/clerk')] });

  expect(unsettled(own)).toMatchObject([
    {
      kind: 'drafter-reviews',
      about: ['mend', 'draft', 'review', 'bindery'],
      facts: [{ harm: 'light' }],
      clauses: ['§3'],
    },
  ]);
});

test('a part in the dossier stands for every unit that may play it', () => {
  const wide = withPolicy(library, { caseRoles: [{ ...holder, among: ['branch', 'bindery'] }] });

  expect(said(wide)).toEqual(['drafter-reviews mend, draft, review, case.holder, bindery']);
});

test('`field` among the players stands for the departments in charge of fields', () => {
  const byField = withPolicy(library, { caseRoles: [{ ...holder, among: ['field'] }] });

  expect(said(byField)).toEqual(['drafter-reviews mend, draft, review, case.holder, bindery']);
});

test('one unit with two offices is one unit', () => {
  const units = library.units.map((unit) =>
    unit.id === 'bindery' ? { ...unit, roles: [{ role: 'bindery' }, { role: 'branch' }] } : unit,
  );

  expect(said({ ...library, units })).toContain('drafter-reviews mend, draft, review, case.holder, bindery');
});

test('who signs along sits on that side too', () => {
  const along = withStep(library, 'mend', 'review', { coSign: [seat('case.holder/head')] });

  expect(said(along)).toEqual(['drafter-reviews mend, draft, review, case.holder']);
  expect(unsettled(along)[0]?.path.at(-1)).toBe('coSign');
});

test('a review before anything was drafted judges nobody’s draft', () => {
  const [draft, review, issue] = [
    stepOf(library, 'mend', 'draft'),
    stepOf(library, 'mend', 'review'),
    stepOf(library, 'mend', 'issue'),
  ];

  expect(
    said(
      withRoute(library, 'mend', {
        steps: [{ ...review, returnsTo: [], by: [seat('case.holder/head')] }, draft, issue],
      }),
    ),
  ).toEqual([]);
});

test('a unit that may hold the problem does not accept it', () => {
  const own = withStep(library, 'glance', 'accept', { by: [seat('case.holder/head')] });

  expect(unsettled(own)).toMatchObject([
    {
      kind: 'holder-accepts',
      about: ['glance', 'accept', 'case.holder'],
      facts: [{ harm: 'light' }],
      path: ['procedures', 4, 'routes', 0, 'steps', 1, 'by'],
    },
  ]);
});

test('an office that some holder has does not accept either', () => {
  expect(said(withStep(library, 'glance', 'accept', { by: [seat('branch/head')] }))).toEqual([
    'holder-accepts glance, accept, branch',
  ]);
});

test('who drafted the plan for these facts does not judge the work, who drafted another may', () => {
  expect(said(withStep(library, 'inspect', 'on-site', { by: [seat('bindery/head')] }))).toEqual([
    'holder-accepts inspect, on-site, bindery',
  ]);
  expect(said(withStep(library, 'glance', 'accept', { by: [seat('bindery/head')] }))).toEqual([]);
});

test('who checked himself does not accept his own check', () => {
  const check = step('self-check', 'self-check', 'desk/clerk');
  const own = withRoute(library, 'glance', {
    steps: [check, { ...stepOf(library, 'glance', 'accept'), by: [seat('desk/head')] }],
  });

  expect(said(own)).toEqual(['holder-accepts glance, accept, desk']);
});

test('a unit housed in a holder’s house is the same body', () => {
  const units = library.units.map((unit) => (unit.id === 'board' ? { ...unit, within: 'east' } : unit));

  expect(said({ ...library, units })).toEqual([
    'holder-accepts glance, accept, board',
    'holder-accepts inspect, signature, board',
  ]);
});

test('a step that closes is an acceptance, whatever it is called', () => {
  const signed = withStep(library, 'inspect', 'signature', { by: [seat('branch/head')] });

  expect(said({ ...signed, examples: [] })).toEqual(['holder-accepts inspect, signature, branch']);
});

test('one office that hands the plan in and reviews it is found, and told once where it drafts it too', () => {
  const { draft, review, issue } = mend;
  const submit = step('submit', 'submit', 'bindery/head', { limits: draft.limits });
  const along = (by: readonly ReturnType<typeof seat>[]) =>
    said(withRoute(library, 'mend', { steps: [{ ...draft, by }, submit, review, issue] }));

  expect(along(draft.by)).toEqual(['drafter-reviews mend, submit, review, bindery']);
  expect(along([seat('bindery/clerk')])).toEqual(['drafter-reviews mend, draft, review, bindery']);
});

test('what is handed in after the review is not judged by it', () => {
  const { draft, review, issue } = mend;
  const submit = step('submit', 'submit', 'bindery/head', { limits: draft.limits });

  expect(said(withRoute(library, 'mend', { steps: [draft, review, submit, issue] }))).toEqual([]);
});

test('one office that hands the plan in, or writes it while reviewing, and accepts the work is found', () => {
  const { draft, review, issue } = mend;
  const submit = step('submit', 'submit', 'board/chair', { limits: draft.limits });
  const writing = { ...review, by: [seat('board/chair')], writes: 'plan' as const };

  expect(unsettled(withRoute(library, 'mend', { steps: [draft, submit, review, issue] }))).toMatchObject([
    { kind: 'drafter-reviews', about: ['glance', 'submit', 'accept', 'board'], facts: [{ harm: 'light' }] },
  ]);
  expect(said(withRoute(library, 'mend', { steps: [draft, writing, issue] }))).toEqual([
    'drafter-reviews glance, review, accept, board',
  ]);
});

test('whoever reports the work finished has done it', () => {
  const reporting = withPolicy(library, {
    acts: { ...library.policy.acts, 'report-finish': { clause: '§1', by: [seat('board/chair')] } },
  });

  expect(said(reporting)).toEqual(['holder-accepts glance, accept, board', 'holder-accepts inspect, signature, board']);
});

const mend = {
  draft: stepOf(library, 'mend', 'draft'),
  review: stepOf(library, 'mend', 'review'),
  issue: stepOf(library, 'mend', 'issue'),
};

test('whoever may do a measure, or signs the draft along, does not accept the work', () => {
  const helping = withPolicy(library, {
    acts: { ...library.policy.acts, 'complete-measure': { clause: '§1', by: [seat('board/chair')] } },
  });
  const along = withStep(library, 'mend', 'draft', { coSign: [seat('board/chair')] });

  expect(said(helping)).toEqual(['holder-accepts glance, accept, board', 'holder-accepts inspect, signature, board']);
  expect(said(along)).toEqual(['holder-accepts glance, accept, board']);
});

test('the drafter does not chair the meeting that considers his plan, nor does an office in his house', () => {
  const own = withStep(library, 'rebind', 'meeting', { by: [seat('bindery/head')] });
  const housed = {
    ...library,
    units: library.units.map((unit) => (unit.id === 'board' ? { ...unit, within: 'bindery' } : unit)),
  };

  expect(said(own)).toEqual(['drafter-reviews rebind, draft, meeting, bindery']);
  expect(said(housed)).toContain('drafter-reviews rebind, draft, meeting, bindery, board');
});

test('whoever writes the plan while reviewing it does not review it again', () => {
  const review = { ...stepOf(library, 'mend', 'review'), writes: 'plan' as const };
  const again = step('again', 'expert-review', 'bindery/head', {
    limits: [working('again-by', 12, 'handed-over')],
  });
  const steps = [stepOf(library, 'mend', 'draft'), review, again, stepOf(library, 'mend', 'issue')];

  expect(said(withRoute(library, 'mend', { steps }))).toEqual(['drafter-reviews mend, review, again, bindery']);
});

test('an office that changes hands is asked about on every day', () => {
  const units = library.units.map((unit) =>
    unit.id === 'bindery'
      ? { ...unit, roles: [...unit.roles, { role: 'board', from: plainDate('2031-01-01') }] }
      : unit,
  );

  expect(said({ ...library, units })).toContain('drafter-reviews rebind, draft, meeting, bindery, board');
});

test('a copy to a room of the office that sends it is a copy to oneself, until a ruling says so', () => {
  const copy = { id: 'cellar', to: 'cellar', clause: '§3', written: false };
  const own = withStep(library, 'rebind', 'issue', { copies: [copy] });
  const settled = withRulings(own, ruling('R1', [{ kind: 'copy-to-self', about: ['cellar'] }]));

  expect(said(own)).toEqual(['copy-to-self rebind, issue, cellar', 'example-differs 严重损坏请市馆看, copies']);
  expect(found(settled).find(({ kind }) => kind === 'copy-to-self')?.ruling).toBe('R1');
});
