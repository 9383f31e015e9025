import { expect, test } from 'vitest';
import { theInstallation } from '../person/index.ts';
import { isThere, leftSomething, presentUnit, unitName, unitsInRole, type Policy, type Unit } from '../policy/index.ts';
import { plainDate } from '../time/index.ts';
import { decidePublication } from './decide.ts';
import { unpublished } from './edition.ts';
import { unitsUnder, type Succeeded, type Succession } from './succession.ts';

const today = plainDate('2030-06-03');
const from = plainDate('2030-07-01');
// only what publishing reads of a pack
const policy = {
  edition: 'reeds/2030-06-10',
  title: { zh: '芦苇公约' },
  region: '999904',
  inForceFrom: plainDate('2030-06-10'),
  rulings: [],
} as unknown as Policy;
const unit = (id: string, zh: string, more: Partial<Unit> = {}): Unit => ({
  id,
  names: [{ name: { zh } }],
  shortNames: [],
  level: 'county',
  kind: 'office',
  external: false,
  roles: [],
  posts: ['handler'],
  ...more,
});
const desk = unit('desk', '村务室', { roles: [{ role: 'village.desk' }] });
const dike = unit('dike', '堤防队');
const mill = unit('mill', '磨坊', { roles: [{ role: 'village.grain' }] });
const ended = { ...mill, names: [{ name: { zh: '磨坊' }, until: plainDate('2030-06-10') }] };
const dossiers = [{ number: '芦-1', title: '苇塘淤积' }];
const named = [{ unit: 'mill', dossiers, all: 1 }];
const toDike: Succession = { unit: 'mill', successor: 'dike', from, reason: '芦编〔2030〕4号' };

type Publishing = { readonly units: readonly Unit[]; readonly recorded?: readonly Succeeded[] };
const publish = (successors: readonly Succession[], { units, recorded = [] }: Publishing = { units: [desk, dike] }) =>
  decidePublication(
    {
      type: 'PublishEdition',
      policy,
      region: '999904',
      digest: 'd1',
      faults: [],
      units,
      named,
      successors,
      before: [desk, dike, mill],
      recorded,
      by: theInstallation,
      on: today,
    },
    unpublished,
    null,
  );
function successorsOf(decision: ReturnType<typeof publish>): readonly Succeeded[] {
  const [event] = 'events' in decision ? decision.events : [];
  return event?.type === 'EditionPublished' ? (event.successors ?? []) : [];
}

test('D6: an edition that drops a unit with open dossiers is refused with their list, or published with the successor that is named', () => {
  expect(publish([])).toMatchObject({ refused: { obstacle: { code: 'units-dropped', units: named } } });

  const recorded = successorsOf(publish([toDike]));
  expect(recorded).toMatchObject([{ ...toDike, unitName: '磨坊', successorName: '堤防队' }]);

  const units = unitsUnder([desk, dike], recorded);
  expect(presentUnit(units, 'mill', plainDate('2030-06-30'))).toBe('mill');
  expect(presentUnit(units, 'mill', from)).toBe('dike');
  // until that day it is there under its name; its offices are the edition’s own matter from the edition on
  const kept = units.find(({ id }) => id === 'mill')!;
  expect([isThere(kept, plainDate('2030-06-30')), isThere(kept, from)]).toEqual([true, false]);
  expect(unitName(units, 'mill', plainDate('2031-01-01'))).toBe('磨坊');
  expect(unitsInRole(units, 'village.grain', plainDate('2030-06-09'))).toEqual([kept]);
  expect(unitsInRole(units, 'village.grain', plainDate('2030-06-10'))).toEqual([]);
  expect(leftSomething(kept, plainDate('2030-06-10'))).toBe(true);
});

test('a unit that the edition ends without a word of who takes over gets its successor likewise', () => {
  const units = [desk, dike, ended];
  expect(publish([], { units })).toMatchObject({ refused: { obstacle: { code: 'units-dropped' } } });
  const now = { ...toDike, from: plainDate('2030-06-10') };
  const [recorded] = successorsOf(publish([now], { units }));
  expect(unitsUnder(units, [recorded!])[2]).toEqual({ ...ended, succeededBy: { unit: 'dike', from: now.from } });
});

test('what was named once holds under later editions, which have the first word', () => {
  const recorded = successorsOf(publish([toDike]));
  expect(publish([], { units: [desk, dike], recorded })).toMatchObject({ events: [{}] });
  expect(unitsUnder([desk, dike, mill], recorded)).toEqual([desk, dike, mill]);
  const own = { ...ended, succeededBy: { unit: 'desk', from } };
  expect(unitsUnder([desk, dike, own], recorded)).toContainEqual(own);

  const toDesk = successorsOf(publish([{ ...toDike, successor: 'desk' }], { units: [desk, dike], recorded }));
  expect(presentUnit(unitsUnder([desk, dike], [...toDesk, ...recorded]), 'mill', from)).toBe('desk');
});

const bridge = unit('bridge', '渡口', { names: [{ name: { zh: '渡口' }, from: plainDate('2030-08-01') }] });
const ring = { ...ended, id: 'quay', succeededBy: { unit: 'mill', from } };
test.each<[string, readonly Succession[], string, (readonly Unit[])?]>([
  ['named twice', [toDike, { ...toDike, successor: 'desk' }], 'twice'],
  ['of which no edition ever knew', [{ ...toDike, unit: 'moon' }], 'unknown'],
  ['that the edition keeps', [{ ...toDike, unit: 'desk' }], 'still-there'],
  ['whose successor the edition names itself', [{ ...toDike, unit: 'quay' }], 'still-there', [desk, dike, ring]],
  ['whose successor is no unit of the edition', [{ ...toDike, successor: 'moon' }], 'no-unit'],
  ['whose successor is left out as well', [{ ...toDike, unit: 'mill', successor: 'mill' }], 'itself'],
  ['whose successor is not there yet', [{ ...toDike, successor: 'bridge' }], 'no-unit', [desk, dike, bridge]],
  [
    'that its successor is to be succeeded by',
    [{ ...toDike, successor: 'quay', from: plainDate('2030-06-09') }],
    'circle',
    [desk, dike, ring],
  ],
  ['succeeded before the edition', [{ ...toDike, from: plainDate('2030-06-09') }], 'too-early'],
  ['gone for days before anybody takes over', [toDike], 'too-late', [desk, dike, ended]],
  ['succeeded for no reason', [{ ...toDike, reason: '  ' }], 'reason-missing'],
  ['succeeded for a reason without end', [{ ...toDike, reason: '因'.repeat(501) }], 'reason-too-long'],
])('a unit %s: the edition is not published', (_what, successors, why, units = [desk, dike]) => {
  const { unit: id, successor } = successors.at(-1)!;
  expect(publish(successors, { units })).toMatchObject({
    refused: { obstacle: { code: 'successors-astray', successors: [{ unit: id, successor, why }] } },
  });
});

test('an edition that begins later is asked about the units of its first day', () => {
  expect(
    publish([], {
      units: [desk, dike, { ...ended, names: [{ name: { zh: '磨坊' }, until: plainDate('2030-06-05') }] }],
    }),
  ).toMatchObject({
    refused: { obstacle: { code: 'units-dropped' } },
  });
});
