import { expect, test } from 'vitest';
import { plainDate } from '../../../time/index.ts';
import { found, said, unsettled } from '../../testing/checked.ts';
import { library, unit } from '../../testing/library.ts';
import { ruling, withPolicy, withRulings, withStep } from '../../testing/plant.ts';

const noPost = (pack: typeof library) => pack.policy.posts.map((post) => ({ ...post, leads: false }));
/** A pack that says which posts lead, and none of them is a post of the desk. */
const nobodyLeads = (pack: typeof library) =>
  withPolicy(pack, { posts: [...noPost(pack), { id: 'warden', label: { zh: '馆长', en: 'Warden' }, leads: true }] });
const toSelf = withStep({ ...library, examples: [] }, 'mend', 'issue', {
  copies: [{ id: 'cellar', to: 'cellar', clause: '§3', written: false }],
});
const asked = ruling('R1', [{ kind: 'copy-to-self' }], { clauses: ['§3', '§5'] });
const waiting = withRulings(toSelf, asked);

test('a ruling that waits for a leader is a fault where no post of the coordinator leads', () => {
  expect(said(waiting)).toEqual([]);
  expect(unsettled(nobodyLeads(waiting))).toMatchObject([
    { kind: 'post-unheld', file: 'policy', path: ['recorder'], about: ['desk', 'leads', 'R1'], clauses: ['§3', '§5'] },
  ]);
});

test('where every ruling is confirmed nobody needs to lead', () => {
  expect(said(nobodyLeads(withRulings(toSelf, { ...asked, status: 'confirmed' })))).toEqual([]);
});

test('a post that leads another unit confirms nothing for the coordinator', () => {
  const units = library.units.map((each) => (each.id === 'desk' ? { ...each, posts: ['clerk'] } : each));

  expect(said({ ...waiting, units })).toContain('post-unheld desk, leads, R1');
});

test('a coordinator of a later day must have somebody who leads as well', () => {
  const from = plainDate('2031-01-01');
  const units = [
    ...library.units.map((each) => (each.id === 'desk' ? { ...each, roles: [{ role: 'desk', until: from }] } : each)),
    unit('counter', '柜台', [], { posts: ['clerk'], roles: [{ role: 'desk', from }] }),
  ];

  expect(said({ ...waiting, units })).toContain('post-unheld desk, leads, R1');
});

test('no ruling settles that nobody can confirm rulings', () => {
  const itself = withRulings(waiting, ruling('R2', [{ kind: 'post-unheld', about: ['leads'] }]));

  expect(found(nobodyLeads(itself)).find(({ about }) => about.includes('leads'))?.ruling).toBeNull();
});

test('a pack that names no leading post at all has left the question open', () => {
  expect(said(withPolicy(waiting, { posts: noPost(waiting) }))).toEqual([]);
});
