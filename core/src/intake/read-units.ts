import { ask, plain, together } from './asked.ts';
import type { Asked } from './asked.ts';
import type { Entry } from './entries.ts';
import { FIELDS, UNIT_FIELDS } from './field.ts';
import type { Field, Part } from './field.ts';
import { narrow, squeeze, tidy } from './normalise.ts';
import { readPeople } from './people.ts';
import type { Person } from './people.ts';
import { question } from './question.ts';
import type { Answers, Decision, Option, Question } from './question.ts';
import type { ToldUnit } from './told-units.ts';
import { findUnit, suggestUnits } from './unit-directory.ts';
import type { Suggestion, UnitIndex } from './unit-directory.ts';
import type { Reading } from './understood.ts';
import { resolveUnits } from './units.ts';
import type { UnitMention } from './units.ts';

const PARTS = Object.entries(UNIT_FIELDS) as readonly [keyof typeof UNIT_FIELDS, Part][]; // entries of a table of literals

/** Units of all unit columns, each name once per part, asked about where no unit or more than one fits. */
export function readUnits(entry: Entry, reading: Reading): Asked<readonly UnitMention[]> {
  const { units } = reading;
  const row = entry.rows[0] ?? 0;
  const read = PARTS.flatMap(([field, part]) =>
    (entry.values[field] ?? []).flatMap(({ raw }) => {
      const text = field === 'unit-person' ? unitPart(raw) : raw;
      return resolveUnits(text, units, part).map((mention) => settle(mention, field, row, reading));
    }),
  );
  const all = together(read);
  const key = ({ part, unit, text }: UnitMention): string => `${part}|${unit ?? text}`;
  return {
    ...all,
    value: all.value.filter((mention, at) => all.value.findIndex((other) => key(other) === key(mention)) === at),
  };
}

// “由旺镇人民政府（段某某 139…）”: behind a unit the brackets hold its person and no remark.
function seated(raw: string): string {
  return raw.replace(/(?<=[局府会办司心区镇乡厂站队所院校])\s*[（(]([^（）()]*)[)）]/g, ' $1 ');
}

// In a cell of unit and person the unit is what the people are not.
function unitPart(raw: string): string {
  const { people } = readPeople(seated(raw));
  const words = people.flatMap(({ name, post, phone, note }) =>
    [name, post, phone, note].filter((word) => word !== undefined && word !== ''),
  );
  return words
    .reduce<string>((rest, word) => rest.replace(word ?? '', ' '), narrow(tidy(raw)))
    .replace(/[（(][\s、,，;；]*[)）]/g, ' ')
    .replace(/(?:责任人|联系人|电话)[:：]?/g, ' ')
    .replace(/[:：]\s*$/, ' ');
}

function settle(mention: UnitMention, field: Field, row: number, reading: Reading): Asked<readonly UnitMention[]> {
  const { units: index, given } = reading;
  if (mention.unit !== null) return plain([mention]);
  const asked =
    mention.how === 'group'
      ? groupQuestion(mention, field, row)
      : unitQuestion(mention.text, mention.suggestions, field, row, reading);
  return ask<readonly UnitMention[]>(asked, given, [mention], ({ choose, value }) => {
    if (choose === 'leave-out') return [];
    if (choose === 'all') return mention.members.map((unit) => ({ ...mention, unit }));
    const unit = known(choose === 'other' ? (value ?? '') : choose, index);
    return unit === null ? null : [{ ...mention, unit, how: 'decided' }];
  });
}

function known(id: string, { directory }: UnitIndex): string | null {
  return directory.units.some((unit) => unit.id === id) ? id : null;
}

function unitQuestion(
  text: string,
  suggestions: readonly Suggestion[],
  field: Field,
  row: number,
  { told, units }: Reading,
): Question {
  const { zh, en } = FIELDS[field];
  const before = toldOption(told?.get(squeeze(text)), units);
  const likely = before === null ? suggestedOf(suggestions) : { suggested: before.id };
  return question({
    code: 'unit-unknown',
    row,
    field,
    raw: text,
    part: text,
    zh: `${zh}“${text}”对不上单位名录里的唯一单位，是哪个单位？`,
    en: `The ${en.toLowerCase()} “${text}” is not exactly one unit of the directory. Which one is it?`,
    options: [
      ...(before === null ? [] : [before]),
      ...suggestions
        .filter(({ unit }) => unit !== before?.id)
        .map(({ unit, name }) => ({ id: unit, zh: name, en: name })),
      { id: 'other', zh: '另选单位', en: 'Another unit', asks: 'unit' as const },
      { id: 'leave-out', zh: '不导入这个单位', en: 'Leave this unit out' },
    ],
    ...likely,
  });
}

// What somebody said before is worth more than likeness; it is shown with who said it, and asked again.
function toldOption(told: ToldUnit | undefined, { directory }: UnitIndex): Option | null {
  const unit = directory.units.find(({ id }) => id === told?.unit);
  if (told === undefined || unit === undefined) return null;
  const { person, on } = told;
  return {
    id: unit.id,
    zh: `${unit.name}（${person}${on}选过）`,
    en: `${unit.name} (chosen by ${person} on ${on})`,
  };
}

// Where the name most alike is of another level, the next one is only there because something has to come second.
function suggestedOf(suggestions: readonly Suggestion[]): { readonly suggested?: string } {
  const [first] = suggestions;
  const [alike] = suggestions.toSorted((a, b) => b.score - a.score);
  return first === undefined || alike?.elsewhere === true ? {} : { suggested: first.unit };
}

function groupQuestion({ text, members }: UnitMention, field: Field, row: number): Question {
  return question({
    code: 'unit-group',
    row,
    field,
    raw: text,
    part: text,
    zh: `“${text}”是指全部${members.length}个单位吗？`,
    en: `Does “${text}” mean all ${members.length} units?`,
    options: [
      { id: 'all', zh: `是，全部${members.length}个`, en: `Yes, all ${members.length}` },
      { id: 'other', zh: '只是其中一个', en: 'Only one of them', asks: 'unit' },
      { id: 'leave-out', zh: '不导入', en: 'Leave it out' },
    ],
    suggested: 'all',
  });
}

/** The township or park a problem lies in, asked about where the name is not exactly one known unit. */
export function readTownship(
  entry: Entry,
  reading: Reading,
): Asked<{ readonly raw: string; readonly unit: string | null } | null> {
  const { units, given } = reading;
  const raw = tidy(entry.values.township?.[0]?.raw ?? '');
  if (raw === '') return plain(null);
  const found = findUnit(units, raw);
  if (found.length === 1) return plain({ raw, unit: found[0]?.unit ?? null });
  const asked = unitQuestion(raw, suggestUnits(units, raw), 'township', entry.rows[0] ?? 0, reading);
  return ask(asked, given, { raw, unit: null }, ({ choose, value }: Decision) => {
    const unit = known(choose === 'other' ? (value ?? '') : choose, units);
    return choose === 'leave-out' ? { raw, unit: null } : unit === null ? null : { raw, unit };
  });
}

/** People named in the person columns, or with their unit in one cell. */
export function readPersons(entry: Entry, given: Answers): Asked<readonly Person[]> {
  const field = entry.values.person === undefined ? 'unit-person' : 'person';
  const row = entry.rows[0] ?? 0;
  return together(
    (entry.values[field] ?? []).map(({ raw }) => {
      const text = [
        raw,
        ...['post', 'phone'].flatMap((more) =>
          (entry.values[more as 'post' | 'phone'] ?? []).map((value) => value.raw),
        ),
      ].join(' '); // the two names of the list
      const { people, nobody, needsPerson } = readPeople(field === 'unit-person' ? seated(text) : text);
      return needsPerson === undefined || (nobody === true && field === 'unit-person')
        ? plain(people)
        : ask(personQuestion(raw, field, row), given, people, (decision) => decidedPeople(raw, decision));
    }),
  );
}

function decidedPeople(raw: string, { choose, value }: Decision): readonly Person[] | null {
  if (choose === 'none') return [];
  if (choose === 'as-written') return [{ name: tidy(raw) }];
  const { people, needsPerson } = readPeople(value ?? '');
  return needsPerson === undefined ? people : null;
}

function personQuestion(raw: string, field: Field, row: number): Question {
  return question({
    code: 'person-unclear',
    row,
    field,
    raw,
    zh: `责任人“${tidy(raw)}”分不清姓名、职务和电话`,
    en: `Name, post and telephone in “${tidy(raw)}” cannot be told apart`,
    options: [
      { id: 'set', zh: '重新填写：姓名 职务 电话', en: 'Write it again: name post telephone', asks: 'text' },
      { id: 'as-written', zh: '照原文作为姓名', en: 'Take it as the name' },
      { id: 'none', zh: '不导入责任人', en: 'Leave the person out' },
    ],
  });
}
