import { hasPlaceholder } from './deadline.ts';
import type { Part } from './field.ts';
import { narrow, squeeze, tidy } from './normalise.ts';
import { findUnit, suggestUnits } from './unit-directory.ts';
import type { Suggestion, UnitIndex } from './unit-directory.ts';

/** One unit named in a cell and what it was taken for. `unit` is null while a person must say which one is meant. */
export type UnitMention = {
  readonly part: Part;
  readonly text: string;
  readonly unit: string | null;
  readonly how: 'exact' | 'short' | 'old' | 'group' | 'suggested' | 'decided';
  readonly suggestions: readonly Suggestion[];
  /** Units that a group word stands for; they are only taken once a person agrees. */
  readonly members: readonly string[];
  /** Words in brackets behind the name, such as a person. */
  readonly note?: string;
};

const LABELS: readonly (readonly [RegExp, Part])[] = [
  [/(?:主体责任|属地|主体)(?:责任)?(?:单位|部门)?$/, 'holder'],
  [/(?:主办|行业主管|主管)(?:单位|部门)?$/, 'lead'],
  [/(?:协办)(?:单位|部门)?$/, 'cooperating'],
  [/牵头(?:责任)?(?:单位|部门)?$/, 'lead'],
  [/(?:配合|协同|协助)(?:单位|部门)?$/, 'cooperating'],
  [/(?:督导|督办|监督)(?:单位|部门)?$/, 'supervising'],
  [/验收(?:单位|部门)?$/, 'accepting'],
  [/(?:整改)?(?:责任|主体|承办)(?:单位|部门)?$/, 'holder'],
];
const LABEL =
  /((?:县级|市级|主要)?(?:牵头责任|牵头|主办|行业主管|主管|配合|协同|协助|协办|督导|督办|监督|验收|整改责任|主体责任|属地责任|整改|责任|承办|主体)(?:单位|部门)|(?:牵头|主办|配合|协办|督导|验收|属地|责任)(?=:)):/g;

/** Whether a cell divides the work itself: 牵头单位：甲；责任单位：乙. */
export const dividesWork = (raw: string): boolean => narrow(tidy(raw)).search(LABEL) >= 0;

type Chunk = { readonly part: Part; readonly text: string };

// “(牵头单位:A;责任单位:B、C)”: each label holds until the next one.
function chunks(text: string, usual: Part): readonly Chunk[] {
  const marks = [...text.matchAll(LABEL)];
  const first = text.slice(0, marks[0]?.index ?? text.length);
  const rest = marks.map((mark, at) => ({
    part: LABELS.find(([label]) => label.test(mark[1] ?? ''))?.[1] ?? usual,
    text: text.slice(mark.index + mark[0].length, marks[at + 1]?.index),
  }));
  return [{ part: usual, text: first }, ...rest];
}

/** What stands in a cell where no unit is to be named. */
const NOTHING = /^(?:[-—–―_/\\]*|无)$/;

// A separator inside closed brackets belongs to the remark and does not separate units.
function names(text: string): readonly string[] {
  const balanced = unwrap(text);
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  Array.from(balanced).forEach((sign, at) => {
    depth += sign === '(' ? 1 : sign === ')' ? -1 : 0;
    if (depth === 0 && /[、,，;；/\n。]/.test(sign)) {
      parts.push(balanced.slice(from, at));
      from = at + 1;
    }
  });
  return [...parts, balanced.slice(from)].map((part) => part.trim()).filter((part) => !NOTHING.test(squeeze(part)));
}

// Brackets around a labelled list are left half open once the labels are cut out.
function unwrap(text: string): string {
  const opens = (text.match(/\(/g) ?? []).length;
  const closes = (text.match(/\)/g) ?? []).length;
  return opens === closes ? text : text.replace(opens > closes ? /\(/ : /\)(?=[^)]*$)/, ' ').trim();
}

/** 党委、政府; 县委、县政府: the government stands in the directory and acts for both. */
const COMMITTEE_AND_GOVERNMENT =
  /(?:党(?:委|工委|组)|(?<=[县市区])委)(?:[、,，和及]|与)?(?:县|市|区|镇|乡|街道)?(?:人民)?政府/g;

/**
 * Units named in one cell. `usual` is the part its column gives them; labels inside the cell come first.
 * A name that fits no unit, or several, keeps `unit: null` with suggestions: nobody is chosen silently.
 */
export function resolveUnits(raw: string, index: UnitIndex, usual: Part): readonly UnitMention[] {
  const text = narrow(tidy(raw))
    .replace(COMMITTEE_AND_GOVERNMENT, '人民政府')
    .replace(/[〔【[]/g, '(')
    .replace(/[〕】\]]/g, ')');
  return (endings(text, usual, index) ?? chunks(text, usual)).flatMap(({ part, text: chunk }) => {
    const read = (words: string): readonly UnitMention[] => names(words).flatMap((name) => mentions(name, part, index));
    const lines = read(unbroken(chunk, index));
    if (!chunk.includes('\n')) return lines;
    // a name broken over two lines is one name, as soon as it is a known one
    const whole = read(chunk.replaceAll('\n', ''));
    return unknown(whole) < unknown(lines) ? whole : lines;
  });
}

// A name broken over lines is the name that its lines make together, also where each would be one by itself.
function unbroken(chunk: string, index: UnitIndex): string {
  const lines = chunk.split('\n');
  const whole: string[] = [];
  for (let at = 0; at < lines.length;) {
    const most = Math.min(LONGEST_NAME, lines.length - at);
    let taken = 1;
    for (let count = most; count > 1 && taken === 1; count -= 1)
      if (lookUp(lines.slice(at, at + count).join(''), index) !== null) taken = count;
    whole.push(lines.slice(at, at + taken).join(''));
    at += taken;
  }
  return whole.join('\n');
}

/** Lines over which one name may be broken. */
const LONGEST_NAME = 4;

const ENDING = /^由?(.+?)(牵头|主办|配合|协办|协助|督导|督办)(?:负责|落实|实施|整改|推进|办理)*$/;

// “甲镇牵头，乙局、丙局配合”: the part stands behind the names. Only where all of them are known.
function endings(text: string, usual: Part, index: UnitIndex): readonly Chunk[] | null {
  if (text.search(LABEL) >= 0) return null;
  const clauses = text.split(/[,;。\n]/).filter((clause) => squeeze(clause) !== '');
  const read = clauses.map((clause) => {
    const [, before = '', label = ''] = ENDING.exec(clause.trim()) ?? [];
    const part = LABELS.find(([known]) => known.test(label))?.[1];
    return before === '' || part === undefined
      ? { part: usual, text: clause, told: false }
      : { part, text: before, told: names(before).every((name) => lookUp(name, index) !== null) };
  });
  return read.some(({ told }) => told) && read.every(({ told, part }) => told || part === usual) ? read : null;
}

const unknown = (read: readonly UnitMention[]): number => read.filter(({ how }) => how === 'suggested').length;

/** A name that was to be filled in, XX镇 or 某某局: it is like every unit of its sort, and means none. */
export const isUnfilled = (name: string): boolean =>
  hasPlaceholder(name) || /某|[xX×*＊○〇_]+(?=[镇乡县市区村局办厂])/.test(narrow(name));

function mentions(name: string, part: Part, index: UnitIndex): readonly UnitMention[] {
  const whole = mention(name, part, index);
  if (whole.how !== 'suggested') return [whole];
  for (const separator of [/\s+/, /和|及|与|会同/]) {
    const pieces = name
      .split(separator)
      .filter((piece) => piece !== '')
      .map((piece) => mention(piece, part, index));
    if (pieces.length > 1 && pieces.every(({ how }) => how !== 'suggested')) return pieces;
  }
  return [whole];
}

function mention(name: string, part: Part, index: UnitIndex): UnitMention {
  const note = /\(([^()]*)\)\s*$/.exec(name);
  const known = lookUp(name, index) ?? (note ? lookUp(name.slice(0, note.index), index) : null);
  const remark: { readonly note?: string } =
    note !== null && lookUp(name, index) === null ? { note: note[1] ?? '' } : {};
  const told = LABELS.find(([label]) => label.test(remark.note ?? ''))?.[1] ?? part;
  if (known !== null) return { part: told, text: name, ...known, suggestions: [], ...remark };
  const ambiguous = findUnit(index, name).map(({ unit }) => unit);
  const bare = note ? name.slice(0, note.index) : name;
  const suggestions = isUnfilled(bare) ? [] : suggestUnits(index, bare);
  const first = suggestions.filter(({ unit }) => ambiguous.includes(unit));
  const ordered = [...first, ...suggestions.filter((other) => !first.includes(other))];
  return { part, text: name, unit: null, how: 'suggested', suggestions: ordered, members: [], ...remark };
}

function lookUp(name: string, index: UnitIndex): Pick<UnitMention, 'unit' | 'how' | 'members'> | null {
  const group = index.directory.groups.find(({ names: words }) =>
    words.some((word) => squeeze(word) === squeeze(name)),
  );
  if (group) return { unit: null, how: 'group', members: group.units };
  const [only, ...others] = findUnit(index, name);
  return only !== undefined && others.length === 0 ? { unit: only.unit, how: only.how, members: [] } : null;
}
