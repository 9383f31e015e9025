import { expect, test } from 'vitest';
import type { Pack } from '../../model.ts';
import { said } from '../../testing/checked.ts';
import { letters, kindIn, withKind } from '../../testing/letters.ts';
import { seat, step } from '../../testing/library-words.ts';
import { withPolicy, withRoute, withStep } from '../../testing/plant.ts';

const when = { when: { fact: 'verdict', oneOf: ['yes'] } } as const;
const required = (value: boolean | typeof when, pack: Pack = letters): Pack =>
  withPolicy(pack, {
    caseRoles: pack.policy.caseRoles.map((role) => (role.id === 'case.answerer' ? { ...role, required: value } : role)),
  });
const ofAnswerer = 'part-empty answering-way, answer, case.answerer, letter';

test('a part that is demanded at facts nobody knows when a letter is opened may be empty when they are known', () => {
  expect(said(required(when))).toContain(ofAnswerer);
});

test('at a hand-over it is asked for at what is known by then, also at what is filled in there', () => {
  const handing = withRoute(letters, 'looking-way', {
    steps: [step('look', 'hand-over', 'desk/head', { fills: ['verdict'], silent: true })],
  });

  expect(said(required(when, handing)).filter((fault) => fault.startsWith('part-empty'))).toEqual([]);
});

test('whoever signs along must be there where the plan demands him, and is left out where it does not', () => {
  const along = (pack: Pack): readonly string[] =>
    said(withStep(pack, 'refusing-way', 'say', { coSign: [seat('case.answerer/head')] }));
  const byTell = withKind('problem', {
    tells: [{ id: 'back', on: 'closed', clause: '§7', open: 'letter', with: { what: 'title' }, link: 'source' }],
  });
  const { opens: _nobody, ...unopened } = kindIn('letter');

  expect(along(letters)).toEqual([]);
  expect(along(required(false))).toEqual([ofAnswerer]);
  expect(along(withKind('letter', unopened, byTell))).toContain('part-empty refusing-way, say, case.answerer, letter');
});

test('members of a gathering are fixed, and a list is agreed to, by nobody who does not sign in here', () => {
  expect(said(withStep(letters, 'gathering-way', 'gather', { by: [seat('city.library/expert')] }))).toContain(
    'post-unheld gather, city.library',
  );
  const consent = letters.policy.procedures.find(({ id }) => id === 'edition')!.routes[0]!;
  const { id } = consent.steps.at(-1)!;
  expect(said(withStep(letters, consent.id, id, { by: [seat('city.library/expert')] }))).toContain(
    `post-unheld ${id}, city.library`,
  );
});
