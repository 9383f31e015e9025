import { mayRead, type Actor, type Refusal } from '@bihuan/core/access';
import type { Case, CaseAsk, CaseMember } from '@bihuan/core/case';
import { besideOf, memberOf, stateOf, withDoubles, type DutyBook, type Folding } from '@bihuan/core/duty';
import type { PlainDate } from '@bihuan/core/time';
import type { Services } from '../../services.ts';
import { findDossiers, type Executor } from '../../store/dossiers/dossiers.ts';
import { eachReturn, type ReturnLine } from '../../store/duties.ts';
import { countFigures } from '../cases/figures.ts';
import { bookOf } from './books.ts';
import { linesOf } from './wall.ts';
import { filingIn } from './read-duties.ts';

/** A gathering with what it gathers; null where there is no such dossier, it gathers nothing, or it is not for this person. */
export async function readGathering(services: Services, by: Actor, id: string) {
  const { db, region, today } = services;
  const gathering = (await findDossiers<Case>(db, region, 'case', [id])).get(id)?.state;
  if (gathering?.owed?.unit !== '' || !mayRead(gathering, by, services.law(gathering.policy), today())) return null;
  const { duty, period } = gathering.owed;
  const { book } = await bookOf(services, services.law(), duty);
  const drawn = drawnIn(book, period)?.length ?? null;
  if (!gathering.frozen) return { duty, period, drawn, frozen: null };
  const lines = await linesOf(services, { duty, period });
  const now = new Map(lines.map((line) => [line.id, line]));
  const { on, digest } = gathering.frozen;
  const units = new Set(by.postings.map(({ unit }) => unit));
  const members = besideOf(gathering.frozen, lines.map(sinceIn)).map(({ member, since, setApart, corrections }) => ({
    ...member,
    doubles: (member.doubles ?? []).map((double) => ({ ...double, setApart: setApart.includes(double.dossier) })),
    since,
    mayCorrect: member.digest !== null && units.has(member.unit),
    corrections: corrections.flatMap((dossier) => {
      const line = now.get(dossier);
      return line ? [{ dossier, number: line.number, state: stateOf(filingIn(line), today()) }] : [];
    }),
  }));
  return { duty, period, drawn, frozen: { on, digest, members } };
}

const drawnIn = ({ periods }: DutyBook, period: string): readonly string[] | null =>
  periods.find(({ id }) => id === period)?.draw?.drawn ?? null;

const sinceIn = (line: ReturnLine) => ({
  dossier: line.id,
  sheet: line.sheet,
  filed: line.filed_on !== null && line.confirmed,
  corrects: line.corrects,
  into: line.merged_into,
});

/** The ask that freezes a gathering, with its members as they stand now; refused while some of them are still to be opened. */
export async function freezing(
  services: Services,
  id: string,
  by: Actor,
): Promise<FreezeGathering | { readonly refused: Refusal }> {
  const gathering = (await findDossiers<Case>(services.db, services.region, 'case', [id])).get(id)?.state;
  const { db, region, today } = services;
  if (!gathering?.owed || !mayRead(gathering, by, services.law(gathering.policy), today()))
    return { type: 'FreezeGathering', members: [] }; // for the guard to refuse
  const { duty, period } = gathering.owed;
  const { book } = await bookOf(services, services.law(), duty);
  const booked = book.periods.find((each) => each.id === period);
  // what is still being opened would be missing from the list for ever
  if (!booked || booked.opening !== null)
    return { refused: { code: 'not-allowed', obstacle: { code: 'nothing-to-do' }, clause: null } };
  // one look for both: a return that is filed meanwhile is in the list and in its sums, or in neither
  const at = db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only');
  const { members, figures } = await at.execute(async (snapshot) => ({
    members: await membersAt(snapshot, { region, duty, period }, today()),
    figures: await countFigures({ ...services, db: snapshot }, gathering),
  }));
  return { type: 'FreezeGathering', members, figures, ...(booked.draw ? { drawn: booked.draw.drawn } : {}) };
}

async function membersAt(db: Executor, of: Parameters<typeof eachReturn>[1], on: PlainDate): Promise<CaseMember[]> {
  const members: Folding[] = [];
  for await (const line of eachReturn(db, of)) {
    const member = line.corrects === null ? memberOf(gatheredIn(line), on) : null;
    if (member) members.push({ member, into: line.merged_into });
  }
  return withDoubles(members);
}

type FreezeGathering = Extract<CaseAsk, { type: 'FreezeGathering' }>;

function gatheredIn(line: ReturnLine) {
  const { id: dossier, number, title, unit, unit_name: unitName, sheet } = line;
  return { ...filingIn(line), dossier, number, title, unit, unitName, sheet };
}
