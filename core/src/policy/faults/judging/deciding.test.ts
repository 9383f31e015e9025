import { expect, test } from 'vitest';
import type { Kind, Pack, Step } from '../../model.ts';
import { found, said, unsettled } from '../../testing/checked.ts';
import { kindIn, letters, withField, withKind } from '../../testing/letters.ts';
import { seat, step, text, working } from '../../testing/library-words.ts';
import { routeOf, ruling, stepOf, withPolicy, withRoute, withRulings, withStep } from '../../testing/plant.ts';

const letter = kindIn('letter');
const withPart = (id: string, change: Partial<Pack['policy']['caseRoles'][number]>): Pack =>
  withPolicy(letters, {
    caseRoles: letters.policy.caseRoles.map((part) => (part.id === id ? { ...part, ...change } : part)),
  });

test('a part that decides and that nobody need play is found', () => {
  expect(said(withPart('case.answerer', { required: false }))).toEqual([
    'part-empty answering-way, answer, case.answerer, letter',
  ]);
  expect(said(withPart('case.answerer', { required: { when: { fact: 'verdict', oneOf: ['no'] } } }))).toContain(
    'part-empty answering-way, answer, case.answerer, letter',
  );
});

test('the part of whoever files a return is played, and a seat of an office beside an empty part is enough', () => {
  expect(said(withPart('case.filer', { required: false }))).toEqual([]);
  const beside = withStep(withPart('case.answerer', { required: false }), 'answering-way', 'answer', {
    by: [seat('case.answerer/clerk'), seat('bindery/clerk')],
  });
  expect(said(beside).filter((fault) => fault.startsWith('part-empty'))).toEqual([]);
});

test('a part that only the department of the field plays by default may be empty where no field need be named', () => {
  const byField = withPart('case.holder', { required: false, byDefault: 'field-department', among: ['bindery'] });

  expect(said(byField)).toContain('part-empty handing, receive, case.holder, problem');
});

test.each<[string, Partial<Step>, readonly string[]]>([
  ['no way to say no', { returnsTo: [] }, ['no-refusal answering-way, agree, review']],
  [
    'two outcomes',
    { returnsTo: [], outcomes: ['good', 'bad'].map((id) => ({ id, title: text(id), closes: false })) },
    [],
  ],
  ['a return to wherever a person rules', { returnsTo: [], asks: ['where'] }, []],
  [
    'two who decide together',
    { returnsTo: [], by: [seat('board/chair'), seat('case.answerer/head')], together: 'all' },
    [],
  ],
])('a step that judges and has %s', (_what, change, faults) => {
  expect(said(withStep(letters, 'answering-way', 'agree', change))).toEqual(faults);
});

test('a step without a limit must say that the plan sets none, in any kind of dossier', () => {
  expect(said(withStep(letters, 'refusing-way', 'say', { silent: false }))).toEqual([
    'silence-unsaid refusing-way, say',
  ]);
  expect(said(withStep(letters, 'grading', 'grade', { silent: false }))).toEqual(['silence-unsaid grading, grade']);
});

const withAct = (id: string, change: Partial<Kind['acts'][string]>): Pack =>
  withKind('letter', { acts: { ...letter.acts, [id]: { ...letter.acts[id]!, ...change } } });
const photo = (need: Exclude<Step['evidence'][number], string>, pack: Pack = letters): Pack =>
  withStep(pack, 'answering-way', 'answer', { evidence: [need] });

test('evidence that a step demands and nobody may add is found', () => {
  const { 'add-evidence': _none, ...acts } = letter.acts;
  const { 'add-evidence': _either, ...shared } = letters.policy.acts;
  const nobody = withPolicy(withKind('letter', { acts }), { acts: shared });

  expect(said(nobody)).toContain('evidence-nowhere answering-way, answer, photo, letter');
  expect(said(withAct('add-evidence', { stages: ['closed'] }))).toEqual([
    'evidence-nowhere answering-way, answer, photo, letter',
  ]);
  expect(said(withAct('add-evidence', { stages: ['looking'] }))).toEqual([]);
});

test('evidence that counts only from those who may add none is found', () => {
  expect(said(photo({ kind: 'photo', by: 'board' }))).toEqual([
    'evidence-nowhere answering-way, answer, photo, letter',
  ]);
  expect(said(photo({ kind: 'photo', by: 'case.answerer' }))).toEqual([]);
  expect(said(photo({ kind: 'photo', per: 'measure' }))).toEqual([
    'evidence-nowhere answering-way, answer, photo, letter',
  ]);
});

test('where several settle one fact together the last word holds, and the pack must know it', () => {
  const several = withStep(letters, 'grading', 'grade', {
    by: [seat('desk/head'), seat('board/chair')],
    together: 'all',
  });

  expect(said(several)).toEqual(['last-wins grading, grade, harm']);
  expect(said(withRulings(several, ruling('R1', [{ kind: 'last-wins', about: ['harm'] }])))).toEqual([]);
  expect(said(withStep(several, 'grading', 'grade', { together: { lead: seat('desk/head') } }))).toEqual([]);
  expect(said(withStep(several, 'grading', 'grade', { together: { lead: seat('archive/head') } }))).toEqual([
    'dead-end grading, grade',
  ]);
});

test('who arbitrates a contest that his own house may raise judges himself', () => {
  const acts = { ...kindIn('problem').acts, 'contest-hand-over': { clause: '§2', by: [seat('desk/clerk')] } };

  expect(unsettled(withKind('problem', { acts }))).toMatchObject([
    { kind: 'judges-own', about: ['arbitrate-hand-over', 'desk'] },
  ]);
});

test('objections to the work are not settled by whoever did it', () => {
  const publicly = (settledBy: string): Pack =>
    withStep(letters, 'answering-way', 'agree', {
      objections: { by: [seat('desk/clerk')], settledBy: [seat(settledBy)], upheldTo: 'answer', clause: '§7' },
    });

  expect(said(publicly('desk/head'))).toEqual([]);
  expect(said(publicly('archive/head'))).toEqual([
    'readers-narrow letter, archive/head, agree / objections',
    'judges-own answering-way, agree, letter',
  ]);
});

test('objections are not settled from the very post that decided what they object to, or makes it public', () => {
  const answered = withStep(letters, 'answering-way', 'answer', { by: [seat('desk/clerk')] });
  const publicly = (settledBy: string): readonly string[] =>
    said(
      withStep(answered, 'answering-way', 'agree', {
        objections: { by: [seat('desk/clerk')], settledBy: [seat(settledBy)], upheldTo: 'answer', clause: '§7' },
      }),
    );
  const own = (settledBy: string) => publicly(settledBy).filter((fault) => fault.startsWith('judges-own'));

  expect(own('desk/clerk')).toEqual(['judges-own answering-way, agree, letter, answer, settled-by']);
  expect(own('board/chair')).toEqual(['judges-own answering-way, agree, letter, settled-by']);
  expect(own('desk/head')).toEqual([]);
});

test('a hand-over that may be contested needs a step after it', () => {
  const last = withRoute(letters, 'handing', { steps: [stepOf(letters, 'handing', 'hand-over')] });

  expect(said({ ...last, examples: [] })).toContain('dead-end handing, hand-over, arbitrate-hand-over, problem');
});

test('a way on that ends without closing is found with the facts, and one that a later act leads on from is not', () => {
  const open = withStep(letters, 'refusing-way', 'say', { reaches: 'said' });
  const put = step('put', 'record', 'desk/clerk', { reaches: 'closed', silent: true });
  const route = { id: 'file-way', title: text('file'), clause: '§7', steps: [put] };
  const filed = { id: 'file', title: text('file'), clause: '§7', routes: [route] };
  const goesOn = withKind(
    'letter',
    {
      flow: [...letter.flow, { run: 'file', begins: ['asked'], times: 'once' }],
      acts: { ...letter.acts, ask: { ...letter.acts['ask']!, reaches: 'asked' } },
    },
    withPolicy(open, { procedures: [...open.policy.procedures, filed] }),
  );

  expect(unsettled(open)).toMatchObject([
    { kind: 'dead-end', about: ['refusing-way', 'say', 'letter'], facts: [{ verdict: 'no' }] },
  ]);
  expect(said(goesOn)).toEqual([]);
});

test('an outcome that leads nowhere is told by its name, one that leads round and round as a circle', () => {
  const outcomes = (next: string): Step['outcomes'] => [
    { id: 'good', title: text('好'), closes: true, next: 'end' },
    { id: 'bad', title: text('不好'), closes: false, next },
  ];
  const ending = (next: string) =>
    said(
      withStep(letters, 'answering-way', 'agree', {
        ...bare(stepOf(letters, 'answering-way', 'agree')),
        outcomes: outcomes(next),
      }),
    );

  expect(ending('end')).toContain('dead-end answering-way, agree, bad, letter');
  expect(ending('nowhere')).toContain('unknown-step answering-way, agree');
  expect(ending('answer').filter((fault) => fault.startsWith('dead-end'))).toEqual([]);
});

/** A step that reaches nothing by itself. */
function bare(full: Step): Partial<Step> {
  const { reaches: _none, ...rest } = full;
  return { ...rest, reaches: 'judged' };
}

test('a fact that is settled too late, or that whoever opens the dossier may leave out, is found', () => {
  expect(said(withField('letter', 'verdict', { required: false })).toSorted()).toEqual([
    'unknown-fact letter / answering, verdict',
    'unknown-fact letter / harm, verdict',
    'unknown-fact letter / refusing, verdict',
  ]);
  const late = withRoute(letters, 'looking-way', { when: { fact: 'verdict', oneOf: ['yes', 'no'] } });
  expect(said(late)).toEqual(['unknown-fact looking-way, verdict']);
});

test('a limit, a copy or evidence by a fact that the step itself only settles', () => {
  const when = { fact: 'verdict', oneOf: ['yes'] };
  const { limits } = stepOf(letters, 'looking-way', 'look');
  const copy = { id: 'archive', to: 'board', clause: '§7', written: false, when };

  expect(
    said(withStep(letters, 'looking-way', 'look', { limits: limits.map((limit) => ({ ...limit, when })) })),
  ).toEqual(['unknown-fact looking-way / look, verdict']);
  expect(said(withStep(letters, 'looking-way', 'look', { copies: [copy] }))).toEqual([]);
});

test('a limit from the opening of its own step runs, one from a milestone that comes later does not', () => {
  const agree = (from: string) =>
    said(withStep(letters, 'answering-way', 'agree', { limits: [working('l', 3, from)] }));

  expect(agree('opening')).toEqual([]);
  expect(agree('looked')).toEqual([]);
  expect(agree('closed')).toEqual(['limit-without-start answering-way, agree, l']);
  expect(agree('moon')).toEqual(['limit-without-start answering-way, agree, l']);
});

test('content that is decided on before it is written is found in any kind of dossier', () => {
  const steps = [
    step('judge', 'review', 'board/chair', { binds: 'order', silent: true, returnsTo: [] }),
    ...routeOf(letters, 'refusing-way').steps,
  ];

  expect(said(withRoute(letters, 'refusing-way', { steps }))).toContain('dead-end refusing-way, judge, writes');
  expect(found(letters)).toEqual([]);
});

test('evidence that each deciding unit must bring is found where one of them may bring none, or none that counts', () => {
  const per = (by: readonly string[], more: object = {}): readonly string[] =>
    said(
      withStep(letters, 'answering-way', 'answer', {
        by: by.map(seat),
        together: 'all',
        evidence: [{ kind: 'photo', per: 'unit', ...more }],
      }),
    );
  const fault = 'evidence-nowhere answering-way, answer, photo, letter';

  expect(per(['case.answerer/clerk'])).toEqual([]);
  expect(per(['case.answerer/clerk'], { by: 'case.answerer' })).toEqual([]);
  expect(per(['case.answerer/clerk', 'board/chair'])).toContain(fault);
  expect(per(['case.answerer/clerk'], { by: 'archive' })).toContain(fault);
  expect(per(['city.library/expert'])).toContain(fault);
});
