import type { Actor } from '@bihuan/core/access';
import { groupValues, type Kind } from '@bihuan/core/policy';
import { kindIn } from '@bihuan/core/procedure';
import { officeMoment } from '../../clock.ts';
import type { Services } from '../../services.ts';
import {
  allNamed,
  countCases,
  countStages,
  countValues,
  eachCase,
  listCases,
  placeIn,
  type AfterCase,
  type CaseFilter,
  type CaseLine,
  type CaseSort,
  type CasesAsked,
} from '../../store/cases.ts';
import { cursorOf, isDay, isId, readCursor } from '../dossiers/cursor.ts';
import { lightDays } from '../dossiers/lights.ts';
import { seatsReading, shownTo } from '../dossiers/reading.ts';
import { behindFigure } from './figures.ts';
import { lineOf } from './shown.ts';

/** What a person asks of a list; `mine` stands for the units of the person, `figure` (`<dossier>.<field>`) for what it counts. */
export type CaseQuery = Omit<CaseFilter, 'units' | 'behind'> & {
  readonly mine?: boolean;
  readonly figure?: string;
  readonly sort?: CaseSort;
  readonly after?: string;
  readonly size?: number;
};

/** One page of the dossiers of a kind, or of all kinds, that this person may read, with how many there are of each group. */
export async function listCasesFor(services: Services, query: CaseQuery, by: Actor) {
  const { db, law } = services;
  const asked = await askedBy(services, query, by);
  const size = query.size ?? 50;
  const kind = query.kind === undefined ? null : kindIn(law(), query.kind);
  const [rows, counted, counts] = await Promise.all([
    listCases(db, asked, { sort: query.sort ?? 'number', after: placeOf(query.after), size }),
    countCases(db, asked),
    kind ? countGroups(db, asked, kind) : [],
  ]);
  const page = rows.slice(0, size);
  const last = page.at(-1);
  return {
    rows: await shownTo(
      services,
      by,
      page.map((row) => lineOf(services, row)),
    ),
    ...counted,
    next: rows.length > size && last ? cursorOf(Object.values(placeIn(last))) : null,
    groups: counts,
  };
}

/** How many there are of each group of the list: at each stage, unless the plan groups it by what stands in a field. */
function countGroups(db: Services['db'], asked: CasesAsked, { stages, sheet, list: { group = 'stage' } }: Kind) {
  const field = sheet.find(({ id }) => id === group);
  if (field) return countValues(db, asked, field.id, groupValues(field));
  return countStages(db, asked, [...new Set([...stages.map(({ id }) => id), 'withdrawn'])]);
}

/** Every line of the same query, for the export: what stands on the screen and what lies behind it. */
export async function* linesFor(services: Services, query: CaseQuery, by: Actor): AsyncGenerator<CaseLine> {
  yield* eachCase(services.db, await askedBy(services, query, by));
}

async function askedBy(
  services: Services,
  { mine, figure, sort: _sort, after: _after, size: _size, ...rest }: CaseQuery,
  by: Actor,
) {
  const { db, region, law } = services;
  const units = [...new Set(by.postings.map((posting) => posting.unit))];
  const behind = figure === undefined ? {} : { behind: await behindFigure(services, figure, by) };
  const named = rest.kind !== undefined && (await allNamed(db, region, rest.kind));
  return {
    region,
    filter: { ...rest, ...(mine ? { units } : {}), ...behind },
    eyes: { seats: seatsReading(services, by), named },
    days: lightDays(officeMoment(services), law().calendar),
  };
}

/** A cursor that is not ours starts from the top. */
function placeOf(text: string | undefined): AfterCase | null {
  const [key, openedOn, due, id] = readCursor(text) ?? [];
  const whole = typeof key === 'string' && isDay(openedOn) && (due === null || isDay(due)) && isId(id);
  return whole ? { key, openedOn, due, id } : null;
}
