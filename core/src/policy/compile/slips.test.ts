import { expect, test } from 'vitest';
import { compile, type RawPack } from './pack.ts';
import { act, club, mend, slips, withNames, withRole, withStarts } from '../testing/club.ts';

test.each([
  ['a key nobody knows', { ...mend, cosign: 'club.board' }, 'cosign: cosign'],
  ['a kind of step nobody knows', { ...mend, do: 'paint' }, 'do: paint'],
  ['a step without a title', { id: 'mend', do: 'draft', by: 'club.office' }, ': title'],
  ['several seats without a word on how they decide', { ...mend, by: ['club.office', 'club.board'] }, ': together'],
  ['a seat with two posts', { ...mend, by: 'club.office/clerk/chief' }, 'by: club.office/clerk/chief'],
  [
    'two counts in one limit',
    { ...mend, limit: { id: 'soon', working: 5, natural: 7, from: 'closed' } },
    'limit: soon',
  ],
  ['no count at all', { ...mend, limit: { id: 'soon', from: 'closed' } }, 'limit: soon'],
  ['half a day', { ...mend, limit: { id: 'soon', working: 0.5, from: 'closed' } }, 'limit.working: 0.5'],
  [
    'a yearly day that no year has',
    { ...mend, limit: { id: 'soon', yearly: '--02-30', inclusive: true } },
    'limit.yearly: --02-30',
  ],
  ['a day named without a word on 前', { ...mend, limit: { id: 'soon', fixed: '2024-12-31' } }, 'limit: inclusive'],
  ['前 without a word on the day itself', { ...mend, limit: { id: 'soon', yearly: '--05-06' } }, 'limit: inclusive'],
  [
    'a word its count has no use for',
    { ...mend, limit: { id: 'soon', hours: 3, from: 'closed', roll: 'forward' } },
    'limit: roll',
  ],
  [
    'an extension that does not say how often',
    {
      ...mend,
      limit: {
        id: 'soon',
        working: 5,
        from: 'closed',
        extension: { by: 'club.office/clerk', 'before-due': true, clause: '§2' },
      },
    },
    'limit.extension: times',
  ],
  [
    'a pause by nobody',
    { ...mend, limit: { id: 'soon', working: 5, from: 'closed', pause: { clause: '§2' } } },
    'limit.pause: by',
  ],
  ['a limit of a lifetime', { ...mend, limit: { id: 'soon', months: 900, from: 'closed' } }, 'limit: soon'],
  [
    'a limit where the plan is said to be silent',
    { ...mend, silent: true, limit: { id: 'soon', working: 5, from: 'closed' } },
    ': silent',
  ],
  ['yes for true', { ...mend, closes: 'yes' }, 'closes: yes'],
  ['a step that nobody does', { ...mend, by: [] }, 'by: []'],
])('%s is a fault of shape with its word and path', (_what, step, slip) => {
  const at = 'procedures.0.routes.0.steps.0';
  expect(slips(club([step]))).toEqual([slip.startsWith(':') ? at + slip : `${at}.${slip}`]);
});

test('every slip is reported at once, and nothing is half read', () => {
  const { pack, faults } = compile(
    club([{ ...mend, do: 'paint', closes: 'yes' }], { any: [] }, { recorder: 'Club Office', colour: 'red' }),
  );

  expect(pack).toBeNull();
  expect(faults).toHaveLength(5);
  expect(new Set(faults.map((fault) => fault.kind))).toEqual(new Set(['shape']));
});

test.each<[string, RawPack, string]>([
  ['a condition that asks for no value', club([mend], { court: [] }), 'procedures.0.routes.0.when.court: []'],
  [
    'a fact without values',
    club([mend], undefined, { facts: [{ id: 'c', label: '场', values: [] }] }),
    'facts.0.values: []',
  ],
  ['a region that is no place code', club([mend], undefined, { region: 'club' }), 'region: club'],
  ['a plan without a calendar', club([mend], undefined, { calendars: [] }), 'calendars: []'],
  [
    'a calendar outside the folder of calendars',
    club([mend], undefined, { calendars: ['../cn'] }),
    'calendars.0: ../cn',
  ],
  [
    'a name that ends before it begins',
    withNames({ from: '2025-01-01', until: '2024-01-01' }),
    'units.0.names.until: 2024-01-01',
  ],
  [
    'an office left on the day it was taken up',
    withRole('2024-01-01', '2024-01-01'),
    'units.0.roles.0.until: 2024-01-01',
  ],
  [
    'an example that starts with what is no event',
    withStarts({ 'moon rise': '2024-01-01' }),
    'examples.0.starts.moon rise: moon rise',
  ],
])('%s is a fault of shape', (_what, raw, slip) => {
  expect(slips(raw)).toEqual([slip]);
  expect(compile(raw).faults.map((fault) => fault.kind)).toEqual(['shape']);
});

test('what was not understood is said with its key and the word', () => {
  const { faults } = compile(club([{ ...mend, limit: { id: 'soon', working: 'seven', from: 'closed' } }]));

  expect(faults.map((fault) => fault.text)).toEqual([
    { zh: 'working：这里应是不小于1的整数，却是“seven”', en: 'working: must be a whole number from 1, found "seven"' },
  ]);
});

test('acts are the pack’s own words: none is demanded here, and each must say who does it', () => {
  expect(slips(club([mend], undefined, { acts: { paint: act } }))).toEqual([]);
  expect(slips(club([mend], undefined, { acts: { paint: { clause: '§1' }, 'Paint it': act } }))).toEqual([
    'acts.paint: by',
    'acts.Paint it: Paint it',
  ]);
});

test('a calendar is the nation’s or a region’s by its code, so that a slip does not lose a county its days', () => {
  expect(slips(club([mend], undefined, { calendars: ['cn', '990101'] }))).toEqual([]);
  expect(slips(club([mend], undefined, { calendars: ['cn', '99010'] }))).toEqual(['calendars.1: 99010']);
});

test.each([null, 'text', 7, [], undefined])('a file that holds only %j is a fault in each of the three', (nothing) => {
  const { pack, faults } = compile({ policy: nothing, units: nothing, examples: nothing });

  expect(pack).toBeNull();
  expect(faults.map((fault) => fault.file)).toEqual(['policy', 'units', 'examples']);
});

test('a message names the key and what is wrong under it; a key that is itself the slip is named once', () => {
  const saying = (step: object) => compile(club([{ ...mend, ...step }])).faults.map(({ text }) => text.zh);

  expect(saying({ do: 'paint' })).toEqual([expect.stringMatching(/^do：.*paint/)]);
  expect(saying({ cosign: 'club.board' })).toEqual([expect.not.stringMatching(/^cosign：/)]);
});
