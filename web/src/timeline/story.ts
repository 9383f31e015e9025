import { caseTellers } from './case-tellers.ts';
import { inside, isTold, listIn, said, type Entry, type Names, type Story, type Tellers, type Tone } from './entry.ts';
import { problemTellers } from './problem-tellers.ts';
import { procedureTellers } from './procedure-tellers.ts';

/** Entries that say what the program did by itself: kept from the short timeline. */
const IN_PASSING = new Set([
  'StepOpened',
  'ProcedureStarted',
  'ProcedureFinished',
  'ClockStarted',
  'CopyFiled',
  'CopyRead',
  'PartsAssigned',
  'HandedOver',
  'MilestoneReached',
]);

const TONES: Readonly<Record<string, Tone>> = {
  StepReturned: 'back',
  DecidersDiffered: 'back',
  HandOverContested: 'back',
  TakenOffEdition: 'back',
  ProblemWithdrawn: 'back',
  CaseWithdrawn: 'back',
  ObjectionRaised: 'back',
  TermLapsed: 'warning',
  ClockMoved: 'warning',
  TermExtended: 'warning',
  TermPaused: 'warning',
  TermResumed: 'warning',
  Urged: 'warning',
  CaseUrged: 'warning',
  QuestionOpened: 'warning',
  ProblemClosed: 'end',
};

/** Whether the short timeline shows this entry: what people did, and clocks only when they were missed or moved. */
export function isAct(entry: Entry): boolean {
  const { type, detail } = entry;
  if (type === 'ClockMet') return detail['late'] === true;
  if (type === 'MilestoneReached' && isTold(entry)) return true;
  return !IN_PASSING.has(type);
}

const TELLERS: Tellers = { ...procedureTellers, ...problemTellers, ...caseTellers };

/** Entries whose sentence has no blanks. */
const PLAIN = new Set([
  'ProblemRegistered',
  'ProblemCorrected',
  'ProblemWithdrawn',
  'CrossReferenced',
  'HandOverContested',
  'PlanTookEffect',
  'MeasureCompleted',
  'FinishReported',
  'ProblemClosed',
  'PartsAssigned',
  'ClockDropped',
  'CopySent',
  'NilFiled',
  'CaseWithdrawn',
]);

/** What happens to a clock later bears the title under which it was started. */
export function clocksNamed(entries: readonly Entry[]): readonly Entry[] {
  const titles = new Map(
    entries.flatMap(({ type, title, detail }) => (type === 'ClockStarted' ? [[detail['clock'], title] as const] : [])),
  );
  return entries.map((entry) =>
    entry.title === null && titles.has(entry.detail['clock'])
      ? { ...entry, title: titles.get(entry.detail['clock']) ?? null }
      : entry,
  );
}

/** Entries that were taken back afterwards, by their place in the log: they stand in the record and did nothing in the end. */
export function takenBack(entries: readonly Entry[]): ReadonlySet<number> {
  const gone = entries.filter(({ type }) => type === 'ActWithdrawn');
  return new Set(
    gone.flatMap(({ detail: { from, to } }) =>
      entries.flatMap(({ version }) => (version >= Number(from) && version <= Number(to) ? [version] : [])),
    ),
  );
}

/** Tells one entry of the log. A type nobody knows is shown as a record, never left out. */
export function storyOf(entry: Entry, names: Names): Story {
  const { type, detail } = entry;
  const tone = TONES[type] ?? (isAct(entry) ? 'act' : 'note');
  const teller = TELLERS[type];
  return { key: teller || PLAIN.has(type) ? type : 'other', fill: {}, tone, ...teller?.(entry, detail, names) };
}

/** What was written or said with an act: opinion, reason, progress, note, objection. */
export function wordsOf({ detail }: Entry): string {
  return (
    said(detail['opinion']) ||
    said(detail['reason']) ||
    said(detail['text']) ||
    said(inside(detail['objection'], 'text')) ||
    listIn(detail['apart'])
      .map((one) => said(inside(one, 'reason')))
      .join('；')
  );
}
