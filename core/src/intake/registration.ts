import type { Facts } from '../policy/index.ts';
import type { Basics, Source, StatedDeadline } from '../problem/index.ts';
import { describedBy } from './description.ts';
import { FIELDS } from './field.ts';
import type { Part } from './field.ts';
import { listNumber } from './key.ts';
import { tidy } from './normalise.ts';
import type { UnderstoodRow } from './understood.ts';

/** What a row says of a problem, in the register's own terms. `number` only where the list's own can stand for it everywhere. */
export type Registration = {
  readonly number: string | null;
  readonly basics: Basics;
  readonly facts: Facts;
  readonly source: Source;
};

const LONGEST_TITLE = 60;
const LONGEST_LIST = 100;
const LONGEST_NUMBER = 60;

/**
 * Turns a ready row into what a registration says. Nothing that was written is lost: texts without a place of their own stand
 * in the remarks under their heads (`readRemarks`). A grade is never taken over: classification is an act (二(一).1).
 * @param chosen facts that were said for the whole workbook; a row that says one itself keeps its own
 */
export function registrationOf(row: UnderstoodRow, list: string, chosen: Facts): Registration {
  const { problem, goal, township, place, domain, deadline } = row;
  const basics: Basics = {
    title: titleOf(row.texts.title ?? problem),
    description: describedBy(row),
    place: place ?? '',
    township: township?.unit ?? null,
    field: domain?.id ?? null,
    target: goal ?? '',
    deadline: statedOf(deadline),
    proposed: { holder: unitOf(row, 'holder'), lead: unitOf(row, 'lead'), person: personOf(row) },
    remarks: row.remarks,
  };
  return { number: ownNumber(row), basics, facts: { ...chosen, ...row.facts }, source: sourceOf(row, list) };
}

/** The list and the row's number there; where the list has no numbers, its serial or the row of the sheet. */
export function sourceOf(
  { number, serial, rows }: Pick<UnderstoodRow, 'number' | 'serial' | 'rows'>,
  list: string,
): Source {
  const written = number ?? serial ?? `第${rows[0] ?? 0}行`;
  return { list: tidy(list).slice(0, LONGEST_LIST), number: written.slice(0, LONGEST_NUMBER), date: null };
}

// “7” is a number in one list only; D3YN202405280050 names the problem anywhere.
function ownNumber({ number }: UnderstoodRow): string | null {
  if (number === null) return null;
  const bare = listNumber(number);
  return /^(?=.*\d{6})[A-Z0-9-]{8,40}$/.test(bare) ? bare : null;
}

function titleOf(problem: string): string {
  const text = tidy(problem).replace(/\s+/g, ' ');
  const sentence = /^[^。；;！!？?]{4,}?(?=[。；;！!？?])/.exec(text)?.[0] ?? text;
  return sentence.length <= LONGEST_TITLE ? sentence : `${sentence.slice(0, LONGEST_TITLE - 1)}…`;
}

/** The problem alone, out of a description with its measures below it. */
export function problemIn(description: string): string {
  return description.split(`\n${FIELDS.measures.zh}：`)[0] ?? description;
}

function statedOf({ date, longTerm, raw, kind }: UnderstoodRow['deadline']): StatedDeadline | null {
  return kind === 'none' && raw === '' ? null : { date: date ?? null, longTerm, raw: raw.slice(0, 200) };
}

// The first that is named; “各乡镇” names nobody first, and one of thirteen would be an accident.
function unitOf({ units }: UnderstoodRow, part: Part): string | null {
  const first = units.find((mention) => mention.part === part && mention.unit !== null);
  return first === undefined || first.how === 'group' ? null : first.unit;
}

function personOf({ people }: UnderstoodRow): string {
  const full = people.map(({ name, post, phone }) => [name, post, phone].filter(Boolean).join(' ')).join('、');
  return full.length <= 100
    ? full
    : people
        .map(({ name }) => name)
        .join('、')
        .slice(0, 100);
}

/** What a list that came again changes: only what it says, and says otherwise; a cell left blank takes nothing away. */
export function correctionOf({ basics }: Pick<Registration, 'basics'>, present: Basics): Partial<Basics> {
  const { proposed, deadline, ...texts } = basics;
  const said = Object.entries(texts).filter(
    ([field, value]) => value !== null && value !== '' && value !== present[field as keyof Basics],
  ); // keys of Basics
  const units = {
    holder: proposed.holder ?? present.proposed.holder,
    lead: proposed.lead ?? present.proposed.lead,
    person: proposed.person || present.proposed.person,
  };
  const moved = deadline !== null && JSON.stringify(deadline) !== JSON.stringify(present.deadline);
  const named =
    units.holder !== present.proposed.holder ||
    units.lead !== present.proposed.lead ||
    units.person !== present.proposed.person;
  return { ...Object.fromEntries(said), ...(moved ? { deadline } : {}), ...(named ? { proposed: units } : {}) };
}
