import { expect, test } from 'vitest';
import type { Kind, Pack, Step } from '../../model.ts';
import { said, unsettled } from '../../testing/checked.ts';
import { kindIn, letters, withField, withKind } from '../../testing/letters.ts';
import { seat, step } from '../../testing/library-words.ts';
import { ruling, withPolicy, withRoute, withRulings, withStep } from '../../testing/plant.ts';

const letter = kindIn('letter');
const both = [seat('desk/head'), seat('board/chair')];
const looking = (change: Partial<Step>, pack: Pack = letters) => withStep(pack, 'looking-way', 'look', change);
const last = (pack: Pack) => said(pack).filter((fault) => fault.startsWith('last-wins'));

test('several who fill in one fact together, and none of whom leads, are found; who leads, or any of them alone, is order', () => {
  expect(last(looking({ by: both, together: 'all' }))).toEqual(['last-wins looking-way, look, verdict']);
  expect(last(looking({ by: both, together: { quorum: 2 } }))).toEqual(['last-wins looking-way, look, verdict']);
  expect(last(looking({ by: both, together: { lead: both[1]! } }))).toEqual([]);
  expect(last(looking({ by: both, together: 'any' }))).toEqual([]);
  expect(last(looking({ together: 'all' }))).toEqual([]);
});

test('the fault says what is missing, and a ruling may let them agree among themselves', () => {
  const pack = looking({ by: both, together: 'all' });

  expect(unsettled(pack)[0]?.text.zh).toContain('说法不一时以谁为准');
  expect(last(withRulings(pack, ruling('R1', [{ kind: 'last-wins', about: ['verdict'] }])))).toEqual([]);
});

/** The letter is looked into, and beside that the board weighs it. */
function beside(weigh: Partial<Step>, begins: string): Pack {
  const flow: Kind['flow'] = [...letter.flow, { run: 'weighing-it', begins: [begins], times: 'once' }];
  const procedure = {
    ...letters.policy.procedures.find(({ id }) => id === 'looking')!,
    id: 'weighing-it',
    routes: [
      {
        ...letters.policy.procedures.find(({ id }) => id === 'looking')!.routes[0]!,
        id: 'weighing-it-way',
        steps: [step('weigh', 'meeting', 'board/chair', { silent: true, ...weigh })],
      },
    ],
  };
  return withKind('letter', { flow }, withPolicy(letters, { procedures: [...letters.policy.procedures, procedure] }));
}

test('two steps that say the same fact side by side are found: neither comes after the other', () => {
  expect(last(beside({ fills: ['verdict'] }, 'opened'))).toEqual([
    'last-wins looking-way, look, weighing-it-way, weigh, verdict, letter',
  ]);
  expect(last(beside({}, 'opened'))).toEqual([]);
});

test('one after the other, the later one says it: what is said again is no accident', () => {
  expect(last(beside({ fills: ['verdict'] }, 'looked'))).toEqual([]);
  // begins with what the first step reaches, while its stretch goes on
  const going = beside({ fills: ['verdict'] }, 'seen');
  const first = letters.policy.procedures.find(({ id }) => id === 'looking')!.routes[0]!.steps[0]!;
  const on = withRoute(going, 'looking-way', {
    steps: [{ ...first, reaches: 'seen' }, step('note', 'record', 'desk/head', { silent: true })],
  });
  expect(last(on)).toEqual([]);
});

test('a field that is no fact chooses nothing: side by side it is only written', () => {
  expect(last(withField('letter', 'said', { by: 'looking/look' }))).toEqual([]);
  expect(last(beside({ fills: ['said'] }, 'opened'))).toEqual([]);
});
