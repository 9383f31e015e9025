import { leadingPosts, passToAny, type Pass } from '../../access/index.ts';
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
import { titleOf } from '../questions.ts';
import { returnStep } from '../returning.ts';
import { documentFaults, textFault, type At, type SharedVerb } from './verb.ts';

/** A ruling on a point that the plan leaves open: for this dossier, or until the next edition. */
export type Ruling = {
  readonly question: string;
  readonly choice: string;
  readonly reason: string;
  readonly scope: 'dossier' | 'edition';
  readonly document?: OfficialDocument;
};

/** What waits for a ruling here. */
export const openQuestions = ({ questions }: Pick<Dossier, 'questions'>): readonly Question[] =>
  questions.filter(({ ruling }) => ruling === null);

/** What a ruling must say. */
export const ruleNeeds = ({ choices }: Question): Needs => ({ ...needsNothing, reason: true, outcomes: choices });

const openQuestion = ({ dossier }: Pick<At, 'dossier'>, id: string | undefined): Question | null =>
  openQuestions(dossier).find((each) => each.id === id) ?? null;

/** Whoever leads the coordinator rules; the event says who, why and for how long, and what waited goes on. */
export const ruleQuestion: SharedVerb<Ruling, { readonly question?: string }> = {
  clause: (at, { question }): ClauseId | null => openQuestion(at, question)?.clauses[0] ?? null,
  pass: (at, { question }): Pass => {
    if (!openQuestion(at, question)) return { obstacle: { code: 'nothing-to-do' } };
    const { policy } = at.law;
    const seats = leadingPosts(policy).map((post) => ({ role: policy.recorder.role, post }));
    return passToAny(seats, at.dossier, at.by, at.law, at.on);
  },
  faults: (at, { question, choice, reason, document }) => {
    const known = openQuestion(at, question)!.choices.some(({ id }) => id === choice);
    return [
      ...(known ? [] : [{ field: 'choice', code: choice === '' ? 'required' : 'unknown' } as const]),
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
  returnStep(draft, task, { to: choice, reason, becauseOf, recorded, reopens: [] }, law);
}
