import { toldByAct } from '@bihuan/core/notification';
import type { Dossier, Law, Line } from '@bihuan/core/procedure';
import { toldRows } from '../notifications/told-rows.ts';
import type { Changed, RowChanges } from '../../store/dossiers/dossiers.ts';
import { questionRows } from '../questions/rows.ts';

/** What a dossier's tasks, clocks and copies are filed under. */
export type Subject = {
  readonly region: string;
  readonly dossier: string;
  /** `problem`, `edition`, or the plan's own kind. */
  readonly kind: string;
  readonly number: string;
  readonly subject: string;
  /** Seats that read it; null: every office. */
  readonly readers: readonly string[] | null;
  /** By which its lines are made. */
  readonly law: Law;
};

/** A dossier with everything that somebody answers for in it. */
export type Desk = { readonly dossier: Dossier; readonly lines: readonly Line[] };

/**
 * List rows that a command changed: lines opened and done, clocks started, moved and met, copies filed and read.
 * `was`: what the dossier was called before, where the command may have changed that.
 */
export function rowChanges(
  before: Desk | null,
  after: Desk,
  at: Subject,
  was: Pick<Subject, 'number' | 'subject'> & Partial<Pick<Subject, 'readers'>> = at,
): Pick<RowChanges, 'tasks' | 'clocks' | 'copies' | 'questions' | 'tidings'> {
  const { region, dossier } = at;
  const then = { ...at, ...was };
  const [old, now] = [before?.dossier ?? null, after.dossier];
  return {
    tasks: changed(taskRows(before?.lines ?? [], then), taskRows(after.lines, at)),
    clocks: changed(clockRows(old, region, dossier), clockRows(now, region, dossier)),
    copies: changed(copyRows(old, then), copyRows(now, at)),
    questions: changed(questionRows(old, then), questionRows(now, at)),
    tidings: toldByAct(before, after, at.law).flatMap(toldRows),
  };
}

type Row = { readonly id: string };

function changed(before: readonly Row[], after: readonly Row[]): Changed {
  const was = new Map(before.map((row) => [row.id, JSON.stringify(row)]));
  const stays = new Set(after.map((row) => row.id));
  return {
    put: after.filter((row) => was.get(row.id) !== JSON.stringify(row)),
    removed: before.filter((row) => !stays.has(row.id)).map((row) => row.id),
  };
}

function taskRows(lines: readonly Line[], { region, dossier, kind, number, subject, readers }: Subject): Row[] {
  return lines.map(({ clock, ...line }) => ({
    region,
    dossier,
    kind,
    number,
    subject,
    id: line.id,
    unit: line.unit,
    post: line.post,
    external: line.external,
    part: line.part,
    do_kind: line.what,
    title_zh: line.title.zh,
    title_en: line.title.en ?? null,
    clause: line.clause,
    opened_on: line.openedOn,
    due: clock?.due ?? null,
    due_at: clock?.dueAt ?? null,
    paused: clock !== null && clock.due === null,
    provisional: clock?.provisional ?? false,
    urged_on: line.urgedOn,
    starts_on: line.startsOn ?? null,
    readers,
  }));
}

/** The line that stands for where a dossier is, as lists name its step. */
export function stepShown(lines: readonly Line[], passed: readonly string[] = []) {
  // a day to look at is beside the way: the dossier stands where it stood
  const way = lines.filter(({ what }) => what !== 'days-apart');
  const shown =
    way.find(({ part, run, question }) => !question && part === 'decide' && !passed.includes(run ?? '')) ?? way[0];
  return { step_zh: shown?.title.zh ?? null, step_en: shown?.title.en ?? null, step_clause: shown?.clause ?? null };
}

function clockRows(from: Dossier | null, region: string, dossier: string): Row[] {
  return (from?.clocks ?? [])
    .filter((clock) => clock.metOn === null)
    .map((clock) => ({
      region,
      dossier,
      id: clock.id,
      title_zh: clock.title.zh,
      title_en: clock.title.en ?? null,
      clause: clock.clause,
      start_on: clock.start,
      term: clock.term,
      due: clock.due,
      extensions: clock.extensions ?? [],
      pauses: clock.pauses ?? [],
      provisional: clock.provisional,
      calendar: clock.calendar,
      lapsed_on: clock.lapsedOn,
      floor: clock.floor ?? false,
      due_at: clock.dueAt ?? null,
    }));
}

function copyRows(from: Dossier | null, { region, dossier, kind, number, subject, readers }: Subject): Row[] {
  return (from?.copies ?? []).map(({ id, unit, external, state, clause, filedOn }) => ({
    region,
    dossier,
    id,
    unit,
    external,
    state,
    number,
    subject,
    clause,
    filed_on: filedOn,
    kind,
    readers,
  }));
}
