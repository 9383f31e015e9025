import { expect, test } from 'vitest';
import type { Pack, Tell } from '../../model.ts';
import { said } from '../../testing/checked.ts';
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

test('a problem that a letter comes of is moved by no tell of it', () => {
  const problem = kindIn('problem');
  const writes: Tell = { ...opening, with: { what: 'title' } };
  const back = withKind(
    'letter',
    { tells: [tell('closed', 'round')] },
    withKind('problem', { tells: [...problem.tells, writes] }),
  );

  expect(unheard(back)).toEqual(['milestone-unreached letter, heard, closed']);
  expect(unheard(hears(back))).toEqual(['milestone-unreached letter, heard, closed, problem']);
  expect(unheard(letters)).toEqual([]);
});
