import { leadingPosts, passToAny, type Obstacle, type Pass } from '../../access/index.ts';
import type { ClauseId } from '../../policy/index.ts';
import type { Dossier } from '../dossier.ts';
import { needsNothing, type Needs } from '../offer.ts';
import type { OfficialDocument } from '../paper.ts';
import type { Question } from '../question.ts';
import type { Pen } from '../draft.ts';
import { begin } from '../flow.ts';
import { catchUp } from '../limits.ts';
import { kindIn, procedureOf, procedureOfRun, routeOf, stepOf, type Law } from '../law.ts';
import { openStep, startProcedure } from '../opening.ts';
import { choiceBarred, titleOf } from '../questions.ts';
import { returnStep } from '../returning.ts';
import { documentFaults, textFault, type Aim, type At, type SharedVerb } from './verb.ts';

/** A ruling on a point that the plan leaves open: for this dossier, or until the next edition. */
export type Ruling = {
  readonly question: string;
  readonly choice: string;
  readonly reason: string;
  readonly scope: 'dossier' | 'edition';
  readonly document?: OfficialDocument;
};

const openQuestions = ({ questions }: Pick<Dossier, 'questions'>): readonly Question[] =>
  questions.filter(({ ruling }) => ruling === null);

/** What may be ruled on here, and what was ruled here for all and may be ended. */
export const questionsFor = (type: 'RuleQuestion' | 'EndRuling', dossier: Dossier): readonly string[] =>
  (type === 'RuleQuestion'
    ? openQuestions(dossier)
    : dossier.questions.filter(({ id }) => rulingInForce({ dossier }, id) !== null)
  ).map(({ id }) => id);

/** What a ruling must say, and the end of one. A choice that names somebody who may not do it here says why. */
export const ruleNeeds = (type: string, question: Question, at: Pick<At, 'dossier' | 'law' | 'on'>): Needs => ({
  ...needsNothing,
  reason: true,
  outcomes:
    type === 'RuleQuestion'
      ? question.choices.map((choice) => {
          const obstacle = barredIn(at, question, choice.id);
          return obstacle ? { ...choice, obstacle } : choice;
        })
      : [],
});

const barredIn = ({ dossier, law, on }: Pick<At, 'dossier' | 'law' | 'on'>, question: Question, choice: string) =>
  choiceBarred(question, choice, dossier, law, on);

/** Why the choice cannot be followed; while none is made, why no choice can. */
function barredBy(at: At, question: Question, choice: string | undefined): Obstacle | null {
  if (choice !== undefined) return barredIn(at, question, choice);
  const all = question.choices.map(({ id }) => barredIn(at, question, id));
  return all.every((each) => each !== null) ? (all[0] ?? null) : null;
}

const openQuestion = ({ dossier }: Pick<At, 'dossier'>, id: string | undefined): Question | null =>
  openQuestions(dossier).find((each) => each.id === id) ?? null;

/** Rulings are the matter of whoever leads the coordinator. */
export function passToLead({ dossier, by, law, on }: At): Pass {
  const { policy } = law;
  const seats = leadingPosts(policy).map((post) => ({ role: policy.recorder.role, post }));
  return passToAny(seats, dossier, by, law, on);
}

/** Whoever leads the coordinator rules; the event says who, why and for how long, and what waited goes on. */
export const ruleQuestion: SharedVerb<Ruling, Pick<Aim, 'question' | 'choice'>> = {
  clause: (at, { question }): ClauseId | null => openQuestion(at, question)?.clauses[0] ?? null,
  pass: (at, { question, choice }): Pass => {
    const open = openQuestion(at, question);
    if (!open) return { obstacle: { code: 'nothing-to-do' } };
    const pass = passToLead(at);
    const barred = 'posting' in pass ? barredBy(at, open, choice) : null;
    return barred ? { obstacle: barred } : pass;
  },
  faults: (at, { question, choice, scope, reason, document }) => {
    const { key, choices } = openQuestion(at, question)!;
    const known = choices.some(({ id }) => id === choice);
    const again = scope === 'edition' && at.law.answers?.[key] !== undefined;
    return [
      ...(known ? [] : [{ field: 'choice', code: choice === '' ? 'required' : 'unknown' } as const]),
      ...(again ? [{ field: 'scope', code: 'ruled-already' } as const] : []),
      ...textFault('reason', reason, 2000),
      ...(document ? documentFaults('document', document, at.on) : []),
    ];
  },
  write: (draft, { question: id, choice, reason, scope, document }, law) => {
    const question = openQuestion({ dossier: draft.now() }, id)!;
    draft.add({
      type: 'QuestionRuled',
      question: id,
      choice,
      title: titleOf(question, choice),
      reason,
      scope,
      document: document ?? null,
      ruledBy: null,
      clause: question.clauses[0] ?? '',
    });
    goOn(draft, question, choice, law);
  },
};

/** A question whose ruling, made here for the whole edition, still answers others. */
export const rulingInForce = ({ dossier }: Pick<At, 'dossier'>, id: string | undefined): Question | null =>
  dossier.questions.find(
    ({ id: own, ruling }) => own === id && ruling?.scope === 'edition' && !ruling.used && ruling.endedOn === undefined,
  ) ?? null;

/** A ruling for the edition is ended where it was made: it answers nobody who comes to the point from now on. */
export const endRuling: SharedVerb<
  { readonly question: string; readonly reason: string },
  { readonly question?: string }
> = {
  clause: (at, { question }) => rulingInForce(at, question)?.clauses[0] ?? null,
  pass: (at, { question }) => (rulingInForce(at, question) ? passToLead(at) : { obstacle: { code: 'nothing-to-do' } }),
  faults: (_at, { reason }) => textFault('reason', reason, 2000),
  write: (draft, { question: id, reason }) => {
    const { choices, ruling, clauses } = rulingInForce({ dossier: draft.now() }, id)!;
    const title = titleOf({ choices }, ruling!.choice); // one in force has been made
    draft.add({ type: 'RulingEnded', question: id, title, reason, clause: clauses[0] ?? '' });
  },
};

/** What waited for the ruling goes on as it was ruled. */
function goOn(draft: Pen<At['dossier']>, question: Question, choice: string, law: Law): void {
  const { about, run, step, pending } = question;
  if (about === 'branch') {
    const stretch = kindIn(law, draft.now().kind)?.flow.find((each) => each.run === choice);
    if (stretch) begin(draft, stretch, law);
    return catchUp(draft, law);
  }
  if (run === null) return;
  if (about === 'route') {
    const route = procedureOf(law, procedureOfRun(run)).routes.find(({ id }) => id === choice);
    if (route && !draft.now().runs[run]) startProcedure(draft, run, route, null, law);
    return catchUp(draft, law);
  }
  const under = draft.now().runs[run];
  if (!under || under.finishedOn !== null || under.step !== step || step === null) return;
  if (about === 'who') return openStep(draft, run, stepOf(routeOf(law, run, under.route), step), under.round, law);
  // whoever sent it back may have been asked anew since; the return is his all the same
  const open = draft
    .now()
    .tasks.filter((each) => each.run === run && each.step === step && each.question === undefined);
  const task = open.find(({ id }) => id === pending?.task) ?? open[0];
  if (!task || !pending) return;
  const { reason, becauseOf, recorded } = pending;
  returnStep(draft, task, { to: choice, reason, becauseOf, recorded }, law);
}
