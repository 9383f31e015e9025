import { sql, type RawBuilder } from 'kysely';
import type { Executor } from './dossiers/dossiers.ts';
import { readBy } from './dossiers/readers.ts';
import { searchable } from './dossiers/searchable.ts';

/** Signs of a text that are looked for, and signs of one piece: what is one problem has some whole piece in common. */
const LOOKED = 160;
const PIECE = 4;
/** Problems that share most pieces, to be compared word by word. */
const NEAREST = 100;

/** Runs of four signs of a text without figures and stops, each once. A shorter run is its own piece. */
export function piecesOf(text: string): readonly string[] {
  const runs = searchable(text)
    .toLowerCase()
    .slice(0, LOOKED)
    .split(/[^\p{L}]+/u)
    .filter((run) => run.length > 1);
  const pieces = runs.flatMap((run) =>
    run.length <= PIECE ? [run] : Array.from({ length: run.length - PIECE + 1 }, (_, at) => run.slice(at, at + PIECE)),
  );
  return [...new Set(pieces)];
}

/**
 * Open or closed dossiers that have most pieces of these texts in common, at most a hundred, however many there are: problems, or of
 * a kind, or returns of one period. Found by the index of the search; taken back and merged ones are left out.
 */
export async function wordedLike(
  db: Executor,
  region: string,
  texts: readonly string[],
  among: Among | null = null,
): Promise<string[]> {
  const pieces = [...new Set(texts.flatMap(piecesOf))];
  if (pieces.length === 0) return [];
  const any = sql.join(
    pieces.map((piece) => sql`w.pairs @> pairs(${piece})`),
    sql` or `,
  );
  const [rowsOf, wordsOf] = among ? [sql`case_file`, sql`case_words`] : [sql`problem`, sql`problem_words`];
  const { rows } = await sql<{ id: string }>`
    select p.id
    from ${rowsOf} p
    where p.region = ${region} and ${among ? standingAmong(among) : sql`p.stage <> all('{withdrawn,merged}')`}
      and p.id in (select w.id from ${wordsOf} w where w.region = ${region} and (${any}))
    order by (select count(*) from unnest(${pieces}::text[]) piece where strpos(lower(p.search), piece) > 0) desc, p.number desc
    limit ${NEAREST}`.execute(db);
  return rows.map(({ id }) => id);
}

/** Which plain dossiers are looked at: of one kind, where they are returns of one period of a duty, and by whose eyes. */
export type Among = {
  readonly kind: string;
  readonly owed: { readonly duty: string; readonly period: string } | null;
  readonly seats: readonly string[];
};

const standingAmong = ({ kind, owed, seats }: Among): RawBuilder<boolean> => {
  const same = owed ? sql`p.duty = ${owed.duty} and p.period = ${owed.period}` : sql`true`;
  return sql`p.kind = ${kind} and not p.withdrawn and not p.merged and ${same} and ${readBy(seats)}`;
};

/** Dossiers of a kind that stand for themselves and were opened by one of these, whichever of its acts opened them. */
export async function openedBy(
  db: Executor,
  region: string,
  among: Omit<Among, 'owed'>,
  tellers: readonly string[],
): Promise<string[]> {
  if (tellers.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    select p.id from case_file p join dossier d on d.region = p.region and d.id = p.id
    where p.region = ${region} and ${standingAmong({ ...among, owed: null })}
      and exists (select 1 from jsonb_array_elements(d.state -> 'links') link where link ->> 'dossier' = any(${tellers}::text[]))
    order by p.number_key, p.id`.execute(db);
  return rows.map(({ id }) => id);
}
