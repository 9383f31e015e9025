import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fnv } from '../testing/law.ts';
import { addDays, plainDate } from '../time/index.ts';
import { besideOf, freezeOf, memberOf, withDoubles, type Gathered, type Since } from './index.ts';

const on = plainDate;
const day = on('2030-05-10');
const filed = (dossier: string, more: Partial<Gathered> = {}): Gathered => ({
  dossier,
  number: `巡场-${dossier}`,
  title: dossier,
  unit: 'nets',
  unitName: '球网队',
  sheet: fnv(dossier),
  due: on('2030-05-06'),
  filedOn: on('2030-05-02'),
  confirmed: true,
  nil: false,
  returned: false,
  withdrawn: false,
  ...more,
});
const members = (...returns: readonly Gathered[]) => returns.flatMap((each) => memberOf(each, day) ?? []);
const freeze = (...returns: readonly Gathered[]) => freezeOf(members(...returns), { on: day }, fnv);

test('what is filed stands with the digest of its words; what is not, also what was sent back, is missing and says so', () => {
  const frozen = freeze(
    filed('a'),
    filed('b', { nil: true }),
    filed('c', { filedOn: on('2030-05-07') }),
    filed('d', { filedOn: null }),
    filed('e', { filedOn: null, returned: true }),
  );

  expect(frozen.members.map(({ state, digest }) => [state, digest !== null])).toEqual([
    ['filed', true],
    ['nil', true],
    ['late', true],
    ['missing', false],
    ['missing', false],
  ]);
});

test('a return that was withdrawn is no member', () => {
  expect(freeze(filed('a', { withdrawn: true })).members).toEqual([]);
});

test('one digest covers every member, every word and every state, in whatever order they were looked up', () => {
  const frozen = freeze(filed('a'), filed('b')).digest;

  expect(freeze(filed('b'), filed('a')).digest).toBe(frozen);
  expect(freeze(filed('a'), filed('b', { sheet: 'other words' })).digest).not.toBe(frozen);
  expect(freeze(filed('a'), filed('b', { nil: true })).digest).not.toBe(frozen);
  expect(freeze(filed('a')).digest).not.toBe(frozen);
  expect(freeze(filed('a'), filed('b'), filed('c')).digest).not.toBe(frozen);
});

type Filed = readonly [Gathered, string | null];
const folding = (...returns: readonly Filed[]) =>
  withDoubles(
    returns.flatMap(([each, into]) => {
      const member = memberOf(each, day);
      return member ? [{ member, into }] : [];
    }),
  );

test('a return that was merged stands under the one that goes on, with the digest of its own words; chains end in the last', () => {
  const folded = folding([filed('a'), 'b'], [filed('b'), 'c'], [filed('c'), null], [filed('d'), null]);

  expect(folded.map(({ dossier, doubles }) => [dossier, doubles?.map((double) => double.dossier)])).toEqual([
    ['c', ['a', 'b']],
    ['d', undefined],
  ]);
  expect(folded[0]!.doubles![0]).toMatchObject({ digest: fnv('a'), unitName: '球网队' });
});

test('the digest covers doubles and their words; without any it is what it always was', () => {
  const digestOf = (...returns: readonly Filed[]) => freezeOf(folding(...returns), { on: day }, fnv).digest;
  const merged = digestOf([filed('a'), 'b'], [filed('b'), null]);

  expect(digestOf([filed('a'), null], [filed('b'), null])).toBe(freeze(filed('a'), filed('b')).digest);
  expect(merged).not.toBe(freeze(filed('a'), filed('b')).digest);
  expect(digestOf([filed('b'), null], [filed('a'), 'b'])).toBe(merged);
  expect(digestOf([filed('a', { sheet: 'other' }), 'b'], [filed('b'), null])).not.toBe(merged);
});

test('no return is lost to a survivor that is not among them', () => {
  expect(folding([filed('a'), 'elsewhere']).map(({ dossier }) => dossier)).toEqual(['a']);
});

test('what is merged or set apart after the freezing is said beside it', () => {
  const frozen = freezeOf(folding([filed('a'), 'b'], [filed('b'), null], [filed('c'), null]), { on: day }, fnv);
  const now = (dossier: string, into: string | null): Since => ({
    dossier,
    sheet: fnv(dossier),
    filed: true,
    corrects: null,
    into,
  });
  const said = besideOf(frozen, [now('a', null), now('b', null), now('c', 'b')]);

  expect(said.map(({ member, since, setApart }) => [member.dossier, since, setApart])).toEqual([
    ['b', 'same', ['a']],
    ['c', 'merged', []],
  ]);
});

test('what comes after the freezing stands beside it: filed late, changed, corrected by a return of its own', () => {
  const frozen = freeze(filed('a'), filed('b'), filed('c', { filedOn: null }));
  const now: readonly Since[] = [
    { dossier: 'a', sheet: fnv('a'), filed: true, corrects: null, into: null },
    { dossier: 'b', sheet: 'other words', filed: true, corrects: null, into: null },
    { dossier: 'c', sheet: fnv('c'), filed: true, corrects: null, into: null },
    { dossier: 'a2', sheet: fnv('a2'), filed: true, corrects: 'a', into: null },
  ];

  expect(
    besideOf(frozen, now).map(({ member, since, corrections }) => [member.dossier, since, ...corrections]),
  ).toEqual([
    ['a', 'same', 'a2'],
    ['b', 'changed'],
    ['c', 'filed'],
  ]);
});

test('whatever happens afterwards, the frozen members and their digest stay as they were', () => {
  const dossiers = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 5 });
  const since = fc.array(
    fc.record({
      dossier: fc.constantFrom('a', 'b', 'c', 'x'),
      sheet: fc.string(),
      filed: fc.boolean(),
      corrects: fc.constantFrom(null, 'a', 'b'),
      into: fc.constantFrom(null, 'a', 'x'),
    }),
  );
  fc.assert(
    fc.property(dossiers, since, fc.integer({ min: 0, max: 20 }), (ids, later, days) => {
      const frozen = freezeOf(
        ids.flatMap((id) => memberOf(filed(id), addDays(day, days)) ?? []),
        { on: day },
        fnv,
      );
      const before = structuredClone(frozen);

      expect(besideOf(frozen, later).map(({ member }) => member)).toEqual(before.members);
      expect(freezeOf(frozen.members, { on: day }, fnv)).toEqual(before);
    }),
  );
});
