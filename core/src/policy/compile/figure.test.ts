import { expect, test } from 'vitest';
import { slips } from '../testing/club.ts';
import { clubOf, visit } from '../testing/visit.ts';
import { compile } from './pack.ts';

const named = { id: 'open-visits', title: '在巡' };
const figures = (said: object) => clubOf([visit()], { figures: [{ ...named, ...said }] });
const read = (said: object) => compile(figures(said)).pack?.policy.figures?.[0];

test('a figure counts dossiers of a kind, open ones unless it says otherwise, or adds up what members say', () => {
  const title = { zh: '在巡' };
  expect(read({ count: 'visit' })).toEqual({ ...named, title, count: 'visit', which: 'open', ofUnit: false });
  expect(read({ count: 'visit', which: 'closed', 'of-unit': true, when: { court: 'clay' } })).toEqual({
    ...named,
    title,
    count: 'visit',
    which: 'closed',
    ofUnit: true,
    when: { fact: 'court', oneOf: ['clay'] },
  });
  expect(read({ sum: 'holes' })).toEqual({ ...named, title, sum: 'holes' });
});

test.each<[string, object]>([
  ['neither counts nor adds up', {}],
  ['does both', { count: 'visit', sum: 'holes' }],
  ['adds up only some of the members', { sum: 'holes', when: { court: 'clay' } }],
  ['counts some other dossiers', { count: 'visit', which: 'lost' }],
])('a figure that %s is a slip', (_what, said) => {
  expect(slips(figures(said))).toHaveLength(1);
});
