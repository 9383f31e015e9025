import { expect, test } from 'vitest';
import { calendar, said } from '../policy/testing/checked.ts';
import { kindIn, letters, withKind } from '../policy/testing/letters.ts';
import { seat, step, working } from '../policy/testing/library-words.ts';
import { withPolicy, withRoute, withStep } from '../policy/testing/plant.ts';
import type { Pack } from '../policy/index.ts';
import { engineSays, lawFrom } from '../testing/engine-verdict.ts';
import { MONDAY } from '../testing/index.ts';

const ways = [
  { verdict: 'yes' },
  { verdict: 'no' },
  { verdict: 'yes', bare: true },
  { verdict: 'yes', players: { 'case.answerer': [] } },
];
const says = (pack: Pack, kind = 'letter'): readonly string[] =>
  engineSays(kind, lawFrom(pack, calendar), MONDAY, ways);

test('the sound plan: the checker has nothing to say, and the engine brings every dossier to its end', () => {
  expect(said(letters)).toEqual([]);
  expect(says(letters).slice(0, 3)).toEqual(['ends', 'ends', 'ends']);
  expect(says(letters, 'round-return').slice(0, 3)).toEqual(['ends', 'ends', 'ends']);
  expect(says(letters, 'round-list').slice(0, 3)).toEqual(['ends', 'ends', 'ends']);
});

const letter = kindIn('letter');
const { 'add-evidence': _none, ...withoutEvidence } = letter.acts;
const { 'add-evidence': _nobody, ...ofNobody } = letters.policy.acts;
const optional = letters.policy.caseRoles.map((role) =>
  role.id === 'case.answerer' ? { ...role, required: false } : role,
);

test.each<[string, Pack, string, RegExp]>([
  [
    'a branch is missing',
    withKind('letter', { flow: letter.flow.filter(({ run }) => run !== 'refusing') }),
    'gap letter, looked',
    /^asks$/,
  ],
  [
    'both branches hold at once',
    withKind('letter', {
      flow: letter.flow.map((each) => (each.when ? { ...each, when: letter.flow[1]!.when! } : each)),
    }),
    'overlap letter, looked, answering, refusing',
    /^asks$/,
  ],
  [
    'a branch asks for what nobody must fill in',
    withKind('letter', {
      sheet: letter.sheet.map((field) => (field.id === 'verdict' ? { ...field, required: false } : field)),
    }),
    'unknown-fact letter / answering, verdict',
    /nobody goes on/,
  ],
  [
    'the last step does not close',
    withRoute(letters, 'refusing-way', { steps: [step('say', 'issue', 'desk/head', { silent: true })] }),
    'dead-end refusing-way, say, letter',
    /nobody goes on at .* after \d+ steps: ;/,
  ],
  [
    'a step sends back to one that is not there',
    withStep(letters, 'answering-way', 'agree', { returnsTo: ['nowhere'] }),
    'unknown-step answering-way, agree',
    /has no step nowhere/,
  ],
  [
    'a step leads to one that is not there',
    withStep(letters, 'answering-way', 'answer', { next: 'nowhere' }),
    'unknown-step answering-way, answer',
    /has no step nowhere/,
  ],
  [
    'a step leads back for ever',
    withStep(letters, 'answering-way', 'answer', { next: 'answer' }),
    'dead-end answering-way, answer',
    /after 60 steps/,
  ],
  [
    'its decider is an office that nobody holds',
    withStep(letters, 'answering-way', 'agree', { by: [seat('ghost/chair')] }),
    'unknown-role ghost',
    /nobody goes on .*null\/chair/,
  ],
  [
    'its decider holds a post that the unit does not have',
    withStep(letters, 'answering-way', 'agree', { by: [seat('board/expert')] }),
    'post-unheld board, expert, board',
    /nobody goes on/,
  ],
  [
    'its decider is a part that nobody need play',
    withPolicy(letters, { caseRoles: optional }),
    'part-empty answering-way, answer, case.answerer, letter',
    /nobody goes on .*null\/clerk/,
  ],
  [
    'its decider would accept his own work',
    withStep(letters, 'answering-way', 'agree', { do: 'accept', by: [seat('case.answerer/head')] }),
    'holder-accepts answering-way, agree',
    /own-work/,
  ],
  [
    'evidence is asked for where none can be brought',
    withKind('letter', { acts: withoutEvidence }, withPolicy(letters, { acts: ofNobody })),
    'evidence-nowhere answering-way, answer, photo',
    /evidence-missing/,
  ],
  [
    'a step must stand days that never begin',
    withStep(letters, 'answering-way', 'agree', { earliest: working('floor', 3, 'never') }),
    'limit-without-start answering-way, agree, floor',
    /out-of-turn/,
  ],
])('where %s, the checker names it and the engine gets no further there', (_what, pack, fault, stuck) => {
  expect(said(pack)).toContainEqual(expect.stringContaining(fault));
  expect(says(pack)).toContainEqual(expect.stringMatching(stuck));
});

test('where nobody can fix the members of a gathering, the checker names it and the engine waits for ever', () => {
  const signed = withRoute(letters, 'gathering-way', {
    steps: [step('sign', 'sign', 'desk/head', { binds: 'members', reaches: 'closed', silent: true })],
  });

  expect(said(signed)).toContain('dead-end round-list, freeze');
  expect(says(signed, 'round-list')[0]).toMatch(/members-open/);
});
