import { expect, test } from 'vitest';
import type { Pack } from '../../model.ts';
import { clausesServed } from '../../served.ts';
import { said } from '../../testing/checked.ts';
import { kindIn, letters, withKind } from '../../testing/letters.ts';
import { step, text } from '../../testing/library-words.ts';
import { withPolicy } from '../../testing/plant.ts';

const { policy } = letters;
const clauses = [...policy.clauses, { id: '§8', text: text('借书') }];
const lending = {
  id: 'lending',
  title: text('出借'),
  clause: '§8',
  routes: [
    {
      id: 'lending-way',
      title: text('出借'),
      clause: '§8',
      steps: [step('lend', 'record', 'desk/head', { clause: '§8', silent: true })],
    },
  ],
};
const lends: Pack = withPolicy(letters, { clauses, procedures: [...policy.procedures, lending] });
const guest = { id: 'case.guest', label: text('客人'), among: ['branch'], many: false, required: false, clause: '§8' };
const invites: Pack = withPolicy(letters, { clauses, caseRoles: [...policy.caseRoles, guest] });
const letter = kindIn('letter');

test('a procedure that no kind runs is found and serves no clause; once a kind runs it, it does', () => {
  const flow = [...letter.flow, { run: 'lending', begins: ['opened'], times: 'once' as const }];

  expect(said(lends)).toEqual(['clause-unserved §8', 'unused lending']);
  expect(said(withKind('letter', { flow }, lends))).toEqual([]);
});

test('a part that no kind has is found and serves no clause; one that a kind has does', () => {
  const parts = [...letter.parts, 'case.guest'];

  expect(said(invites)).toEqual(['clause-unserved §8', 'unused case.guest']);
  expect(said(withKind('letter', { parts }, invites))).toEqual([]);
});

test('a plan from before kinds ran everything that it had', () => {
  const { kinds: _none, ...old } = lends.policy;
  const served = (each: typeof old) => clausesServed(each).find(({ clause }) => clause.id === '§8')?.by.length;

  expect(served(old)).toBeGreaterThan(0);
  expect(served(lends.policy)).toBe(0);
});

test('a fact that nothing asks for and nothing fills in is found; one that a choice takes its values from is not', () => {
  const mood = { id: 'mood', label: text('心情'), values: [{ id: 'glad', label: text('好') }], open: false };
  const moody = withPolicy(letters, { facts: [...policy.facts, mood] });
  const choice = { ...letter.sheet[0]!, id: 'how', type: 'choice' as const, values: mood.values, required: false };

  expect(said(moody)).toEqual(['unused mood']);
  expect(said(withKind('letter', { sheet: [...letter.sheet, choice] }, moody))).toEqual([]);
});

test('a sort of evidence that no step demands is of use only where somebody may add some', () => {
  const more = withPolicy(letters, { evidenceKinds: [...policy.evidenceKinds, { id: 'film', label: text('录像') }] });
  const { 'add-evidence': _all, ...acts } = policy.acts;
  const kinds = policy.kinds!.map((kind) => {
    const { 'add-evidence': _own, ...others } = kind.acts;
    return { ...kind, acts: others };
  });
  const unused = (pack: Pack) => said(pack).filter((fault) => fault.startsWith('unused'));

  expect(unused(more)).toEqual([]);
  expect(unused(withPolicy(more, { acts, kinds }))).toEqual(['unused film']);
});
