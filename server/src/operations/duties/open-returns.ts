import { theCalendar } from '@bihuan/core/access';
import { numberFor, seriesOf, type CaseAsk, type Owed } from '@bihuan/core/case';
import {
  gatheringId,
  returnId,
  type BookedPeriod,
  type Debt,
  type Drawn,
  type Opening,
  type RunningDuty,
} from '@bihuan/core/duty';
import { kindOf, unitName, type Kind } from '@bihuan/core/policy';
import type { Law } from '@bihuan/core/procedure';
import type { Services } from '../../services.ts';
import { append } from '../../store/dossiers/append.ts';
import { appendAll, NumberTaken, StaleVersion, type Append } from '../../store/dossiers/dossiers.ts';
import { claimBook, standingAmong } from '../../store/duties.ts';
import { takeNumbers } from '../../store/number-series.ts';
import { openMany } from '../../store/dossiers/open-many.ts';
import { caseSubject } from '../cases/subject.ts';
import { decideDossier, type Written } from '../dossiers/decide-dossier.ts';
import { toldBy } from '../dossiers/tell.ts';
import { ABOUT } from './about.ts';
import { drawnDossiers } from './frame.ts';

/** A duty under the edition that opened a period. */
type Under = { readonly law: Law; readonly duty: RunningDuty };

/** What opening came to. `all`: every return of the period stands; else another process is at it. */
export type OpenedReturns = { readonly opened: number; readonly all: boolean };

/** How many returns are opened in one transaction: five thousand of them hold one piece in memory. */
const PIECE = 250;

/** A return that is to be opened, under its id. */
type Due = Debt & { readonly dossier: string };

/** Opens the returns of a period that are not there yet, piece by piece, each piece whole or not at all. */
export async function openReturns(
  services: Services,
  at: Under & { readonly book: string; readonly period: BookedPeriod & { readonly opening: readonly Debt[] } },
): Promise<OpenedReturns> {
  const { law, duty, book, period } = at;
  const due = period.opening.map((debt) => ({ ...debt, dossier: returnId(law.policy, duty.id, period.id, debt, law) }));
  let opened = 0;
  for (let from = 0; from < due.length; from += PIECE) {
    const piece = due.slice(from, from + PIECE);
    const drawn = await drawnDossiers(
      services,
      duty,
      piece.flatMap(({ about }) => about ?? []),
    );
    const done = await openPiece(services, { law, duty, period, book }, piece, drawn);
    if (done === null) return { opened, all: false };
    opened += done;
  }
  return { opened, all: true };
}

/** @returns how many were opened; null when another process has the book in hand */
async function openPiece(
  { db, region, ...services }: Services,
  { law, duty, period, book }: Under & { readonly book: string; readonly period: BookedPeriod },
  piece: readonly Due[],
  drawn: readonly Drawn[],
): Promise<number | null> {
  const kind = kindNamed(law, duty.runs.files);
  const about = new Map(drawn.map((each) => [each.dossier, each]));
  const day = services.today();
  try {
    return await db.transaction().execute(async (transaction) => {
      if (!(await claimBook(transaction, region, book))) return null;
      const there = await standingAmong(
        transaction,
        region,
        piece.map(({ dossier }) => dossier),
      );
      const missing = piece.filter(({ dossier }) => !there.has(dossier));
      if (missing.length === 0) return 0;
      const first = await takeNumbers(transaction, region, seriesOf(kind, day), missing.length);
      const acts = missing.map((due, index) =>
        decided({ db, region, ...services }, law, due.dossier, {
          type: 'OpenCase',
          kind: kind.id,
          number: numberFor(kind, day, first + index),
          values: {},
          parts: {
            [duty.runs.filer]: [{ unit: due.unit, unitName: unitName(law.units, due.unit, day), person: null }],
          },
          links: due.about === null ? [] : [linkTo(about.get(due.about), due.about)],
          owed: owedIn(duty.id, period, due),
          limit: period.limit,
        }),
      );
      await openMany(
        transaction,
        acts.map(({ append: opened }) => opened),
      );
      await tellOf({ ...services, db: transaction, region }, acts);
      return missing.length;
    });
  } catch (error) {
    // somebody opened one of them, or took a number, between the look and the writing: the next look finds it there
    if (error instanceof StaleVersion || error instanceof NumberTaken) return null;
    throw error;
  }
}

/** What the opening of returns means for other dossiers, where their kind says so; in the same transaction. */
async function tellOf(services: Services, acts: readonly Written[]): Promise<void> {
  for (const act of acts.filter(({ told }) => told.length > 0)) {
    const told = await toldBy(services, act, theCalendar);
    if ('refused' in told)
      throw new Error(`${act.named.number} tells what is refused: ${JSON.stringify(told.refused)}`);
    await appendAll(services.db, told.appends, append);
  }
}

const owedIn = (duty: string, period: BookedPeriod, { unit, field }: Debt): Owed => ({
  duty,
  period: period.id,
  unit,
  field,
  due: period.due,
  openedLate: period.openedLate,
});

/** A return about a dossier that was drawn says which; one that has gone since is still named by its id. */
const linkTo = (drawn: Drawn | undefined, dossier: string) => {
  const { kind, number, title } = drawn ?? { kind: '', number: '', title: '' };
  return { how: ABOUT, dossier, kind, number, title };
};

/** The dossier that gathers the returns of a period, owed by nobody; null where the duty has none. `take`: the next number of a series. */
export async function openedGathering(
  services: Services,
  { law, duty, opening }: Under & { readonly opening: Opening },
  take: (series: string) => Promise<number>,
): Promise<Append | null> {
  const { gathers } = duty.runs;
  if (gathers === undefined) return null;
  const kind = kindNamed(law, gathers);
  const day = services.today();
  const number = numberFor(kind, day, await take(seriesOf(kind, day)));
  const { id: period, due, openedLate } = opening;
  const owed = { duty: duty.id, period, unit: '', field: null, due: due.due, openedLate };
  const dossier = gatheringId(law.policy, duty.id, period, law);
  return decided(services, law, dossier, { type: 'OpenCase', kind: kind.id, number, values: {}, owed }).append;
}

function kindNamed({ policy }: Law, id: string): Kind {
  const kind = kindOf(policy, id);
  if (!kind) throw new Error(`edition ${policy.edition} has no kind ${id}`); // the checker finds it before it is published
  return kind;
}

/** What the calendar opens, decided under the edition that opened the period. @throws when the edition refuses its own duty */
function decided(services: Services, { policy }: Law, dossier: string, ask: CaseAsk): Written {
  const written = decideDossier(caseSubject, services, { dossier, ask, by: theCalendar, policy: policy.edition }, null);
  if ('refused' in written) throw new Error(`the calendar cannot open ${dossier}: ${JSON.stringify(written.refused)}`);
  return written;
}
