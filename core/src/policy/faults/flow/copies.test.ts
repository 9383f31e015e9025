import { expect, test } from 'vitest';
import type { Kind, Pack } from '../../model.ts';
import { said } from '../../testing/checked.ts';
import { kindIn, letters, withKind } from '../../testing/letters.ts';
import { seat } from '../../testing/library-words.ts';
import { withPolicy, withStep } from '../../testing/plant.ts';

const copied = (to: string, pack: Pack = letters): Pack =>
  withStep(pack, 'refusing-way', 'say', { copies: [{ id: 'copy', to, clause: '§7', written: false }] });
/** Letters that every office reads, under a plan with these acts and no others for copies. */
const withActs = (own: Kind['acts']): Pack => {
  const { 'record-copy': _sent, 'acknowledge-copy': _read, ...acts } = letters.policy.acts;
  const { reads: _all, ...letter } = kindIn('letter');
  const kinds = letters.policy.kinds!.map((kind) =>
    kind.id === 'letter' ? { ...letter, acts: { ...letter.acts, ...own } } : kind,
  );
  return withPolicy(letters, { acts, kinds });
};
const unsettled = (pack: Pack) => said(pack).filter((fault) => fault.startsWith('copy-unsettled'));

test('a copy to a unit outside stays owed for ever where nobody may record that it was sent', () => {
  const sends = { 'record-copy': { clause: '§7', by: [seat('desk/clerk')] } };

  expect(unsettled(copied('city.library', withActs({})))).toEqual([
    'copy-unsettled refusing-way, say, copy, record-copy, letter',
  ]);
  expect(unsettled(copied('city.library', withActs(sends)))).toEqual([]);
});

test('a copy that is filed here waits for ever where nobody of the unit may acknowledge it', () => {
  const acknowledged = (by: string) =>
    unsettled(copied('archive', withActs({ 'acknowledge-copy': { clause: '§7', by: [seat(by)] } })));

  expect(unsettled(copied('archive', withActs({})))).toEqual([
    'copy-unsettled refusing-way, say, copy, acknowledge-copy, letter',
  ]);
  expect(acknowledged('desk/clerk')).toEqual(['copy-unsettled refusing-way, say, copy, acknowledge-copy, letter']);
  expect(acknowledged('archive/clerk')).toEqual([]);
});

test('an office of the house that gets a copy and does not read the dossier is found; one post that reads is enough', () => {
  const { reads = [] } = kindIn('letter');
  const narrow = (pack: Pack) => said(pack).filter((fault) => fault.startsWith('readers-narrow'));

  expect(narrow(copied('bindery'))).toEqual(['readers-narrow letter, bindery, refusing-way, say, copy']);
  expect(narrow(copied('bindery', withKind('letter', { reads: [...reads, seat('bindery/head')] })))).toEqual([]);
  expect(narrow(copied('city.library'))).toEqual([]);
});

test('whoever records that a copy was sent reads what it is a copy of', () => {
  const acts = { ...letters.policy.acts, 'record-copy': { clause: '§1', by: [seat('bindery/clerk')] } };

  expect(said(copied('city.library', withPolicy(letters, { acts })))).toEqual([
    'readers-narrow letter, bindery/clerk, record-copy',
  ]);
});

test('a problem or a list of problems cannot yet say who reads it', () => {
  const reads = ['desk', 'board', 'branch', 'bindery', 'archive', 'case.holder'].map((role) => seat(role));

  expect(said(withKind('problem', { reads }))).toEqual(['shape problem, reads']);
  expect(said(withKind('edition', { reads }))).toEqual(['shape edition, reads']);
  expect(said(withKind('round-return', { reads: [seat('desk'), seat('case.filer')] }))).toEqual([]);
});
