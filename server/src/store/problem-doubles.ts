import { sql } from 'kysely';
import type { Executor } from './dossiers/dossiers.ts';
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
 * Open or closed problems that have most pieces of these texts in common, at most a hundred, however many there are. Found by the
 * index of the search; taken back and merged ones are left out.
 */
export async function wordedLike(db: Executor, region: string, texts: readonly string[]): Promise<string[]> {
  const pieces = [...new Set(texts.flatMap(piecesOf))];
  if (pieces.length === 0) return [];
  const any = sql.join(
    pieces.map((piece) => sql`w.pairs @> pairs(${piece})`),
    sql` or `,
  );
  const { rows } = await sql<{ id: string }>`
    select p.id
    from problem p
    where p.region = ${region} and p.stage <> all('{withdrawn,merged}')
      and p.id in (select w.id from problem_words w where w.region = ${region} and (${any}))
    order by (select count(*) from unnest(${pieces}::text[]) piece where strpos(lower(p.search), piece) > 0) desc, p.number desc
    limit ${NEAREST}`.execute(db);
  return rows.map(({ id }) => id);
}
