import { ask, plain, together } from './asked.ts';
import type { Asked } from './asked.ts';
import type { Entry } from './entries.ts';
import { FIELDS, UNIT_FIELDS } from './field.ts';
import type { Field, Part } from './field.ts';
import { narrow, tidy } from './normalise.ts';
import { readPeople } from './people.ts';
import type { Person } from './people.ts';
import { question } from './question.ts';
import type { Answers, Decision, Question } from './question.ts';
import { findUnit, suggestUnits } from './unit-directory.ts';
import { knownUnit, settleMention, unitQuestion } from './unit-questions.ts';
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
      return resolveUnits(text, units, part).map((mention) =>
        settleMention(mention, { id: field, ...FIELDS[field] }, row, reading),
      );
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
  const asked = unitQuestion(
    raw,
    suggestUnits(units, raw),
    { id: 'township', ...FIELDS.township },
    entry.rows[0] ?? 0,
    reading,
  );
  return ask(asked, given, { raw, unit: null }, ({ choose, value }: Decision) => {
    const unit = knownUnit(choose === 'other' ? (value ?? '') : choose, units);
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
