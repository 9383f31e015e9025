import type { Columns, Entry, Value } from './entries.ts';
import { writtenIn } from './entries.ts';
import { UNIT_FIELDS } from './field.ts';
import { listNumber } from './key.ts';
import { squeeze, tidy } from './normalise.ts';
import { chineseNumber } from './numerals.ts';
import { question } from './question.ts';
import type { Option } from './question.ts';
import type { Said } from './said.ts';
import { fieldAt, partAt, writtenInstead } from './value-doubts.ts';
import type { Place, ValueDoubt } from './value-doubts.ts';

type Points = { readonly to: 'above' } | { readonly to: 'left' } | { readonly to: 'item'; readonly item: string };

const SIGNS = /^[〃″〞"”“'’`,,↑]+$/;
const ABOVE =
  /^(?:内容|情况|其余|均)?(?:[同与如见](?:上|前)(?:面|述|文|边|方|一?[行条项栏格个]|一?问题)?|上同|以上同)(?:所述)?(?:相同|一致|一样|内容|同)?$|^(?:ditto|idem|do)$/;
const LEFT = /^[同与如见]左(?:侧|边|栏|列|格)?(?:相同|一致|一样)?$/;
const ITEM =
  /^(?:[同与]|(?:详|参)?见|参照)(?:第|序号|编号|问题|序|no)*([0-9]+|[一二三四五六七八九十]+)(?:[项条行号个题栏]|问题)*(?:相同|一致|一样)?$/;

/** Where a word points that stands for what another cell says: 同上, 〃, -同上-, 同左, 同第1项; null for any other. */
export function pointsTo(raw: string): Points | null {
  const text = squeeze(raw).replace(/[-—–_~·.。]/g, '');
  if (text === '') return null;
  if (SIGNS.test(text)) return { to: 'above' };
  if (text === '←') return { to: 'left' };
  const words = text.replace(/[^\p{L}\p{N}]/gu, '');
  if (ABOVE.test(words)) return { to: 'above' };
  if (LEFT.test(words)) return { to: 'left' };
  const item = ITEM.exec(words)?.[1];
  if (item === undefined) return null;
  return { to: 'item', item: /^\d/.test(item) ? item : String(chineseNumber(item) ?? item) };
}

/** Doubts about such words: what they stand for is shown, filled in meanwhile, and asked about. */
export function dittoDoubts(columns: Columns, nameOf: (at: Place) => Said) {
  const leftOf = (at: Place): Place | null => {
    const own = columns.get(at) ?? -1;
    // a unit is not the same as the problem to its left, but as the unit before it
    const lefts = [...columns]
      .filter(([left, column]) => column < own && sortOf(left) === sortOf(at))
      .toSorted((a, b) => b[1] - a[1]);
    return lefts[0]?.[0] ?? null;
  };
  return (at: Place, values: readonly Value[], entry: Entry, before: readonly Entry[]): ValueDoubt | null => {
    const points = values.map(({ raw }) => pointsTo(raw));
    const [first] = points;
    if (first === undefined || first === null || points.includes(null)) return null;
    const meant = meantBy(first, at, entry, before, leftOf);
    return doubtAbout(at, values, meant, nameOf(at));
  };
}

/** What a column holds: names of units, of people, days, or words. */
const sortOf = (at: Place): string => {
  if (at in UNIT_FIELDS || at === 'township') return 'unit';
  return at === 'person' || at === 'phone' || at === 'post' || at === 'deadline' ? at : 'words';
};

type Meant = { readonly words: readonly Value[]; readonly where: Said } | null;

function meantBy(
  points: Points,
  at: Place,
  entry: Entry,
  before: readonly Entry[],
  leftOf: (at: Place) => Place | null,
): Meant {
  if (points.to === 'left') {
    const left = leftOf(at);
    const words = left === null ? [] : said(entry.values[left]);
    return words.length === 0 ? null : { words, where: { zh: '左边一格', en: 'the cell to the left' } };
  }
  const source = points.to === 'above' ? before.at(-1) : numberedAs(points.item, before);
  const words = said(source?.values[at]);
  const row = source?.rows[0] ?? 0;
  return words.length === 0 ? null : { words, where: { zh: `第${row}行`, en: `row ${row}` } };
}

// what itself points elsewhere, and was not settled, says nothing yet
const said = (values: readonly Value[] = []): readonly Value[] =>
  values.some(({ raw }) => pointsTo(raw) !== null) ? [] : values;

const numberedAs = (item: string, before: readonly Entry[]): Entry | undefined =>
  before.find((entry) =>
    (['number', 'serial'] as const).some((field) => listNumber(writtenIn(entry, field)) === listNumber(item)),
  );

function doubtAbout(at: Place, values: readonly Value[], meant: Meant, { zh, en }: Said): ValueDoubt {
  const [value] = values;
  const row = value?.row ?? 0;
  const written = tidy(value?.raw ?? '');
  const words = meant?.words.map(({ raw }) => tidy(raw)).join('；') ?? '';
  const short = words.length > 60 ? `${words.slice(0, 60)}……` : words;
  const fill: readonly Option[] =
    meant === null
      ? []
      : [{ id: 'fill', zh: `按${meant.where.zh}填：“${short}”`, en: `What ${meant.where.en} says: “${short}”` }];
  const asked = question({
    code: 'ditto',
    row,
    field: fieldAt(at),
    raw: value?.raw ?? '',
    ...partAt(at, row),
    zh:
      meant === null
        ? `第${row}行“${zh}”写的是“${written}”，找不到它指的内容，应是什么？`
        : `第${row}行“${zh}”写的是“${written}”，按${meant.where.zh}填“${short}”，对吗？`,
    en:
      meant === null
        ? `“${en}” in row ${row} says “${written}”, and what it points to is not there. What is it?`
        : `“${en}” in row ${row} says “${written}”. Does it stand for what ${meant.where.en} says, “${short}”?`,
    options: [
      ...fill,
      { id: 'set', zh: '重新填写', en: 'Write it', asks: 'text' },
      { id: 'none', zh: '空着', en: 'Leave it blank' },
    ],
    // one problem written twice is rarely meant
    ...(meant === null || at === 'problem' ? {} : { suggested: 'fill' }),
  });
  const filled = meant?.words.map((one): Value => ({ ...one, filled: 'above' })) ?? values;
  return {
    asked,
    meanwhile: at === 'problem' ? values : filled,
    use: ({ choose, value: text = '' }) =>
      choose === 'fill' ? filled : choose === 'none' ? [] : writtenInstead(value, text),
  };
}
