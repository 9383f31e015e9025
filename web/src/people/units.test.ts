import { expect, test } from 'vitest';
import { found, vacant, type Person, type Unit } from './units.ts';

const bureau: Unit = {
  id: 'water',
  name: '县水务局',
  shortNames: ['水务局'],
  level: 'county',
  kind: 'department',
  external: false,
  within: null,
  code: null,
  roles: [],
  posts: [
    { post: 'head', postName: { zh: '主要领导' } },
    { post: 'handler', postName: { zh: '经办人' } },
  ],
  names: [{ name: { zh: '县水利局' }, from: null, until: '2019-01-01' }],
};
const person = (held: boolean, active = true): Person => ({
  id: 'p',
  name: '甲',
  username: null,
  unitName: null,
  administrator: false,
  active,
  postings: [
    {
      id: 'h',
      unit: 'water',
      unitName: '县水务局',
      post: 'head',
      postName: { zh: '主要领导' },
      from: '2026-01-01',
      until: null,
      held,
    },
  ],
});

test.each(['水务', '水利局', ' 水务局 '])('%s finds the bureau, by its name of today or of before', (words) => {
  expect(found([bureau], words)).toEqual([bureau]);
});

test('a post is vacant when nobody active holds it today', () => {
  const posts = (people: readonly Person[]) => vacant(bureau, people).map(({ post }) => post);

  expect(posts([person(true)])).toEqual(['handler']);
  expect(posts([person(false)])).toEqual(['head', 'handler']);
  expect(posts([person(true, false)])).toEqual(['head', 'handler']);
  expect(vacant({ ...bureau, external: true }, [])).toEqual([]);
});
