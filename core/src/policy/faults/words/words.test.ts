import { expect, test } from 'vitest';
import { plainDate } from '../../../time/index.ts';
import type { Pack } from '../../model.ts';
import { said, unsettled } from '../../testing/checked.ts';
import { holder, library, maps } from '../../testing/library.ts';
import { seat, text } from '../../testing/library-words.ts';
import { routeOf, withLimit, withPolicy, withRoute, withStep } from '../../testing/plant.ts';

const { policy } = library;
const withUnit = (id: string, change: Partial<Pack['units'][number]>): Pack => ({
  ...library,
  units: library.units.map((unit) => (unit.id === id ? { ...unit, ...change } : unit)),
});
const act = { clause: '§1', by: [seat('ghost/clerk')] };
function withoutClause(): Pack {
  const bare = { clause: '' };
  const steps = routeOf(library, 'mend').steps.map((step) => ({
    ...step,
    ...bare,
    limits: step.limits.map((limit) => ({ ...limit, ...bare })),
    copies: step.copies.map((copy) => ({ ...copy, ...bare })),
  }));
  return withRoute(library, 'mend', { ...bare, steps });
}

test.each<[string, Pack]>([
  ['a step', withStep(library, 'rebind', 'issue', { by: [seat('ghost/head')] })],
  ['who signs along', withStep(library, 'rebind', 'issue', { coSign: [seat('ghost/head')] })],
  [
    'a copy',
    {
      ...withStep(library, 'rebind', 'issue', { copies: [{ id: 'c', to: 'ghost', clause: '§3', written: false }] }),
      examples: [],
    },
  ],
  ['a part in the dossier', withPolicy(library, { caseRoles: [{ ...holder, among: ['branch', 'ghost'] }] })],
  ['a part that nobody else plays', withPolicy(library, { caseRoles: [{ ...holder, among: ['ghost'] }] })],
  ['a field', withPolicy(library, { fields: [{ ...maps, inCharge: 'ghost' }] })],
  ['the recorder', withPolicy(library, { recorder: seat('ghost/clerk') })],
  ['an act', withPolicy(library, { acts: { ...policy.acts, urge: act } })],
  [
    'an extension',
    withLimit(library, 'mend', 'review', {
      extension: { times: 1, by: seat('ghost/head'), beforeDue: true, clause: '§3' },
    }),
  ],
  ['a pause', withLimit(library, 'mend', 'review', { pause: { by: seat('ghost/head'), clause: '§3' } })],
])('a role that no unit has is found in %s', (_where, pack) => {
  expect(said(pack)).toEqual(['unknown-role ghost']);
});

test('a unit housed in a unit that does not exist is found', () => {
  expect(said(withUnit('archive', { within: 'ghost' }))).toEqual(['unknown-role ghost']);
});

test('a post that the pack does not declare is found in seats and in units', () => {
  expect(said(withStep(library, 'rebind', 'issue', { by: [seat('desk/king')] }))).toEqual(['unknown-post desk, king']);
  expect(said(withUnit('archive', { posts: ['clerk', 'king'] }))).toEqual(['unknown-post archive, king']);
});

test('a seat whose unit has no such post is held by nobody', () => {
  expect(said(withUnit('west', { posts: ['head'] }))).toEqual(['post-unheld case.holder, clerk, west']);
});

test('an office that nobody holds on the first day is held by nobody', () => {
  const later = withUnit('archive', { roles: [{ role: 'archive', from: plainDate('2031-01-01') }] });
  const gone = withUnit('archive', { roles: [{ role: 'archive', until: plainDate('2029-01-01') }] });

  expect(said(later)).toEqual(['post-unheld archive']);
  expect(said(gone)).toEqual(['post-unheld archive']);
});

test('an office that is vacant between two holders is found, and one handed on is not', () => {
  const split = (until: string, from: string) => ({
    ...library,
    units: library.units.map((unit) => {
      if (unit.id === 'archive') return { ...unit, roles: [{ role: 'archive', until: plainDate(until) }] };
      return unit.id === 'cellar'
        ? { ...unit, within: 'board', roles: [...unit.roles, { role: 'archive', from: plainDate(from) }] }
        : unit;
    }),
  });
  const gap = split('2031-01-01', '2031-03-01');

  expect(said(split('2031-01-01', '2031-01-01'))).toEqual([]);
  expect(said(gap)).toEqual(['post-unheld archive']);
  expect(unsettled(gap)[0]?.text.zh).toBe('自2031-01-01起没有单位担任“archive”');
});

test('whoever takes an office over needs its post as well', () => {
  const units = library.units.map((unit) =>
    unit.id === 'cellar'
      ? { ...unit, posts: ['clerk'], roles: [...unit.roles, { role: 'bindery', from: plainDate('2031-03-01') }] }
      : unit,
  );

  expect(said({ ...library, units })).toContain('post-unheld bindery, head, cellar');
});

test('any post will do for `*`, but there must be one', () => {
  const anybody = withStep(library, 'rebind', 'issue', { by: [seat('cellar/*')] });

  expect(said(anybody)).toEqual([]);
  expect(
    said({ ...anybody, units: library.units.map((unit) => (unit.id === 'cellar' ? { ...unit, posts: [] } : unit)) }),
  ).toEqual(['post-unheld cellar, *, cellar']);
});

test.each<[string, Pack, string]>([
  [
    'a fact nobody declared',
    withRoute(library, 'grading', { when: { fact: 'moon', oneOf: ['full'] } }),
    'unknown-fact grading, moon',
  ],
  [
    'a value nobody declared',
    withRoute(library, 'grading', { when: { not: { fact: 'finder', oneOf: ['huge'] } } }),
    'unknown-fact grading, finder, huge',
  ],
  [
    'a fact whose values are open',
    withRoute(library, 'grading', { when: { fact: 'shelf', oneOf: ['a'] } }),
    'unknown-fact grading, shelf',
  ],
  [
    'a fact settled that is none',
    withStep(library, 'grading', 'grade', { settles: ['moon'] }),
    'unknown-fact grading, grade, moon',
  ],
  [
    'evidence nobody declared',
    withStep(library, 'glance', 'self-check', { evidence: ['smell'] }),
    'unknown-fact glance, self-check, smell',
  ],
  [
    'a fact of an example',
    { ...library, examples: [{ name: '例', clause: '§3', facts: { moon: 'full' }, expect: {} }] },
    'unknown-fact 例, moon',
  ],
])('%s is found', (_what, pack, fault) => {
  expect(said(pack)).toEqual([fault]);
});

test.each<[string, Pack, string]>([
  ['a step', withStep(library, 'rebind', 'issue', { clause: '§9' }), 'clause-missing rebind / issue, §9'],
  ['a limit', withLimit(library, 'mend', 'review', { clause: '§9' }), 'clause-missing mend-review, §9'],
  ['a route', withRoute(library, 'mend', { clause: '§9' }), 'clause-missing mend, §9'],
  [
    'an act',
    withPolicy(library, { acts: { ...policy.acts, urge: { ...policy.acts['urge']!, clause: '§9' } } }),
    'clause-missing urge, §9',
  ],
  ['nothing at all', withStep(library, 'rebind', 'issue', { clause: '' }), 'clause-missing rebind / issue'],
  ['a route without any, and the steps that take theirs from it', withoutClause(), 'clause-missing mend'],
])('a clause cited by %s that the pack does not have is found', (_by, pack, fault) => {
  expect(said(pack)).toEqual([fault]);
});

test('a clause that is no longer declared is missed once, where it is written', () => {
  const cut = withPolicy(library, { clauses: policy.clauses.filter(({ id }) => id !== '§6') });

  expect(said(cut)).toEqual(['clause-missing inspect, §6']);
});

test('units housed round in a circle are found: whose own work it is could not be told', () => {
  const round = {
    ...library,
    units: library.units.map((unit) => {
      if (unit.id === 'archive') return { ...unit, within: 'west' };
      return unit.id === 'west' ? { ...unit, within: 'archive' } : unit;
    }),
  };

  expect(said(round).filter((each) => each.startsWith('shape'))).toEqual([
    'shape archive, west',
    'shape west, archive',
  ]);
});

test('what belongs to no step is done by somebody who signs in', () => {
  const outside = seat('city.library/expert');

  expect(said(withPolicy(library, { recorder: outside }))).toEqual(['post-unheld recorder, city.library']);
  expect(said(withPolicy(library, { acts: { ...policy.acts, urge: { clause: '§1', by: [outside] } } }))).toEqual([
    'post-unheld urge, city.library',
  ]);
});

test('one name for two clocks that one problem may have is found, one for two that it never has is not', () => {
  const twice = withLimit(library, 'glance', 'accept', { id: 'receipt' });
  const onOneRoad = withLimit(library, 'mend', 'review', { id: 'mend-issue' });
  const apart = withLimit(library, 'inspect', 'on-site', { id: 'glance-accept' });

  expect(said(twice)).toEqual(['shape receipt']);
  expect(said(onOneRoad)).toContain('shape mend-issue');
  expect(said(apart)).toEqual([]);
});

test('an edition is formed for every problem alike, and a classification does not ask what it settles', () => {
  const when = { fact: 'harm', oneOf: ['light', 'heavy'] };

  expect(said(withRoute(library, 'list', { when }))).toEqual(['unknown-fact list, harm']);
  expect(said(withRoute(library, 'grading', { when }))).toEqual(['unknown-fact grading, harm']);
});

test('one id for two things is found', () => {
  expect(
    said(withPolicy(library, { posts: [...policy.posts, { id: 'head', label: text('头儿'), leads: false }] })),
  ).toEqual(['shape head']);

  const named = { id: 'board', label: text('馆务会') };
  expect(said(withPolicy(library, { roles: [named, named] }))).toEqual(['shape board']);
});

test('a name for an office that no unit holds is found', () => {
  expect(said(withPolicy(library, { roles: [{ id: 'bord', label: text('馆务会') }] }))).toEqual(['unknown-role bord']);
});
