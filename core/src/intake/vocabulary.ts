import { bare, squeeze } from './normalise.ts';
import { bigrams, overlap } from './similarity.ts';

/** One word of a closed list, with the ways offices write it. */
export type Word = {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly written: readonly string[];
};

/** Whether a report or finding proved true (practice §2). */
export const VERDICTS = [
  { id: 'true', zh: '属实', en: 'True', written: ['是', '查实', '情况属实'] },
  { id: 'mostly', zh: '基本属实', en: 'Mostly true', written: [] },
  { id: 'partly', zh: '部分属实', en: 'Partly true', written: [] },
  { id: 'untrue', zh: '不属实', en: 'Untrue', written: ['否', '查否', '不实'] },
] as const satisfies readonly Word[];

const OPEN_WORDS =
  '否 × x 未完成 尚未完成 未完成整改 未整改 未整改完成 未销号 未启动 尚未启动 正在办理 办理中 正在整改 整改中 正在推进 推进中 持续推进 整改推进中 进行中 正在进行'.split(
    ' ',
  );

/** Whether the case is finished. */
export const FINISHES = [
  {
    id: 'done',
    zh: '已办结',
    en: 'Finished',
    written: ['是', '办结', '已完成', '完成', '已完成整改', '完成整改', '√', '✓', '✔', '☑'],
  },
  { id: 'stage', zh: '阶段性办结', en: 'Finished for this stage', written: ['阶段办结', '阶段性完成'] },
  { id: 'open', zh: '未办结', en: 'Not finished', written: OPEN_WORDS },
] as const satisfies readonly Word[];

/** How the work keeps up with its schedule. 时序 is a common slip for 序时. */
export const PACES = [
  { id: 'not-started', zh: '尚未启动', en: 'Not started', written: ['未启动'] },
  { id: 'behind', zh: '未达到序时进度', en: 'Behind schedule', written: ['未达序时进度', '未达到时序进度', '滞后'] },
  { id: 'on-schedule', zh: '达到序时进度', en: 'On schedule', written: ['达序时进度', '达到时序进度', '按序时推进'] },
  { id: 'ahead', zh: '超过序时进度', en: 'Ahead of schedule', written: ['超序时进度', '超过时序进度'] },
  { id: 'rectified', zh: '完成整改', en: 'Rectified', written: ['已完成整改', '整改完成'] },
  { id: 'closed', zh: '完成销号', en: 'Closed', written: ['已销号', '已完成销号', '销号'] },
] as const satisfies readonly Word[];

/** The word that a cell writes, exactly or in a known other way; null when it is none of the list. */
export function wordOf<W extends Word>(raw: string, words: readonly W[]): W | null {
  const written = squeeze(raw).replace(/[。.;,]+$/, '');
  return (
    words.find(({ id, zh, written: other }) => [id, zh, ...other].some((form) => squeeze(form) === written)) ?? null
  );
}

const LEVELS: readonly RegExp[] = [
  /^(?:国家|中央|全国|部级|国务院|生态环境部|审计署|最高|长江经济带(?:生态环境)?(?:突出问题)?警示片)/,
  /^(?:\p{Script=Han}{2,3})?省(?!心|水|电)/u,
  /^(?:\p{Script=Han}{2,3})?市(?![场政容民])/u,
  /^(?:(?:\p{Script=Han}{2,3})?[县区旗](?!域)|自查|自行|本级|本地|(?:乡镇|街道|村组|网格员?)(?:自查|排查|巡查|摸排|上报))/u,
];
const ROUND = /^(?:第?[一二三四五六七八九十\d]+(?:轮|批|次|期)|20\d{2}年(?:度)?)+/;

/** From whose house a word says that something comes, 0 the nation's; null where it says nothing of it. */
function houseOf(text: string): number | null {
  const at = LEVELS.findIndex((level) => level.test(text.replace(ROUND, '')));
  return at < 0 ? null : at;
}

const ALIKE = 0.3;

/**
 * The word of a closed list that other words probably mean: one holds the other, both come from the same house (国家警示片,
 * 国家移交), or they have most in common. Null where two fit alike. A suggestion only.
 */
export function likelyWord(raw: string, words: readonly Word[]): string | null {
  const text = bare(raw);
  const only = (found: readonly Word[]): string | null => (found.length === 1 ? (found[0]?.id ?? null) : null);
  const held = only(words.filter(({ zh }) => text.length > 1 && (bare(zh).includes(text) || text.includes(bare(zh)))));
  if (held !== null) return held;
  const house = houseOf(text);
  const same = house === null ? null : only(words.filter(({ zh }) => houseOf(bare(zh)) === house));
  if (same !== null) return same;
  const scored = words
    .map(({ id, zh }) => ({ id, score: overlap(bigrams(text), bigrams(bare(zh))) }))
    .toSorted((a, b) => b.score - a.score);
  const [first, second] = scored;
  return first !== undefined && first.score >= ALIKE && first.score > (second?.score ?? 0) ? first.id : null;
}
