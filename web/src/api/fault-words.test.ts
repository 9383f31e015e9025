import { beforeAll, expect, test } from 'vitest';
import i18next, { type TFunction } from 'i18next';
import { catalogs } from '../i18n/catalogs.ts';
import { faultSentence, fieldCalled } from './fault-words.ts';

let t: TFunction;
beforeAll(async () => {
  t = await i18next.createInstance().init({ lng: 'zh', resources: { zh: { translation: catalogs.zh } } });
});

test('a fault says which field, what is wrong and what would be right', () => {
  expect(faultSentence({ field: 'plan.measures.1.deadline', code: 'after-plan', bound: '2026-12-31' }, t)).toBe(
    '第2项措施 整改时限：不得晚于整改方案的时限 2026-12-31；请改为这一天或更早',
  );
  expect(faultSentence({ field: 'plan.deadline', code: 'fixed', bound: '2026-12-31' }, t)).toContain('方案已印发');
  expect(faultSentence({ field: 'opinion', code: 'too-long', bound: '2000' }, t)).toBe(
    '办理意见：内容过长，最多 2000 个字',
  );
});

test('parts and facts are called as the plan calls them', () => {
  const callings = { role: (id: string) => `角色${id}`, fact: (id: string) => `事实${id}`, value: () => '' };

  expect(fieldCalled('parts.case.holder', t, callings)).toBe('角色case.holder');
  expect(fieldCalled('facts.grade', t, callings)).toBe('事实grade');
});

test.each([
  'no.such.path',
  'strange',
  'parts.case.holder',
  'facts.grade',
  'values.wish',
  'body',
  'basics.proposed.holder',
  'sources.0.date',
  'recorded.document.number',
  'plan.measures',
])('no path of the server stands on a screen: %s', (path) => {
  expect(fieldCalled(path, t)).toMatch(/^[\p{Script=Han}\d ]+$/u);
});
