import { mayRead, type Actor } from '@bihuan/core/access';
import {
  figureFields,
  figureMeasure,
  figuresDue,
  openFigures,
  type Case,
  type Counted,
  type FigureField,
} from '@bihuan/core/case';
import type { Figure, Kind } from '@bihuan/core/policy';
import { kindIn, type Law } from '@bihuan/core/procedure';
import type { PlainDate } from '@bihuan/core/time';
import type { Services } from '../../services.ts';
import { findDossiers } from '../../store/dossiers/dossiers.ts';
import { countDossiers, listDossiers, listMembers, sumMembers, type Behind } from '../../store/figures.ts';
import { isId } from '../dossiers/cursor.ts';
import { seatsReading } from '../dossiers/reading.ts';
import { bookOf } from '../duties/books.ts';

/** Rows that are shown behind a figure at most. */
const MOST = 200;

/** The figures of a dossier that do not stand yet, as they are today. Most kinds have none, and ask nothing. */
export async function countFigures(services: Services, state: Case): Promise<Counted> {
  const kind = kindIn(services.law(state.policy), state.kind);
  return kind ? countEach(services, state, openFigures(state, kind)) : {};
}

/** The figures that stand for good from this act on, counted; null: it fixes none, as most acts do, and nothing is counted. */
export async function countDue(services: Services, before: Case, after: Case): Promise<Counted | null> {
  const kind = kindIn(services.law(before.policy), before.kind);
  const due = kind ? figuresDue(before, after, kind) : [];
  return due.length === 0 ? null : countEach(services, before, due);
}

async function countEach(services: Services, state: Case, fields: readonly FigureField[]): Promise<Counted> {
  const law = services.law(state.policy);
  const counted = await Promise.all(
    fields.map(async ({ id, figure }) => {
      const source = await sourceOf(services, figureNamed(law, figure), state, services.today());
      return source ? ([id, await valueOf(services, source)] as const) : null;
    }),
  );
  return Object.fromEntries(counted.filter((each) => each !== null));
}

const figureNamed = ({ policy }: Law, id: string): Figure | undefined => policy.figures?.find((each) => each.id === id);

const valueOf = ({ db }: Services, source: Behind): Promise<number> =>
  'dossiers' in source ? countDossiers(db, source.dossiers) : sumMembers(db, source.members);

/** Where a figure of this dossier is counted; null where the plan says what cannot be counted here. */
async function sourceOf(
  services: Services,
  figure: Figure | undefined,
  { owed, policy }: Case,
  on: PlainDate,
): Promise<Behind | null> {
  const { region } = services;
  if (!figure) return null;
  if ('sum' in figure)
    return owed ? { members: { region, duty: owed.duty, period: owed.period, field: figure.sum } } : null;
  const law = services.law(policy);
  const span = figure.which === 'open' ? { first: on, last: on } : await periodOf(services, law, owed);
  if (!span || (figure.ofUnit && !owed?.unit)) return null;
  const { count: kind, which, when = null, ofUnit } = figure;
  const problem = kindIn(law, kind)?.is === 'problem';
  return {
    dossiers: { region, kind, problem, which, ...span, holder: ofUnit ? (owed?.unit ?? null) : null, when },
  };
}

async function periodOf(services: Services, law: Law, owed: Case['owed']) {
  if (!owed) return null;
  const { book } = await bookOf(services, law, owed.duty);
  const period = book.periods.find(({ id }) => id === owed.period);
  return period ? { first: period.first, last: period.last } : null;
}

/** The figures of a dossier as its page shows them: those that stand with their day, the others as they are today. */
export async function figureViews(services: Services, state: Case, kind: Kind, law: Law) {
  const counted = await countFigures(services, state);
  return figureFields(kind).map(({ id, figure }) => {
    const fixed = state.figures?.[id] ?? null;
    return {
      field: id,
      measure: figureMeasure(kind, figure, law.policy),
      value: fixed?.value ?? counted[id] ?? null,
      fixedOn: fixed?.on ?? null,
    };
  });
}

/** The rows behind a figure, as far as this person may read them; null where the dossier is not his to read, `none` where it has no such figure. */
export async function readFigure(services: Services, dossier: string, field: string, by: Actor) {
  const found = await figureOf(services, dossier, field, by);
  if (!found || found === 'none') return found;
  const { db } = services;
  const { figure, measure, fixed, source } = found;
  const seats = seatsReading(services, by);
  const [value, rows] = await Promise.all([
    fixed?.value ?? valueOf(services, source),
    'dossiers' in source
      ? listDossiers(db, source.dossiers, seats, MOST + 1)
      : listMembers(db, source.members, seats, MOST + 1),
  ]);
  return {
    title: figure.title,
    measure,
    value,
    fixedOn: fixed?.on ?? null,
    kind: 'dossiers' in source ? source.dossiers.kind : found.filed,
    rows: rows.slice(0, MOST),
    more: rows.length > MOST,
  };
}

/** What stands behind `<dossier>.<field>`, for a list that is narrowed to it; null where there is no such figure of this person's. */
export async function behindFigure(services: Services, named: string, by: Actor): Promise<Behind | null> {
  const [dossier = '', field = ''] = named.split('.');
  const found = isId(dossier) ? await figureOf(services, dossier, field, by) : null;
  return found && found !== 'none' ? found.source : null;
}

async function figureOf(services: Services, dossier: string, field: string, by: Actor) {
  const { db, region, today } = services;
  const state = (await findDossiers<Case>(db, region, 'case', [dossier])).get(dossier)?.state;
  const law = state && services.law(state.policy);
  const kind = law && kindIn(law, state.kind);
  const shown = kind && figureFields(kind).find(({ id }) => id === field);
  if (!state || !law || !mayRead(state, by, law, today())) return null;
  if (!shown) return 'none';
  const figure = figureNamed(law, shown.figure);
  const fixed = state.figures?.[field] ?? null;
  const source = await sourceOf(services, figure, state, fixed?.on ?? today());
  if (!figure || !source) return 'none';
  const filed = law.policy.duties.find(({ id }) => id === kind.gathers)?.runs?.files ?? '';
  return { figure, fixed, source, filed, measure: figureMeasure(kind, shown.figure, law.policy) };
}
