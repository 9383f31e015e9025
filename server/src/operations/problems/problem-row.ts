import type { Kind } from '@bihuan/core/policy';
import { problemLines, type Problem } from '@bihuan/core/problem';
import { kindIn, nearestClock, type Line } from '@bihuan/core/procedure';
import type { RowChanges } from '../../store/dossiers/dossiers.ts';
import { rowChanges, stepShown } from '../dossiers/rows.ts';
import { problemSearch } from './problem-search.ts';
import type { RowsAt } from '../dossiers/subject.ts';

/** The register's line of a problem, by the column names of the table `problem`. */
function problemRow(problem: Problem, { region, id, import: from, law }: RowsAt, lines: readonly Line[]): object {
  const { basics, facts, edition, measures } = problem;
  const kind = kindIn(law, problem.kind)!; // an edition has the kinds of the dossiers that entered under it
  const holder = problem.parts[kind.holder ?? '']?.[0] ?? null;
  const nearest = nearestClock(problem.clocks);
  return {
    region,
    id,
    import: from,
    number: problem.number,
    title: basics.title,
    search: problemSearch(problem),
    stage: problem.stage,
    facts,
    field: basics.field,
    township: basics.township,
    listed_due: basics.deadline?.date ?? (basics.deadline?.raw || null),
    listed_holder: basics.proposed.holder,
    holder: holder?.unit ?? null,
    holder_name: holder?.unitName ?? null,
    person: holder?.person?.name ?? null,
    edition: edition?.id ?? null,
    edition_no: edition?.no ?? null,
    ...stepShown(lines, besideTheWay(kind)),
    due: nearest?.due ?? null,
    due_at: nearest?.dueAt ?? null,
    paused: nearest !== null && nearest.due === null,
    due_title: nearest?.title.zh ?? null,
    provisional: nearest?.provisional ?? false,
    progress:
      measures.length === 0
        ? 0
        : Math.floor(measures.reduce((sum, measure) => sum + measure.percent, 0) / measures.length),
    measures: measures.length,
    units: [...new Set(Object.values(problem.parts).flatMap((parts) => parts.map((part) => part.unit)))],
    registered_on: problem.registeredOn,
    handed_over_on: problem.handedOverOn,
    closed_on: problem.closedOn,
  };
}

/** What begins with the registration runs beside the way of a problem: where something later is open, that is its step. */
const besideTheWay = ({ flow }: Kind): readonly string[] =>
  flow.filter(({ begins }) => begins.includes('opened')).map(({ run }) => run);

/** Everything lists know of a problem after a command, given what they knew before. */
export function problemRows(before: Problem | null, after: Problem, at: RowsAt): RowChanges {
  const { region, id, law, lawBefore = law } = at;
  const called = ({ number, basics }: Problem) => ({ number, subject: basics.title });
  const subject = { region, dossier: id, kind: 'problem', ...called(after), readers: null, law } as const;
  const held = new Set(before?.evidence.map((evidence) => evidence.id));
  const evidence = after.evidence
    .filter((added) => !held.has(added.id))
    .map(({ id: file, digest }) => ({ id: file, digest }));
  const desk = { dossier: after, lines: problemLines(after, law) };
  const was = before && { dossier: before, lines: problemLines(before, lawBefore) };
  const changes = rowChanges(was, desk, subject, called(before ?? after));
  return { problem: problemRow(after, at, desk.lines), evidence, ...changes };
}
