import { expect, test } from 'vitest';
import type { TFunction } from 'i18next';
import { obstacleSentence } from './obstacle.ts';
import { words as list } from '../i18n/words.ts';
import { words } from './obstacle-words.ts';

/** The Chinese sentence with its blanks filled in, or the key itself. */
const t = ((key: string, fill: Record<string, unknown> = {}) => {
  const sentence =
    (words.zh as Record<string, string>)[key.replace('obstacle.', '')] ??
    (list.zh as Record<string, string>)[key.replace('list.', '')] ??
    (fill['defaultValue'] as string | undefined) ??
    key;
  return sentence.replaceAll(/\{\{(\w+)\}\}/g, (_blank, name: string) => String(fill[name]));
}) as unknown as TFunction; // a stand-in for the one function that is called

const say = {
  unit: (name: string) => name,
  role: () => '责任单位',
  evidence: () => '整改后照片',
  stage: (id: string) => (id === 'standing' ? '集中办公' : id),
  text: (said: unknown) => (said as { zh: string }).zh, // as the server sends titles
};
const sentence = (obstacle: { code: string; [detail: string]: unknown }): string => obstacleSentence(obstacle, t, say);

test.each([
  [
    { code: 'wrong-seat', needs: [{ unit: 'yilu', unitName: '一路镇', post: 'hand', postTitle: { zh: '经办人' } }] },
    '须由一路镇经办人办理。',
  ],
  [{ code: 'wrong-seat', needs: [{ unitName: '一路镇', post: '*', postTitle: null }] }, '须由一路镇办理。'],
  [{ code: 'facts-missing', missing: ['field'], titles: [{ zh: '领域' }] }, '尚未明确领域，办理路径无法确定。'],
  [{ code: 'evidence-missing', missing: ['after-photo'] }, '还缺佐证材料：整改后照片。'],
  [{ code: 'own-work', unitName: '甸阳镇' }, '甸阳镇承办此事，不得验收自己的工作。'],
  [{ code: 'measures-open', measures: ['清运', '复绿'] }, '还有 2 项措施未完成：清运、复绿。'],
  [{ code: 'own-term', unitName: '甸阳镇' }, '甸阳镇在此时限内承办，不得自行延期或暂停。'],
  [{ code: 'extended-before', times: 1 }, '方案只许延期 1 次，已经用完。'],
  [{ code: 'term-over', due: '2026-05-06' }, '时限已于2026-05-06届满，不能再延期或暂停。'],
  [{ code: 'term-paused' }, '时限已暂停，请先恢复计时。'],
  [{ code: 'outer-limit', title: { zh: '报送' }, due: '2026-05-06' }, '外层时限“报送”2026-05-06届满，其内不能再延。'],
  [{ code: 'signature-pending', title: { zh: '方案审核' } }, '“方案审核”正在等待签批或裁定，办结后再合并。'],
  [
    { code: 'day-lost', title: { zh: '整改时限' }, due: '2026-05-06' },
    '并入后会失去“整改时限”2026-05-06这一期限，不能这样合并；期限在前的一件应当保留。',
  ],
  [{ code: 'wrong-stage', stage: 'forming', needs: ['standing'] }, '“集中办公”阶段方可办理。'],
  [{ code: 'too-early', from: '2030-05-06' }, '公示等规定的期限尚未届满，2030-05-06 起方可办结。'],
  [{ code: 'objections-open', count: 2 }, '还有 2 件异议没有处理结果，请先处理。'],
  [{ code: 'question-open', question: { zh: '退回到哪一步' } }, '退回到哪一步，等待裁定。'],
  [{ code: 'fields-missing', missing: ['done'], titles: [{ zh: '整改情况' }] }, '尚未填写：整改情况。'],
  [{ code: 'silent', topic: 'extension' }, '本方案未设此项规定。'],
])('%o is said as a sentence', (obstacle, expected) => {
  expect(sentence(obstacle)).toBe(expected);
});

test('a code from a newer server still says that it cannot be done now', () => {
  expect(sentence({ code: 'moon-in-the-wrong-quarter' })).toBe('现在不能办理。');
});
