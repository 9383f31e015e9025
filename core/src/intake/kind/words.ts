import { mayName } from '../../case/index.ts';
import type { SheetField } from '../../policy/index.ts';
import { unitName, unitsInRole } from '../../policy/index.ts';
import { readPeople } from '../people.ts';
import { squeeze, tidy } from '../normalise.ts';
import { wordOf } from '../vocabulary.ts';
import type { Word } from '../vocabulary.ts';
import type { KindContext } from './context.ts';
import { doubts, says } from './parsed.ts';
import type { Offer, Parsed } from './parsed.ts';

const YES = new Set(['是', '有', '√', '✓', '☑', '对', 'yes', 'y', 'true']);
const NO = new Set(['否', '无', '不是', '没有', '×', '✗', 'no', 'n', 'false']);
const ANSWERS: readonly Offer[] = [
  { id: 'yes', zh: '是', en: 'Yes', value: true },
  { id: 'no', zh: '否', en: 'No', value: false },
];

/** Yes or no in the ways they are ticked. Unknown is not no: any other word is asked about. */
export function parseYesNo(raw: string): Parsed {
  const text = squeeze(raw);
  if (YES.has(text)) return says(true);
  return NO.has(text) ? says(false) : doubts({ zh: '不是“是”或“否”', en: 'it is neither yes nor no' }, 'text', ANSWERS);
}

/** The values of a choice as words that a cell may write. */
export const wordsFor = ({ values = [] }: SheetField): readonly Word[] =>
  values.map(({ id, label }) => ({
    id,
    zh: label.zh,
    en: label.en ?? label.zh,
    written: label.en === undefined ? [] : [label.en],
  }));

const asOffer = ({ id, zh, en }: Word): Offer => ({ id, zh, en, value: id });

// 电气 stands for 电气线路 as long as no other value holds it too
function nearest(text: string, words: readonly Word[]): readonly Word[] {
  const near = words.filter(({ zh }) => squeeze(zh).includes(text) || text.includes(squeeze(zh)));
  return [...near, ...words.filter((word) => !near.includes(word))];
}

/** One value of a closed list, by its label in either language. */
export function parseChoice(raw: string, field: SheetField): Parsed {
  const words = wordsFor(field);
  const found = wordOf(raw, words);
  if (found !== null) return says(found.id);
  const text = squeeze(raw);
  const near = words.filter(({ zh }) => squeeze(zh).includes(text) || text.includes(squeeze(zh)));
  const why = { zh: '不在可选的内容里', en: 'it is none of the values' };
  return doubts(why, 'text', nearest(text, words).map(asOffer), near.length === 1);
}

const BETWEEN = /[、，,;；/\n]/;

/** Several values of a closed list. */
export function parseChoices(raw: string, field: SheetField): Parsed {
  const words = wordsFor(field);
  const whole = wordOf(raw, words);
  const parts = whole
    ? [whole]
    : raw
        .split(BETWEEN)
        .filter((part) => squeeze(part) !== '')
        .map((part) => wordOf(part, words));
  const known = [...new Set(parts.flatMap((part) => part?.id ?? []))];
  if (!parts.includes(null)) return says(known);
  const labels = words.filter(({ id }) => known.includes(id));
  const rest: readonly Offer[] =
    labels.length === 0
      ? []
      : [
          {
            id: 'known',
            zh: `只取${labels.map(({ zh }) => zh).join('、')}`,
            en: `Only ${labels.map(({ en }) => en).join(', ')}`,
            value: known,
          },
        ];
  return doubts({ zh: '有的不在可选的内容里', en: 'some of it is none of the values' }, 'text', rest);
}

/** Name, post and telephone of one person who need not be of the house. */
export function parseNamedPerson(raw: string): Parsed {
  const { people, needsPerson } = readPeople(raw);
  const [only, ...others] = people;
  if (needsPerson === undefined && only !== undefined && others.length === 0 && only.name !== '') {
    const { name, post, phone } = only;
    return says({ name, ...(post === undefined ? {} : { post }), ...(phone === undefined ? {} : { phone }) });
  }
  const why =
    others.length > 0
      ? { zh: '写了几个人，这里只填一人', en: 'several people are named where one is wanted' }
      : { zh: '没有分清姓名、职务和电话', en: 'name, post and telephone could not be told apart' };
  const name = tidy(raw).replace(/\s+/g, ' ');
  return doubts(why, 'text', [
    ...people.flatMap((each): Offer[] =>
      each.name === '' ? [] : [{ id: `is-${each.name}`, zh: each.name, en: each.name, value: { name: each.name } }],
    ),
    { id: 'as-written', zh: '照原文作为姓名', en: 'Take it as the name', value: { name } },
  ]);
}

/** A person of the house whom the field may name, by name; two of one name are told apart by where they sit. */
export function parsePerson(
  raw: string,
  field: SheetField,
  { people, units, on }: Pick<KindContext, 'people' | 'units' | 'on'>,
): Parsed {
  const [only, ...others] = readPeople(raw).people;
  const name = others.length === 0 && only?.name ? only.name : tidy(raw);
  const called = people.filter((person) => squeeze(person.name) === squeeze(name));
  const found = called.flatMap((person) => {
    if (field.among === undefined) return [{ ...person, value: { id: person.id, name: person.name } }];
    const unit = person.units.find((each) => mayName(field, each, { law: { units }, on }));
    return unit === undefined ? [] : [{ ...person, value: { id: person.id, name: person.name, unit } }];
  });
  const [one] = found;
  if (one !== undefined && found.length === 1) return says(one.value);
  const offers = found.map(({ id, name: whose, seat, value }): Offer => ({
    id,
    zh: `${whose}（${seat}）`,
    en: `${whose} (${seat})`,
    value,
  }));
  if (found.length > 1) return doubts({ zh: '有几个同名的人', en: 'several people have this name' }, 'text', offers);
  return doubts(
    called.length > 0
      ? { zh: '这个人所在单位不在这一项可填的范围内', en: 'this person sits in no unit that may be named here' }
      : { zh: '人员里没有这个人', en: 'nobody here has this name' },
    'text',
  );
}

/** Another dossier, by its number. */
export function parseReference(raw: string, { kind }: SheetField, { referred }: Pick<KindContext, 'referred'>): Parsed {
  const found = referred.find(
    (one) => squeeze(one.number) === squeeze(raw) && (kind === undefined || one.kind === kind),
  );
  if (found !== undefined) {
    const { dossier, number, title } = found;
    return says({ dossier, number, title });
  }
  return doubts(
    { zh: '没有这个编号的事项，或您不能查看', en: 'there is no dossier of this number that you may read' },
    'text',
  );
}

/** Units that a field may name on the day, with what they are called. */
export function unitsAllowed(
  { among }: SheetField,
  { units, on }: Pick<KindContext, 'units' | 'on'>,
): readonly Offer[] {
  const ids = among
    ? among.flatMap((role) => unitsInRole(units, role, on).map(({ id }) => id))
    : units.map(({ id }) => id);
  return [...new Set(ids)].map((id) => ({ id, zh: unitName(units, id, on), en: unitName(units, id, on), value: id }));
}
