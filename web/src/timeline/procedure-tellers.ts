import { inside, isTold, keysIn, listIn, said, wordingIn, type Names, type Tellers } from './entry.ts';

/** The last day, with its minute where the term is one of hours. */
const endOf = (due: unknown, dueAt: unknown): string => (dueAt ? said(dueAt).replace('T', ' ') : said(due));

/** Which unit has what the other had until the reform: `甲局 → 乙局`. */
const movedBy = (move: unknown, { unit }: Names): string =>
  `${unit(said(inside(move, 'fromName')))} → ${unit(said(inside(move, 'toName')))}`;

/** What procedures, limits, copies, questions and objections write into the log of any dossier. */
export const procedureTellers: Tellers = {
  StepTaken: ({ title }, { part, verdict, outcome }, names) => ({
    key: stepKey(verdict, part, outcome),
    fill: { title: names.text(title), outcome: wordingIn(inside(outcome, 'title'), names) },
    ...(verdict === 'object' ? { tone: 'back' } : {}),
  }),
  DecidersDiffered: ({ title }, { said: words }, names) => ({
    fill: { title: names.text(title), said: names.listed(listIn(words).map((one) => saidBy(one, names))) },
  }),
  StepReturned: ({ title }, _detail, { text }) => ({ fill: { title: text(title) } }),
  ActWithdrawn: ({ title }, { what }, { text }) => ({
    key: `ActWithdrawn.${said(what)}`,
    fill: { title: text(title) },
    tone: 'back',
  }),
  SeatsAskedAnew: ({ title }, { why, tasks }, names) => ({
    key: `SeatsAskedAnew.${said(why)}`,
    fill: { title: names.text(title), who: unitsIn(tasks, names) },
    tone: 'back',
  }),
  ProcedureStarted: ({ title }, { route }, { text }) => ({ fill: { title: text(title), route: said(route) } }),
  ProcedureFinished: (_entry, { route }) => ({ fill: { route: said(route) } }),
  StepOpened: (_entry, { tasks }, names) => ({ fill: { who: unitsIn(tasks, names) } }),
  FactsSettled: (_entry, { facts }, names) => ({ fill: { facts: factsIn(facts, names) } }),
  ClockStarted: ({ title }, { due, dueAt, floor }, { text }) => ({
    ...(floor ? { key: 'ClockStarted.floor' } : {}),
    fill: { title: text(title), due: endOf(due, dueAt) },
  }),
  ClockMet: ({ title }, { due, dueAt, late, floor }, { text }) => ({
    key: floor ? 'ClockMet.floor' : late ? 'ClockMet.late' : 'ClockMet.in-time',
    fill: { title: text(title), due: endOf(due, dueAt) },
    ...(late ? { tone: 'warning' } : {}),
  }),
  ClockMoved: ({ title }, { was, due }, { text }) => ({ fill: { title: text(title), was: said(was), due: said(due) } }),
  TermExtended: ({ title }, { was, due, dueAt, units, unit, time, times }, { text, length }) => ({
    fill: {
      title: text(title),
      was: said(was),
      due: endOf(due, dueAt),
      length: length(said(units), said(unit)),
      time: said(time),
      times: said(times),
    },
  }),
  TermPaused: ({ title }, { was }, { text }) => ({ fill: { title: text(title), was: said(was) } }),
  TermResumed: ({ title }, { from, due, dueAt }, { text }) => ({
    fill: { title: text(title), from: said(from), due: endOf(due, dueAt) },
  }),
  TermLapsed: ({ title }, { due, dueAt }, { text }) => ({ fill: { title: text(title), due: endOf(due, dueAt) } }),
  CopyFiled: (_entry, { copy }, { unit }) => ({ fill: { unit: unit(said(inside(copy, 'unitName'))) } }),
  DaysFoundApart: (_entry, { far }, names) => {
    const [first] = listIn(far);
    return {
      fill: { title: wordingIn(inside(first, 'title'), names), day: said(inside(first, 'day')) },
      tone: 'warning',
    };
  },
  DaysNoted: ({ title }, { day, enteredOn }, { text }) => ({
    fill: { title: text(title), day: said(day), entered: said(enteredOn) },
  }),
  CopyRead: ({ unitName }, _detail, { unit }) => ({ fill: { unit: unit(unitName) } }),
  MilestoneReached: (entry, { milestone, stage }, names) => ({
    key: `MilestoneReached${isTold(entry) ? '.told' : ''}${stage ? '.stage' : ''}`,
    fill: { milestone: said(milestone), stage: wordingIn(inside(stage, 'title'), names) },
  }),
  ReformFollowed: (_entry, { units, tasks }, names) => ({
    fill: {
      moves: names.listed([...new Set([...listIn(units), ...listIn(tasks)].map((move) => movedBy(move, names)))]),
    },
    tone: 'warning',
  }),
  QuestionOpened: (_entry, { question }, names) => ({ fill: { text: wordingIn(inside(question, 'text'), names) } }),
  QuestionRuled: ({ title }, { scope, ruledBy }, { text }) => ({
    key: ruledBy ? 'QuestionRuled.again' : `QuestionRuled.${said(scope)}`,
    fill: {
      title: text(title),
      who: said(inside(inside(ruledBy, 'by'), 'name')),
      day: said(inside(ruledBy, 'on')),
    },
  }),
  QuestionDropped: (_entry, { text }, names) => ({ fill: { text: wordingIn(text, names) } }),
  RevisionAdopted: (_entry, { from, to }) => ({ fill: { from: said(from), to: said(to) } }),
  RulingEnded: ({ title }, _detail, { text }) => ({ fill: { title: text(title) } }),
  ObjectionRaised: (_entry, { objection }) => ({ fill: { from: said(inside(objection, 'from')) } }),
  ObjectionSettled: (_entry, { upheld }) => ({
    key: upheld ? 'ObjectionSettled.upheld' : 'ObjectionSettled.dismissed',
    fill: {},
    ...(upheld ? { tone: 'back' } : {}),
  }),
};

function stepKey(verdict: unknown, part: unknown, outcome: unknown): string {
  if (verdict === 'object') return part === 'co-sign' ? 'StepTaken.dissent' : 'StepTaken.object';
  if (part === 'co-sign') return 'StepTaken.co-sign';
  return outcome ? 'StepTaken.outcome' : 'StepTaken.agree';
}

/** `甲局：重大`: what one of several who decide together said. */
const saidBy = (one: unknown, names: Names): string => {
  const outcome = inside(one, 'outcome');
  const end = outcome ? [wordingIn(outcome, names)] : [];
  return `${names.unit(said(inside(one, 'unitName')))}：${[...end, factsIn(inside(one, 'facts'), names)].filter(Boolean).join(' ')}`;
};

const unitsIn = (tasks: unknown, { unit, listed }: Names): string =>
  listed([...new Set(listIn(tasks).map((task) => unit(said(inside(task, 'unitName')))))]);

const factsIn = (facts: unknown, { fact: name, listed }: Names): string =>
  listed(keysIn(facts).map((fact) => name(fact, said(inside(facts, fact)))));
