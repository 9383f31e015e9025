import { expect, test } from 'vitest';
import type { Kind, Limit, Pack } from '../../model.ts';
import { found, said } from '../../testing/checked.ts';
import { kindIn, letters, withKind } from '../../testing/letters.ts';
import { seat, step, text } from '../../testing/library-words.ts';
import { ruling, withPolicy, withRoute, withRulings, withStep } from '../../testing/plant.ts';

const letter = kindIn('letter');
const withAct = (id: string, act: Kind['acts'][string]): Pack =>
  withKind('letter', { acts: { ...letter.acts, [id]: act } });

test('an act that the engine does not know and that does nothing is a slip in its name', () => {
  const nothing = { clause: '§7', by: [seat('desk/clerk')] };

  expect(said(withAct('corect', nothing))).toEqual(['unknown-name letter, corect']);
  expect(said(withAct('withdraw', nothing))).toEqual([]);
  expect(said(withAct('praise', { ...nothing, title: text('夸'), says: true }))).toEqual([]);
});

test('a gathering whose members nothing fixes is found, unless somebody may freeze it', () => {
  const unwritten = withRoute(letters, 'gathering-way', {
    steps: [step('gather', 'form', 'desk/clerk', { reaches: 'closed', silent: true })],
  });
  const freeze = { clause: '§7', by: [seat('desk/clerk')] };

  expect(said(unwritten)).toEqual(['dead-end round-list, freeze']);
  expect(said(withKind('round-list', { acts: { freeze } }, unwritten))).toEqual([]);
});

test('a return that whoever owes it has no step to file is found', () => {
  const { confirmedBy: _nobody, ...runs } = letters.policy.duties[0]!.runs!;
  const unconfirmed = withPolicy(letters, { duties: [{ ...letters.policy.duties[0]!, runs }] });
  const recorded = (what: 'record' | 'self-check') =>
    said(
      withRoute(unconfirmed, 'filing-way', {
        steps: [step('fill', what, 'case.filer/clerk', { reaches: 'closed', silent: true })],
      }),
    );

  expect(recorded('record')).toEqual(['dead-end round, round-return, case.filer']);
  expect(recorded('self-check')).toEqual([]);
});

test('a step of a letter settles no fact of the pack: facts of a sheet are filled in', () => {
  expect(said(withStep(letters, 'looking-way', 'look', { settles: ['harm'] }))).toEqual([
    'dead-end looking-way, look, harm, letter',
  ]);
});

test('no step is called as the end of a route is, and no ruling makes it one', () => {
  const ended = withRoute(letters, 'refusing-way', {
    steps: [step('end', 'issue', 'desk/head', { reaches: 'closed', silent: true })],
  });

  expect(said(ended)).toEqual(['shape refusing-way, end']);
  expect(said(withRulings(ended, ruling('R1', [{ kind: 'shape' }])))).toContain('shape refusing-way, end');
});

test('a tell that looks for a link which nothing makes is found', () => {
  const back = (linked: string, acts: Kind['acts'] = kindIn('problem').acts): Pack =>
    withKind('problem', { acts, tells: [{ id: 'back', on: 'closed', clause: '§7', reach: 'looked', linked }] });
  const link = { clause: '§7', by: [seat('desk/clerk')] };

  expect(said(back('cousin'))).toEqual(['unknown-name problem, back, cousin']);
  expect(said(back('source'))).toEqual([]);
  // problems are linked by what is registered and merged, never by an act of that name
  expect(said(back('cousin', { ...kindIn('problem').acts, link }))).toEqual([
    'unknown-name problem, link',
    'unknown-name problem, back, cousin',
  ]);

  const on = (acts: Kind['acts']): Pack =>
    withKind('letter', {
      acts,
      tells: [...letter.tells, { id: 'on', on: 'closed', clause: '§7', reach: 'looked', linked: 'cousin' }],
    });
  expect(said(on(letter.acts))).toEqual(['unknown-name letter, on, cousin']);
  expect(said(on({ ...letter.acts, link }))).toEqual([]);
});

test('a tell whose condition is not known by then would be told in silence', () => {
  const early = withKind('letter', { tells: letter.tells.map((tell) => ({ ...tell, on: 'opened' })) });

  expect(said(early)).toEqual(['unknown-fact letter / harm, verdict']);
});

test('a limit, or a copy, that no facts on its road ever call for is found', () => {
  const never = { fact: 'verdict', oneOf: ['no'] };
  const limits = (
    letters.policy.procedures.find(({ id }) => id === 'answering')?.routes[0]?.steps[1]?.limits ?? []
  ).map((limit) => ({ ...limit, when: never }));
  const copy = { id: 'archive', to: 'desk', clause: '§7', written: false, when: never };

  expect(said(withStep(letters, 'answering-way', 'agree', { limits }))).toEqual([
    'unreachable-step answering-way, agree, agree-by',
  ]);
  expect(said(withStep(letters, 'answering-way', 'agree', { copies: [copy] }))).toEqual([
    'unreachable-step answering-way, agree, archive',
  ]);
});

test('a floor counts from what has happened, and not longer than the step may take', () => {
  const floor = (days: number, from: string) =>
    ({
      id: 'floor',
      title: text('公示'),
      clause: '§7',
      from,
      term: { count: 'working', days, startCounted: false, roll: 'none' },
    }) as const;
  const publicly = (days: number, from = 'opening') =>
    said(withStep(letters, 'answering-way', 'agree', { do: 'publicity', earliest: floor(days, from) }));

  expect(publicly(4)).toEqual([]);
  expect(publicly(4, 'moon')).toEqual(['limit-without-start answering-way, agree, floor']);
  expect(publicly(5)).toEqual(['inner-limit-later answering-way, agree, floor, agree-by']);
  expect(found(withPolicy(letters, {})).filter(({ ruling: by }) => by === null)).toEqual([]);
});

test('no clock runs from the new year in a dossier, nor by a plan’s own date where there is no plan', () => {
  const by = (term: Limit['term'], from: string) => ({ id: 'by', title: text('期限'), clause: '§7', from, term });
  const agree = (limit: Limit, pack: Pack = letters) =>
    said(withStep(pack, 'answering-way', 'agree', { limits: [limit] }));
  const yearly = { count: 'yearly', monthDay: '--12-31', inclusive: true, roll: 'none' } as const;

  expect(agree(by(yearly, 'new-year'))).toContain('limit-without-start answering-way, agree, by');
  expect(agree(by(yearly, 'opening'))).toEqual(['ambiguous-limit answering-way, agree, by']);
  expect(agree(by({ count: 'plan-date', roll: 'none' }, 'opening'))).toEqual([
    'limit-without-start answering-way, agree, by',
  ]);
});

test('a seat of a unit outside beside others of the house is there in vain', () => {
  const beside = withAct('correct', { clause: '§7', by: [seat('desk/clerk'), seat('city.library/expert')] });

  expect(said(beside)).toEqual(['post-unheld letter / correct, city.library']);
});

test('an act of the pack’s own has a title; one that the program knows by name needs none', () => {
  const { title: _none, ...ask } = kindIn('letter').acts['ask']!;

  expect(said(withKind('letter', { acts: { ...kindIn('letter').acts, ask } }))).toEqual(['shape letter, ask, title']);
  expect(kindIn('letter').acts['correct']?.title).toBeUndefined();
  expect(said(letters)).toEqual([]);
});
