import { unitName, unitsInRole } from '../access/units.ts';
import { seatBarred } from '../access/guard.ts';
import { leadingPosts } from '../access/leading.ts';
import type { Obstacle } from '../access/obstacle.ts';
import { nameOn } from '../policy/units.ts';
import type { ClauseId, Procedure, Route, Seat, Step, Stretch, Text, Unit } from '../policy/index.ts';
import type { PlainDate } from '../time/index.ts';
import type { Dossier, Task } from './dossier.ts';
import type { PendingReturn, Question, QuestionRuling } from './question.ts';
import type { Pen } from './draft.ts';
import { kindIn, procedureOfRun, routeOf, stepOf, type Law } from './law.ts';

/** A question before it is asked. */
export type Asked = Omit<Question, 'id' | 'askedOn' | 'ruling'>;

/** What was ruled on this point in this dossier; null where nobody has. */
const ruledHere = (key: string, { questions }: Dossier): QuestionRuling | null =>
  questions.findLast((question) => question.key === key && question.ruling !== null)?.ruling ?? null;

/** What was ruled on it for every dossier of the edition; a later revision may not have that choice any more. */
function ruledForAll({ key, choices }: Asked, { answers }: Law): QuestionRuling | null {
  const known = answers?.[key];
  return known && choices.some(({ id }) => id === known.choice) ? known : null;
}

/** Whether a point waits for a ruling here. */
export const waitsFor = (key: string, { questions }: Dossier): boolean =>
  questions.some((question) => question.key === key && question.ruling === null);

/**
 * What was ruled, or null after asking: nothing that the plan leaves open is decided silently. A ruling made for the whole edition
 * is written down here as it is used, so that the dossier shows it.
 */
export function answerTo<D extends Dossier>(draft: Pen<D>, asked: Asked, law: Law): string | null {
  const may = (ruling: QuestionRuling | null): boolean =>
    ruling !== null && choiceBarred(asked, ruling.choice, draft.now(), law, draft.signature.on) === null;
  const here = ruledHere(asked.key, draft.now());
  if (may(here)) return here!.choice;
  if (waitsFor(asked.key, draft.now())) return null;
  // what was ruled for others, or here before it became its own work, names nobody who may do it now
  const general = ruledForAll(asked, law);
  const known = may(general) ? general : null;
  const id = `${asked.key}~${draft.now().questions.length + 1}`;
  const clause = asked.clauses[0] ?? '';
  const tasks = known ? [] : tasksOf(id, asked, law, draft.signature.on);
  draft.add({ type: 'QuestionOpened', question: { id, ...asked }, tasks, clause });
  if (!known) return null;
  const { choice, reason, scope, document, by, on } = known;
  const title = titleOf(asked, choice);
  draft.add({
    type: 'QuestionRuled',
    question: id,
    choice,
    title,
    reason,
    scope,
    document,
    ruledBy: { by, on },
    clause,
  });
  return choice;
}

/** What a choice is called; its id where the question does not know it any more. */
export const titleOf = ({ choices }: Pick<Question, 'choices'>, choice: string): Text =>
  choices.find((each) => each.id === choice)?.title ?? { zh: choice };

/** A question stands on the desk of every post that leads the coordinator. */
function tasksOf(id: string, { text, clauses, run, step }: Asked, law: Law, on: PlainDate): Task[] {
  const leading = leadingPosts(law.policy);
  const seats = unitsInRole(law.units, law.policy.recorder.role, on).flatMap((unit) =>
    unit.posts.filter((post) => leading.includes(post)).map((post) => ({ unit, post })),
  );
  return seats.map(({ unit, post }, index) => ({
    id: `question/${id}/${index}`,
    run: run ?? 'question',
    step: step ?? 'question',
    round: 1,
    do: 'record',
    title: text,
    clause: clauses[0] ?? '',
    role: law.policy.recorder.role,
    post,
    unit: unit.id,
    unitName: unitName(law.units, unit.id, on),
    external: unit.external,
    part: 'decide',
    question: id,
    openedOn: on,
  }));
}

/** Who takes a step that the plan gives to nobody: any post that leads in an office or part of the plan. */
export function whoAsked(run: string, route: Route, step: Step, dossier: Dossier, law: Law, on: PlainDate): Asked {
  const choices = leadingSeats(dossier, law, on);
  return {
    key: `who:${procedureOfRun(run)}/${route.id}/${step.id}`,
    about: 'who',
    run,
    step: step.id,
    clauses: [step.clause],
    text: {
      zh: `“${step.title.zh}”由谁办理，方案没有规定`,
      en: `The plan does not say who takes the step "${step.title.en ?? step.title.zh}"`,
    },
    choices: choices.map(({ seat, title }) => ({
      id: `${seat.role}/${seat.post}`,
      title,
      means: { zh: `由${title.zh}办理此环节`, en: `${title.en ?? title.zh} takes this step` },
    })),
  };
}

/** The seat that a ruling on `who` names. */
export function seatNamed(choice: string): Seat {
  const [role = '', post = '*'] = choice.split('/');
  return { role, post };
}

/** Why this choice cannot be followed in this dossier: whoever it names would accept his own work. Null where it can. */
export function choiceBarred(
  { about, run, step }: Pick<Asked, 'about' | 'run' | 'step'>,
  choice: string,
  dossier: Dossier,
  law: Law,
  on: PlainDate,
): Obstacle | null {
  const under = run === null ? undefined : dossier.runs[run];
  if (about !== 'who' || run === null || step === null || !under) return null;
  return seatBarred(seatNamed(choice), stepOf(routeOf(law, run, under.route), step), dossier, law, on);
}

type LeadingSeat = { readonly seat: Seat; readonly title: Text };

/** Every office and every part of this dossier with each post that leads in one of its units: a seat that nobody can hold is no choice. */
function leadingSeats(dossier: Dossier, law: Law, on: PlainDate): readonly LeadingSeat[] {
  const { policy } = law;
  const posts = policy.posts.filter((post) => leadingPosts(policy).includes(post.id));
  return [...partsPlayable(dossier, law, on), ...officesOf(law, on)].flatMap(({ id, label, units }) =>
    posts
      .filter((post) => units.some((unit) => unit.posts.includes(post.id)))
      .map((post) => ({
        seat: { role: id, post: post.id },
        title: {
          zh: `${label.zh}·${post.label.zh}`,
          en: `${label.en ?? label.zh}, ${post.label.en ?? post.label.zh}`,
        },
      })),
  );
}

type Office = { readonly id: string; readonly label: Text; readonly units: readonly Unit[] };

/** Parts of the dossier's kind, with the units that may play them. */
function partsPlayable({ kind }: Dossier, law: Law, on: PlainDate): readonly Office[] {
  const here = kindIn(law, kind)?.parts ?? [];
  return law.policy.caseRoles
    .filter(({ id }) => here.includes(id))
    .map(({ id, label, among }) => {
      const named = among.length > 0 && !among.includes('field');
      return { id, label, units: named ? among.flatMap((role) => unitsInRole(law.units, role, on)) : law.units };
    });
}

/** Offices of the plan, by the name it gives them, or by that of the one unit that holds it. */
function officesOf({ policy, units }: Law, on: PlainDate): readonly Office[] {
  const ids = [...new Set(units.flatMap((unit) => unit.roles.map(({ role }) => role)))];
  return ids.flatMap((id) => {
    const holding = unitsInRole(units, id, on);
    const only = holding.length === 1 ? holding[0]! : null;
    const label = policy.roles?.find((role) => role.id === id)?.label ?? (only && nameOn(only, on))?.name ?? { zh: id };
    return holding.length > 0 ? [{ id, label, units: holding }] : [];
  });
}

/** Where a return goes that the plan sends nowhere in particular: any earlier step of the route. */
export function whereAsked(task: Task, route: Route, pending: PendingReturn): Asked {
  const at = route.steps.findIndex((step) => step.id === task.step);
  return {
    key: `where:${procedureOfRun(task.run)}/${route.id}/${task.step}`,
    about: 'where',
    run: task.run,
    step: task.step,
    clauses: [task.clause],
    text: {
      zh: `“${task.title.zh}”退回到哪一环节，方案没有规定`,
      en: `The plan does not say where "${task.title.en ?? task.title.zh}" is returned to`,
    },
    choices: route.steps.slice(0, Math.max(at, 1)).map(({ id, title }) => ({
      id,
      title,
      means: {
        zh: `退回到“${title.zh}”，从那里重新办理`,
        en: `It goes back to "${title.en ?? title.zh}" and starts from there`,
      },
    })),
    pending,
  };
}

/** Which way on, where several stretches may begin and not exactly one applies. */
export function branchAsked(milestone: string, kind: string, branches: readonly Branch[], facts: string): Asked {
  const clauses = [...new Set(branches.map(({ procedure }) => procedure.clause))];
  return {
    key: `branch:${kind}/${milestone}${facts}`,
    about: 'branch',
    milestone,
    run: null,
    step: null,
    clauses,
    text: {
      zh: `往下走哪一程序，方案没有规定（${branches.map(({ procedure }) => procedure.title.zh).join('、')}）`,
      en: `The plan does not say which way it goes on: ${branches.map(({ procedure }) => procedure.title.en ?? procedure.title.zh).join(', ')}`,
    },
    choices: branches.map(({ stretch, procedure }) => ({
      id: stretch.run,
      title: procedure.title,
      means: { zh: `开始“${procedure.title.zh}”`, en: `"${procedure.title.en ?? procedure.title.zh}" begins` },
    })),
  };
}

/** A stretch of the flow with its procedure. */
export type Branch = { readonly stretch: Stretch; readonly procedure: Procedure };

/** Which route a procedure takes, where none applies to the facts or several do and no ruling ranks them. */
export function routeAsked(run: string, procedure: Procedure, routes: readonly Route[], facts: string): Asked {
  const clauses: readonly ClauseId[] = [...new Set([procedure.clause, ...routes.map((route) => route.clause)])];
  return {
    key: `route:${procedure.id}${facts}`,
    about: 'route',
    run,
    step: null,
    clauses,
    text: {
      zh: `“${procedure.title.zh}”按哪一路径办理，方案没有规定`,
      en: `The plan does not say which route "${procedure.title.en ?? procedure.title.zh}" takes`,
    },
    choices: routes.map(({ id, title, clause }) => ({
      id,
      title,
      means: { zh: `按“${title.zh}”（${clause}）办理`, en: `It runs as "${title.en ?? title.zh}" (${clause})` },
    })),
  };
}
