import { searchable } from '../../store/dossiers/searchable.ts';
import { readersOf } from '@bihuan/core/access';
import { caseLines, figureFields, figureMeasure, keptApart, type Case } from '@bihuan/core/case';
import type { Kind } from '@bihuan/core/policy';
import { kindIn, nearestClock, type Law, type Line, type Part } from '@bihuan/core/procedure';
import type { RowChanges } from '../../store/dossiers/dossiers.ts';
import { returnRow } from '../duties/return-row.ts';
import { rowChanges, stepShown } from '../dossiers/rows.ts';
import type { RowsAt } from '../dossiers/subject.ts';
import { cellsOf, facetsOf, ownFacet, wordsIn } from './cells.ts';

/** Signs of a dossier that are searched: enough for any title and place, and a list stays a list. */
const SEARCHED = 8_000;

/** The line of a plain dossier, by the column names of `case_file`. It says nothing that its own edition does not. */
function caseRow(state: Case, { region, id, import: from, law }: RowsAt, lines: readonly Line[]): object {
  const kind = kindIn(law, state.kind)!; // an edition has the kinds of the dossiers that entered under it
  const { number, title, values, facts, parts, owed, absorbed = [] } = state;
  const holder = holderOf(state, kind.holder);
  const nearest = nearestClock(state.clocks);
  const step = stepShown(lines);
  const own = [
    ...(state.from === null ? [] : [ownFacet('from', state.from)]),
    ...(step.step_zh === null ? [] : [ownFacet('step', step.step_zh)]),
  ];
  return {
    region,
    id,
    kind: state.kind,
    policy: state.policy,
    number,
    number_key: number.replaceAll(/\d+/g, (figures) => figures.padStart(9, '0')),
    title,
    search: searchable(
      [number, title, ...absorbed.map((double) => double.number), ...wordsIn(kind.sheet, values)].join('\n'),
    ).slice(0, SEARCHED),
    stage: state.stage,
    holder: holder?.unit ?? null,
    holder_name: holder?.unitName ?? null,
    ...step,
    due: nearest?.due ?? null,
    due_at: nearest?.dueAt ?? null,
    due_title: nearest?.title.zh ?? null,
    paused: nearest !== null && nearest.due === null,
    provisional: nearest?.provisional ?? false,
    facts,
    cells: cellsOf(kind, { ...values, ...figuresIn(state, kind, law) }),
    facets: [...facetsOf(kind, values, facts), ...own],
    units: [...new Set([...Object.values(parts).flat(), ...(holder ? [holder] : [])].map(({ unit }) => unit))],
    readers: readersOf(state, law),
    duty: owed?.duty ?? null,
    period: owed?.period ?? null,
    owed_by: owed?.unit ?? null,
    nil: state.nil,
    opened_on: state.openedOn,
    closed_on: state.closedOn,
    withdrawn: state.withdrawnOn !== null,
    merged: state.merged !== undefined,
    import: from,
  };
}

/** What comes to stand apart of people, and what of it is erased. The sealed bytes come from whoever sealed them. */
function apartRows(before: Case | null, after: Case, { region, id: dossier }: RowsAt) {
  const known = new Map(before && keptApart(before).map((kept) => [kept.id, kept.erasedOn]));
  return keptApart(after)
    .filter(({ id, erasedOn }) => known.get(id) !== erasedOn)
    .map(({ id, field, erasedOn }) => ({ region, dossier, id, field, erased_on: erasedOn }));
}

/** Figures that stand, as lists show them: money in yuan. */
const figuresIn = ({ figures = {} }: Case, kind: Kind, { policy }: Law): Record<string, number> =>
  Object.fromEntries(
    figureFields(kind).flatMap(({ id, figure }) => {
      const value = figures[id]?.value;
      if (value === undefined) return [];
      return [[id, figureMeasure(kind, figure, policy) === 'money' ? value / 100 : value] as const];
    }),
  );

/** The part that has it; where the kind names none, nobody does but whoever has its step open. */
const holderOf = ({ parts }: Case, holder: string | undefined): Part | null =>
  (holder === undefined ? null : parts[holder]?.[0]) ?? null;

/** Everything lists know of a plain dossier after a command, given what they knew before. */
export function caseRows(before: Case | null, after: Case, at: RowsAt): RowChanges {
  const { region, id, law, lawBefore = law } = at;
  const called = ({ number, title }: Case) => ({ number, subject: title });
  const subject = { region, dossier: id, kind: after.kind, ...called(after), readers: readersOf(after, law), law };
  const was = before ?? after;
  const held = new Set(before?.evidence.map((evidence) => evidence.id));
  const evidence = after.evidence
    .filter((added) => !held.has(added.id))
    .map(({ id: file, digest }) => ({ id: file, digest }));
  const apart = apartRows(before, after, at);
  const owed = returnRow(after, at);
  const desk = { dossier: after, lines: caseLines(after, law) };
  return {
    case: caseRow(after, at, desk.lines),
    ...(owed ? { return: owed } : {}),
    evidence,
    ...(apart.length > 0 ? { apart } : {}),
    ...rowChanges(before && { dossier: before, lines: caseLines(before, lawBefore) }, desk, subject, {
      ...called(was),
      readers: readersOf(was, lawBefore),
    }),
  };
}
