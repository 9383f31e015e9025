import { bodyOf } from '../store/dossiers/events.ts';
import type { Database } from '../store/database/database.ts';
import { insist, type Caller, type Heard } from './insist.ts';
import { registration } from './staff.ts';

/** What a thousand commands came to. */
export type Workload = {
  /** Marks of the commands that were acknowledged so far, with the version each was acknowledged at. */
  readonly acknowledged: ReadonlyMap<string, number>;
  /** Everything that was heard, broken connections and refusals too. */
  readonly heard: readonly Heard[];
  /** Resolves when every command is acknowledged. */
  readonly over: Promise<unknown>;
};

const CLIENTS = 16;

/**
 * Sixteen clients with `count` commands between them: two in three correct one of these problems, the third registers a
 * new one. Each carries a mark that its event shows. `at` is told after each acknowledgement how many there are.
 */
export function work(by: Caller, problems: readonly string[], count: number, at: (done: number) => void): Workload {
  const acknowledged = new Map<string, number>();
  const heard: Heard[] = [];
  const shown = new Map<string, number>();
  let next = 0;
  const client = async (): Promise<void> => {
    while (next < count) {
      const no = next;
      next += 1;
      const mark = `第${no}号`;
      const wish = wishOf(no, mark, problems);
      const { body } = await insist(by, {
        ...wish,
        shown: wish.dossier === null ? undefined : shown.get(wish.dossier),
        heard: (answer) => void heard.push(answer),
      });
      shown.set(body.id!, body.version!); // both doors answer with them
      acknowledged.set(mark, body.version!);
      at(acknowledged.size);
    }
  };
  const over = Promise.all(Array.from({ length: CLIENTS }, client));
  return { acknowledged, heard, over };
}

function wishOf(no: number, mark: string, problems: readonly string[]) {
  if (no % 3 === 0) return { path: '/problems', dossier: null, request: () => registration(mark) };
  const dossier = problems[no % problems.length]!;
  const ask = { type: 'CorrectProblem', basics: { remarks: mark }, facts: {}, reason: mark };
  return { path: `/problems/${dossier}/commands`, dossier, request: (version: number) => ({ version, ask }) };
}

/** How often each mark stands in the log, and the version of its command's last event where it stands once. */
export async function marks(db: Database): Promise<ReadonlyMap<string, readonly number[]>> {
  const rows = await db
    .selectFrom('dossier_event')
    .select(['type', 'body', 'dossier', 'command', 'version'])
    .where('type', 'in', ['ProblemRegistered', 'ProblemCorrected'])
    .execute();
  const ends = await db
    .selectFrom('dossier_event')
    .select(({ fn }) => ['command', fn.max('version').as('last')])
    .groupBy('command')
    .execute();
  const last = new Map(ends.map((row) => [row.command, row.last]));
  const found = new Map<string, readonly number[]>();
  for (const row of rows) {
    const { reason, basics } = bodyOf<{ reason?: string; basics: { title?: string } }>(row.body);
    const mark = reason ?? basics.title!.replace('（演示）', '');
    found.set(mark, [...(found.get(mark) ?? []), last.get(row.command)!]);
  }
  return found;
}
