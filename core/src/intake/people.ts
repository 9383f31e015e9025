import { narrow, tidy } from './normalise.ts';
import type { Said } from './said.ts';

/** A person named in a cell. Only what is written; nothing is looked up. */
export type Person = {
  readonly name: string;
  readonly post?: string;
  readonly phone?: string;
  readonly unit?: string;
  /** Words in brackets that are none of these. */
  readonly note?: string;
};

/** People of one cell, with what could not be attached to anybody. `nobody`: only units are named. */
export type People = {
  readonly raw: string;
  readonly people: readonly Person[];
  readonly nobody?: true;
  readonly needsPerson?: Said;
};

type Kind = 'name' | 'post' | 'phone' | 'unit' | 'note' | 'other';
type Token = { readonly kind: Kind; readonly text: string };

const PHONE = /(?<!\d)(?:1[3-9]\d-?\d{4}-?\d{4}|0\d{2,3}-?\d{7,8}|\d{7,8})(?!\d)/g;
const POST_WORDS =
  '(?:党组|党委|支部|党工委)?(?:常务)?(?:副)?(?:县长|镇长|乡长|局长|分局长|主任|书记|主席|部长|股长|科长|队长|大队长|所长|站长|院长|校长|村长|经理|总经理|董事长|厂长|组长|行长)|(?:副)?主任科员|[一二三四]级(?:主任科员|调研员)|(?:主要|分管|直接)?(?:负责人|责任人|领导)|联络员|经办人|干部|科员|网格员|河长|河湖长|法定代表人|法人';
const POST = new RegExp(`^(?:${POST_WORDS})$`);
const POST_NAME = new RegExp(`^(${POST_WORDS})(\\p{Script=Han}{2,3})$`, 'u');
const NAME_POST = new RegExp(`^(\\p{Script=Han}{2,3}?)(${POST_WORDS})$`, 'u');
const UNIT = /(?:局|政府|委员会|村委会|社区|办公室|..办|公司|中心|分局|园区|管委会|镇|乡|厂|站|队|所|县委|部|院|学校)$/;
const UNIT_POST = new RegExp(
  `^(.{2,}?(?:局|政府|委员会|村委会|办公室|公司|中心|分局|园区|管委会|镇|乡|厂|站|队|所|院))(${POST_WORDS})$`,
  'u',
);
const UNIT_POST_NAME = new RegExp(
  `^(.{2,}?(?:局|政府|委员会|村委会|办公室|公司|中心|分局|园区|管委会|镇|乡))(${POST_WORDS})(\\p{Script=Han}{2,3})$`,
  'u',
);
const NAME = /^\p{Script=Han}{2,4}(?:·\p{Script=Han}{1,8})*$/u;

// “待定” is no name, and whoever is meant nobody knows
const UNNAMED = /^(?:暂?无|没有|待[定明填补]|待明确|待确定|待补充|未定|未明确|不详|空缺|暂缺|缺)/;

function classify(word: string): readonly Token[] {
  if (POST.test(word)) return [{ kind: 'post', text: word }];
  const seated = UNIT_POST.exec(word);
  if (seated)
    return [
      { kind: 'unit', text: seated[1] ?? '' },
      { kind: 'post', text: seated[2] ?? '' },
    ];
  const full = UNIT_POST_NAME.exec(word);
  if (full)
    return [
      { kind: 'unit', text: full[1] ?? '' },
      { kind: 'post', text: full[2] ?? '' },
      { kind: 'name', text: full[3] ?? '' },
    ];
  const before = POST_NAME.exec(word);
  if (before)
    return [
      { kind: 'post', text: before[1] ?? '' },
      { kind: 'name', text: before[2] ?? '' },
    ];
  const after = NAME_POST.exec(word);
  if (after)
    return [
      { kind: 'name', text: after[1] ?? '' },
      { kind: 'post', text: after[2] ?? '' },
    ];
  if (UNIT.test(word) && word.length > 2) return [{ kind: 'unit', text: word }];
  return [{ kind: NAME.test(word) && !UNNAMED.test(word) ? 'name' : 'other', text: word }];
}

const LABEL = /(?:联系)?(?:电话|手机)(?:号码)?:?|(?:责任人|联系人|姓名|职务):/g;

function tokens(segment: string): readonly Token[] {
  const phones = [...segment.matchAll(PHONE)].map((found): Token => ({
    kind: 'phone',
    text: found[0].replace(/-(?=\d{4}(?:-|$))/g, ''),
  }));
  const words = segment
    .replace(PHONE, ' ')
    .replace(LABEL, ' ')
    .replace(/[()]/g, (sign) => (sign === '(' ? ' (' : ' '));
  const rest = words
    .split(/[\s,:]+/)
    .filter((word) => word !== '' && word !== '(')
    .flatMap(bracketed);
  return [...rest, ...phones];
}

// A short word in brackets is a remark (演示) unless it is a post or a unit.
function bracketed(word: string): readonly Token[] {
  const found = classify(word.replace('(', ''));
  return word.startsWith('(') && found.length === 1 && (found[0]?.kind === 'name' || found[0]?.kind === 'other')
    ? [{ kind: 'note', text: word.slice(1) }]
    : found;
}

/**
 * Reads 姓名、职务、电话 out of one cell. A part without a name belongs to the person before it (or the first one).
 * Two names in one part, more telephones than people, or words not understood need a person to look.
 */
export function readPeople(raw: string): People {
  const people: Person[] = [];
  let pending: Token[] = [];
  let trouble = false;
  for (const segment of narrow(tidy(raw))
    .split(/[、;\n/；，,]+/)
    .filter((part) => part.trim() !== '')) {
    const found = tokens(segment);
    const names = found.filter(({ kind }) => kind === 'name');
    const facts = found.filter(({ kind }) => kind !== 'name');
    if (names.length > 1 || found.some(({ kind }) => kind === 'other')) trouble = true;
    if (names.length === 0 && people.length === 0) pending = [...pending, ...facts];
    else if (names.length === 0) people.push(attach(people.pop() ?? { name: '' }, facts));
    else
      people.push(
        ...names.map(({ text }, at) =>
          at === 0 ? attach({ name: text }, [...pending.splice(0), ...facts]) : { name: text },
        ),
      );
  }
  const lost = pending.length > 0 || (raw.trim() !== '' && people.length === 0);
  const doubled = people.some(({ phone, post }) => (phone ?? '').includes(' ') || (post ?? '').includes(' '));
  const why = { zh: '没有分清姓名、职务和电话', en: 'Name, post and telephone could not be told apart' };
  const nobody = !trouble && people.length === 0 && pending.every(({ kind }) => kind === 'unit');
  return {
    raw,
    people,
    ...(nobody && pending.length > 0 ? { nobody } : {}),
    ...(trouble || lost || doubled ? { needsPerson: why } : {}),
  };
}

function attach(person: Person, facts: readonly Token[]): Person {
  return facts.reduce((known, { kind, text }) => {
    if (kind !== 'post' && kind !== 'phone' && kind !== 'unit' && kind !== 'note') return known;
    const before = known[kind];
    return { ...known, [kind]: before === undefined ? text : `${before} ${text}` };
  }, person);
}
