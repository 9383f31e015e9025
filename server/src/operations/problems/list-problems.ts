import { unitName } from '@bihuan/core/access';
import type { Facts } from '@bihuan/core/policy';
import { kindOn } from '@bihuan/core/procedure';
import { plainDate, type PlainDate } from '@bihuan/core/time';
import type { Actor } from '@bihuan/core/access';
import { officeMoment } from '../../clock.ts';
import type { Services } from '../../services.ts';
import {
  countLateProblems,
  countProblems,
  eachProblem,
  listProblems,
  type After,
  type ProblemFilter,
  type Sort,
} from '../../store/problems.ts';
import { cursorOf, isDay, isId, placeAfter } from '../dossiers/cursor.ts';
import { leftOut } from '../../store/dossiers/listing.ts';
import { lateUnder } from '../dossiers/late-under.ts';
import { lightDays, lightOf } from '../dossiers/lights.ts';
import { stageTitle } from '../dossiers/stage-title.ts';

type Row = Awaited<ReturnType<typeof listProblems>>[number];

/** What a person asks of the register; `mine` stands for the units of the person. */
export type RegisterQuery = Omit<ProblemFilter, 'units'> & {
  readonly mine?: boolean;
  readonly sort?: Sort;
  readonly after?: string;
  readonly size?: number;
};

const filterOf = (
  { mine, sort: _sort, after: _after, size: _size, ...filter }: RegisterQuery,
  by: Pick<Actor, 'postings'>,
): ProblemFilter => ({
  ...filter,
  ...(mine ? { units: [...new Set(by.postings.map((posting) => posting.unit))] } : {}),
});

/** One page of the register with its total. */
export async function listRegister(services: Services, query: RegisterQuery, by: Actor) {
  const { db, region, law } = services;
  const days = lightDays(officeMoment(services), law().calendar);
  const filter = filterOf(query, by);
  const size = query.size ?? 50;
  const [rows, counted, late] = await Promise.all([
    listProblems(db, region, filter, days, {
      sort: query.sort ?? 'number',
      after: placeOf(query.after),
      size,
    }),
    countProblems(db, region, filter, days),
    filter.light === undefined ? countLateProblems(db, region, filter, days) : null,
  ]);
  const page = rows.slice(0, size);
  const last = page.at(-1);
  return {
    rows: page.map((row) => viewOf(services, row)),
    ...counted,
    overdue: late ?? lateUnder(filter.light, counted),
    leftOut: leftOut(query.q),
    next: rows.length > size && last ? cursorOf([last.number, last.due, last.id]) : null,
  };
}

/** Every row of the same query, for the export: what stands on the screen and what lies behind it. */
export async function* registerRows(services: Services, query: RegisterQuery, by: Pick<Actor, 'postings'>) {
  const days = lightDays(officeMoment(services), services.law().calendar);
  for await (const row of eachProblem(services.db, services.region, filterOf(query, by), days))
    yield viewOf(services, row);
}

/** A row of the table as the contract shows it. */
export function viewOf(services: Pick<Services, 'today' | 'now' | 'law'>, row: Row) {
  const { today, law } = services;
  const present = law();
  const { units, calendar } = present;
  const clock = row.closed_on
    ? null
    : {
        due: dayOrNull(row.due),
        dueAt: row.due_at,
        provisional: row.provisional,
        paused: row.paused,
        title: row.due_title,
      };
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    stage: row.stage,
    stageTitle: stageTitle(kindOn(present, 'problem'), row.stage),
    facts: row.facts as Facts, // what `problemRow` put there
    field: row.field,
    township: row.township,
    townshipName: row.township ? unitName(units, row.township, today()) : null,
    holder: row.holder,
    holderName: row.holder_name,
    person: row.person,
    listedDue: row.listed_due,
    listedHolderName: row.listed_holder ? unitName(units, row.listed_holder, today()) : null,
    edition: row.edition,
    editionNo: row.edition_no,
    step: row.step_zh ? { zh: row.step_zh, ...(row.step_en ? { en: row.step_en } : {}) } : null,
    stepClause: row.step_clause,
    light: lightOf(clock, officeMoment(services), calendar),
    progress: row.progress,
    measures: row.measures,
    registeredOn: row.registered_on,
    handedOverOn: row.handed_over_on,
    closedOn: row.closed_on,
  };
}
const dayOrNull = (day: string | null): PlainDate | null => (day === null ? null : plainDate(day));

const placeOf = (text: string | undefined): After | null =>
  placeAfter(text, (number, due, id) =>
    typeof number === 'string' && isId(id) && (due === null || isDay(due)) ? { number, due, id } : null,
  );
