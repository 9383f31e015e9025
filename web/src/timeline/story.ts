import type { Schema } from '../api/client.ts';

export type Entry = Schema<'TimelineEntry'>;

/** How an entry is drawn: an ordinary act, a step back, a warning, the end of the loop, or a note in passing. */
export type Tone = 'act' | 'back' | 'warning' | 'end' | 'note';

/** An entry as a sentence to look up, with what goes into its blanks. */
export type Story = {
  readonly key: string;
  readonly fill: Readonly<Record<string, string | number>>;
  readonly tone: Tone;
};

/** What the screen calls things that the log names by code. */
export type Names = {
  readonly unit: (name: string | null | undefined) => string;
  readonly text: (text: { readonly zh: string; readonly en?: string | undefined } | null | undefined) => string;
  readonly fact: (fact: string, value: string) => string;
  readonly evidence: (kind: string) => string;
  readonly length: (units: string, unit: string) => string;
  readonly listed: (words: readonly string[]) => string;
};

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
]);

const TONES: Readonly<Record<string, Tone>> = {
  StepReturned: 'back',
  HandOverContested: 'back',
  TakenOffEdition: 'back',
  ProblemWithdrawn: 'back',
  TermLapsed: 'warning',
  ClockMoved: 'warning',
  TermExtended: 'warning',
  TermPaused: 'warning',
  TermResumed: 'warning',
  Urged: 'warning',
  ProblemClosed: 'end',
};

/** Whether the short timeline shows this entry: what people did, and clocks only when they were missed or moved. */
export function isAct({ type, detail }: Entry): boolean {
  if (type === 'ClockMet') return detail['late'] === true;
  return !IN_PASSING.has(type);
}

const said = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

type Detail = Readonly<Record<string, unknown>>;
type Teller = (entry: Entry, detail: Detail, names: Names) => Partial<Story>;

const TELLERS: Readonly<Record<string, Teller>> = {
  StepTaken: ({ title }, { part, verdict }, { text }) => ({
    key: verdict === 'object' ? 'StepTaken.object' : part === 'co-sign' ? 'StepTaken.co-sign' : 'StepTaken.agree',
    fill: { title: text(title) },
    ...(verdict === 'object' ? { tone: 'back' } : {}),
  }),
  StepReturned: ({ title }, _detail, { text }) => ({ fill: { title: text(title) } }),
  ProcedureStarted: ({ title }, { route }, { text }) => ({ fill: { title: text(title), route: said(route) } }),
  ProcedureFinished: (_entry, { route }) => ({ fill: { route: said(route) } }),
  ListedInEdition: (_entry, { no }) => ({ fill: { no: said(no) } }),
  TakenOffEdition: (_entry, { no }) => ({ fill: { no: said(no) } }),
  EditionConsented: (_entry, { no }) => ({ fill: { no: said(no) } }),
  EditionFormed: (_entry, { no, members }) => ({ fill: { no: said(no), count: countOf(members) } }),
  MembersChanged: (_entry, { added, removed }) => ({ fill: { added: countOf(added), removed: countOf(removed) } }),
  EditionFrozen: (_entry, { size, digest }) => ({ fill: { count: said(size), digest: said(digest).slice(0, 12) } }),
  EditionAgreed: (_entry, { digest }) => ({ fill: { digest: said(digest).slice(0, 12) } }),
  HandedOver: ({ unitName }, _detail, { unit }) => ({ fill: { unit: unit(unitName) } }),
  HandOverArbitrated: ({ unitName }, { outcome }, { unit }) => ({
    key: `HandOverArbitrated.${said(outcome)}`,
    fill: { unit: unit(unitName) },
  }),
  PlanWritten: (_entry, { plan }) => ({ fill: { count: measuresIn(plan) } }),
  ProgressReported: (_entry, { percent }) => ({ fill: { percent: said(percent) } }),
  EvidenceAdded: (_entry, { evidence }, names) => ({ fill: { kind: names.evidence(said(inside(evidence, 'kind'))) } }),
  Urged: ({ unitName }, _detail, { unit }) => ({ fill: { unit: unit(unitName) } }),
  FactsSettled: (_entry, { facts }, names) => ({ fill: { facts: factsIn(facts, names) } }),
  StepOpened: (_entry, { tasks }, names) => ({ fill: { who: unitsIn(tasks, names) } }),
  ClockStarted: ({ title }, { due }, { text }) => ({ fill: { title: text(title), due: said(due) } }),
  ClockMet: ({ title }, { due, late }, { text }) => ({
    key: late ? 'ClockMet.late' : 'ClockMet.in-time',
    fill: { title: text(title), due: said(due) },
    ...(late ? { tone: 'warning' } : {}),
  }),
  ClockMoved: ({ title }, { was, due }, { text }) => ({ fill: { title: text(title), was: said(was), due: said(due) } }),
  TermExtended: ({ title }, { was, due, units, unit, time, times }, { text, length }) => ({
    fill: {
      title: text(title),
      was: said(was),
      due: said(due),
      length: length(said(units), said(unit)),
      time: said(time),
      times: said(times),
    },
  }),
  TermPaused: ({ title }, { was }, { text }) => ({ fill: { title: text(title), was: said(was) } }),
  TermResumed: ({ title }, { from, due }, { text }) => ({
    fill: { title: text(title), from: said(from), due: said(due) },
  }),
  TermLapsed: ({ title }, { due }, { text }) => ({ fill: { title: text(title), due: said(due) } }),
  CopyFiled: (_entry, { copy }, { unit }) => ({ fill: { unit: unit(said(inside(copy, 'unitName'))) } }),
  CopyRead: ({ unitName }, _detail, { unit }) => ({ fill: { unit: unit(unitName) } }),
};

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
]);

/** Tells one entry of the log. A type nobody knows is shown as a record, never left out. */
export function storyOf(entry: Entry, names: Names): Story {
  const { type, detail } = entry;
  const tone = TONES[type] ?? (isAct(entry) ? 'act' : 'note');
  const teller = TELLERS[type];
  return { key: teller || PLAIN.has(type) ? type : 'other', fill: {}, tone, ...teller?.(entry, detail, names) };
}

/** What was written or said with an act: opinion, reason, progress, note. */
export function wordsOf({ detail }: Entry): string {
  return said(detail['opinion']) || said(detail['reason']) || said(detail['text']);
}

const inside = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Detail)[key] : undefined; // checked to be an object
/** Long lists come as their number. */
const countOf = (value: unknown): number => (typeof value === 'number' ? value : listIn(value).length);
const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function measuresIn(plan: unknown): number {
  return listIn(inside(plan, 'measures')).length;
}

function unitsIn(tasks: unknown, { unit, listed }: Names): string {
  return listed([...new Set(listIn(tasks).map((task) => unit(said(inside(task, 'unitName')))))]);
}

function factsIn(facts: unknown, { fact: name, listed }: Names): string {
  const known = Object.entries(typeof facts === 'object' && facts !== null ? facts : {});
  return listed(known.map(([fact, value]) => name(fact, said(value))));
}
