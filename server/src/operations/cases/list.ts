import type { Actor } from '@bihuan/core/access';
import { groupValues, type Kind, type SheetField } from '@bihuan/core/policy';
import { kindIn } from '@bihuan/core/procedure';
import { officeMoment } from '../../clock.ts';
import type { Services } from '../../services.ts';
import { countCases, countLateCases, countStages, countValues } from '../../store/case-counts.ts';
import {
  allNamed,
  eachCase,
  listCases,
  placeIn,
  type AfterCase,
  type CaseFilter,
  type CaseLine,
  type CaseSort,
  type CasesAsked,
} from '../../store/cases.ts';
import { leftOut } from '../../store/dossiers/listing.ts';
import { lateUnder } from '../dossiers/late-under.ts';
import { cursorOf, isDay, isId, placeAfter } from '../dossiers/cursor.ts';
import { lightDays } from '../dossiers/lights.ts';
import { seatsReading, shownTo } from '../dossiers/reading.ts';
import { ownFacet } from './cells.ts';
import { daysAsked } from './days-asked.ts';
import { behindFigure } from './figures.ts';
import { lineOf } from './shown.ts';

/** What a person asks of a list; `mine` stands for the units of the person, `figure` (`<dossier>.<field>`) for what it counts. */
export type CaseQuery = Omit<CaseFilter, 'units' | 'behind' | 'within' | 'opened' | 'closed'> & {
  readonly mine?: boolean;
  /** The channel it came by; the Chinese title of the step at hand. */
  readonly from?: string;
  readonly step?: string;
  /** `2026-01-01..2026-03-31`, either end left open. */
  readonly opened?: string;
  readonly closed?: string;
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
  const [rows, counted, late, counts] = await Promise.all([
    listCases(db, asked, { sort: query.sort ?? 'number', after: placeOf(query.after), size }),
    countCases(db, asked),
    query.light === undefined ? countLateCases(db, asked) : null,
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
    overdue: late ?? lateUnder(query.light, counted),
    leftOut: leftOut(query.q),
    next: rows.length > size && last ? cursorOf(Object.values(placeIn(last))) : null,
    groups: counts,
  };
}

/** How many there are of each group of the list: at each stage, unless the plan groups it by what stands in a field. */
function countGroups(db: Services['db'], asked: CasesAsked, { stages, sheet, list: { group = 'stage' } }: Kind) {
  const field = sheet.find(({ id }) => id === group);
  if (field) return countValues(db, asked, field.id, groupValues(field));
  return countStages(db, asked, [...new Set([...stages.map(({ id }) => id), 'withdrawn', 'merged'])]);
}

/** Every line of the same query, for the export: what stands on the screen and what lies behind it. */
export async function* linesFor(services: Services, query: CaseQuery, by: Actor): AsyncGenerator<CaseLine> {
  yield* eachCase(services.db, await askedBy(services, query, by));
}

async function askedBy(
  services: Services,
  {
    mine,
    figure,
    from,
    step,
    opened,
    closed,
    facets = [],
    sort: _sort,
    after: _after,
    size: _size,
    ...rest
  }: CaseQuery,
  by: Actor,
) {
  const { db, region, law } = services;
  const units = [...new Set(by.postings.map((posting) => posting.unit))];
  const behind = figure === undefined ? {} : { behind: await behindFigure(services, figure, by) };
  const named = rest.kind !== undefined && (await allNamed(db, region, rest.kind));
  const narrowed = narrowedBy(kindIn(law(), rest.kind ?? '')?.sheet ?? [], { from, step, opened, closed, facets });
  return {
    region,
    filter: { ...rest, ...narrowed, ...(mine ? { units } : {}), ...behind },
    eyes: { seats: seatsReading(services, by), named },
    days: lightDays(officeMoment(services), law().calendar),
  };
}

type Narrowing = Pick<CaseQuery, 'opened' | 'closed'> & {
  readonly from: string | undefined;
  readonly step: string | undefined;
  readonly facets: readonly string[];
};

/** What was asked of channel, step, days and fields, as the table can be asked it: a field that is a day by its bounds. */
function narrowedBy(sheet: readonly SheetField[], { from, step, opened, closed, facets }: Narrowing): CaseFilter {
  const day = new Set(sheet.filter(({ type }) => type === 'day').map(({ id }) => id));
  const parts = facets.map((facet) => [facet.split('=', 1)[0]!, facet] as const);
  const within = parts
    .filter(([field]) => day.has(field))
    .map(([field, facet]) => [field, daysAsked(`f.${field}`, facet.slice(field.length + 1))] as const);
  const known = [
    ...parts.filter(([field]) => !day.has(field)).map(([, facet]) => facet),
    ...(from === undefined ? [] : [ownFacet('from', from)]),
    ...(step === undefined ? [] : [ownFacet('step', step)]),
  ];
  return {
    ...(known.length > 0 ? { facets: known } : {}),
    ...(within.length > 0 ? { within: Object.fromEntries(within) } : {}),
    ...(opened === undefined ? {} : { opened: daysAsked('opened', opened) }),
    ...(closed === undefined ? {} : { closed: daysAsked('closed', closed) }),
  };
}

const placeOf = (text: string | undefined): AfterCase | null =>
  placeAfter(text, (key, openedOn, due, id) => {
    const whole = typeof key === 'string' && isDay(openedOn) && (due === null || isDay(due)) && isId(id);
    return whole ? { key, openedOn, due, id } : null;
  });
