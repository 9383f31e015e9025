import type { Clock, Dossier, Task } from '@bihuan/core/procedure';
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
};

/**
 * List rows that a command changed: tasks opened and done, clocks started, moved and met, copies filed and read.
 * `was`: what the dossier was called before, where the command may have changed that.
 */
export function rowChanges(
  before: Dossier | null,
  after: Dossier,
  at: Subject,
  was: Pick<Subject, 'number' | 'subject'> & Partial<Pick<Subject, 'readers'>> = at,
): Pick<RowChanges, 'tasks' | 'clocks' | 'copies' | 'questions'> {
  const { region, dossier } = at;
  const then = { ...at, ...was };
  return {
    tasks: changed(taskRows(before, then), taskRows(after, at)),
    clocks: changed(clockRows(before, region, dossier), clockRows(after, region, dossier)),
    copies: changed(copyRows(before, then), copyRows(after, at)),
    questions: changed(questionRows(before, then), questionRows(after, at)),
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

function taskRows(from: Dossier | null, { region, dossier, kind, number, subject, readers }: Subject): Row[] {
  return (from?.tasks ?? []).map((task) => {
    const clock = clockOf(from!.clocks, task);
    return {
      region,
      dossier,
      kind,
      number,
      subject,
      id: task.id,
      unit: task.unit,
      post: task.post,
      external: task.external,
      part: task.part,
      do_kind: task.do,
      title_zh: task.title.zh,
      title_en: task.title.en ?? null,
      clause: task.clause,
      opened_on: task.openedOn,
      due: clock?.due ?? null,
      paused: clock !== null && clock.due === null,
      provisional: clock?.provisional ?? false,
      urged_on: task.urgedOn ?? null,
      readers,
    };
  });
}

/** The limit a task stands under: its own step's, or the next one that runs in the same procedure. */
function clockOf(clocks: readonly Clock[], task: Task): Clock | null {
  const open = clocks.filter((clock) => clock.metOn === null && !clock.floor && clock.target?.run === task.run);
  const own = open.find((clock) => clock.target?.step === task.step);
  return own ?? nearestClock(open);
}

/** The task that stands for where a dossier is, as lists name its step. */
export function stepShown({ tasks }: Dossier, passed: readonly string[] = []) {
  const task = tasks.find((open) => open.part === 'decide' && !passed.includes(open.run)) ?? tasks[0] ?? null;
  return { step_zh: task?.title.zh ?? null, step_en: task?.title.en ?? null, step_clause: task?.clause ?? null };
}

/** The open clock that falls due first; one that stands still where no other runs. */
export function nearestClock(clocks: readonly Clock[]): Clock | null {
  const open = clocks.filter((clock) => clock.metOn === null && !clock.floor);
  return open.toSorted((a, b) => ((a.due ?? NEVER) < (b.due ?? NEVER) ? -1 : 1))[0] ?? null;
}

/** Later than any day. */
const NEVER = '9999-12-31';

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
