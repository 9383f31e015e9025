import { expect, test } from 'vitest';
import type { Pack, Tell } from '../../model.ts';
import { found, said } from '../../testing/checked.ts';
import { kindIn, letters, withKind } from '../../testing/letters.ts';
import { seat } from '../../testing/library-words.ts';

const letter = kindIn('letter');
const tell = (reach: string, linked: string): Tell => ({ id: 'heard', on: 'closed', clause: '§7', reach, linked });
/** A letter for a round that was closed, which opens it and hears of its end. */
const opening: Tell = {
  id: 'write',
  on: 'closed',
  clause: '§7',
  open: 'letter',
  with: { what: 'what' },
  link: 'round',
};
const hears = (pack: Pack): Pack =>
  withKind(
    'round-return',
    {
      tells: [opening],
      stages: [...kindIn('round-return').stages, { id: 'answered', title: letter.title, from: ['answered'] }],
    },
    pack,
  );
const unheard = (pack: Pack) => said(pack).filter((fault) => fault.startsWith('milestone-unreached letter'));

test('a tell that has a linked dossier reach what its kind does not know is found; one that it waits for is not', () => {
  const says = (reach: string) => hears(withKind('letter', { tells: [...letter.tells, tell(reach, 'round')] }));

  expect(unheard(says('answered'))).toEqual([]);
  expect(unheard(says('anwsered'))).toContain('milestone-unreached letter, heard, anwsered');
});

test('a tell that closes what it is linked with is heard: the dossier ends by it', () => {
  const says = (reach: string) => hears(withKind('letter', { tells: [...letter.tells, tell(reach, 'round')] }));
  // the letter says `answered` as a stage only: nothing of it begins at its end
  const bare = (pack: Pack) => withKind('round-return', { stages: [], tells: [opening] }, pack);

  expect(unheard(bare(says('closed')))).toEqual([]);
});

test('what a person links by hand may be any kind: one that knows the milestone is enough', () => {
  const acts = { ...letter.acts, link: { clause: '§7', by: [seat('desk/clerk')] } };
  const says = (reach: string) => hears(withKind('letter', { acts, tells: [...letter.tells, tell(reach, 'about')] }));

  expect(unheard(says('answered'))).toEqual([]);
  expect(unheard(says('moon'))).toEqual(['milestone-unreached letter, heard, moon']);
});

/** A letter comes of a problem, and tells it what becomes of it. */
const problem = kindIn('problem');
const writes: Tell = { ...opening, with: { what: 'title' } };
const tellsBack = (reach: string, waits = false) =>
  withKind(
    'letter',
    { tells: [tell(reach, 'round')] },
    withKind('problem', {
      tells: [...problem.tells, writes],
      ...(waits ? { stages: [...problem.stages, { id: 'heard', title: letter.title, from: [reach] }] } : {}),
    }),
  );

test('a problem that a letter comes of hears of its end where it waits for that', () => {
  expect(unheard(tellsBack('answered', true))).toEqual([]);
  expect(unheard(tellsBack('answered'))).toEqual(['milestone-unreached letter, heard, answered']);
});

test.each(['closed', 'handed-over', 'plan-issued', 'finished', 'consented'])(
  'no problem is told into %s, which its own work comes to',
  (own) => {
    expect(unheard(tellsBack(own, true))).toEqual([`milestone-unreached letter, heard, ${own}, problem`]);
    expect(unheard(hears(tellsBack(own)))).toEqual([`milestone-unreached letter, heard, ${own}, problem`]);
  },
);

test('the fault stands at the word, and says that the program comes there by itself', () => {
  const fault = found(tellsBack('closed')).find(({ kind }) => kind === 'milestone-unreached');
  expect(fault?.path.slice(-3)).toEqual(['tells', 0, 'reach']);
  expect(fault?.text.zh).toContain('“closed”由程序在办理中到达');
});

test('a list of problems is told nothing', () => {
  const edition = kindIn('edition');
  const stages = [...edition.stages, { id: 'heard', title: letter.title, from: ['answered'] }];
  const listed = withKind(
    'letter',
    { tells: [tell('answered', 'round')] },
    withKind('edition', { tells: [{ ...opening, with: { what: 'title' } }], stages }),
  );
  expect(unheard(listed)).toEqual(['milestone-unreached letter, heard, answered, edition']);
  expect(unheard(letters)).toEqual([]);
});
