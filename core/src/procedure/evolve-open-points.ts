import type { PlainDate } from '../time/index.ts';
import type { Dossier } from './dossier.ts';
import type { ProcedureEvent } from './event.ts';
import type { Objection, Question } from './question.ts';

type EventOf<T extends ProcedureEvent['type']> = Extract<ProcedureEvent, { type: T }>;

/** What is asked of the plan and what is said against what was made public, and what becomes of it. */
export function evolveOpenPoints<D extends Dossier>(
  dossier: D,
  event: EventOf<
    'QuestionOpened' | 'QuestionRuled' | 'QuestionDropped' | 'RulingEnded' | 'ObjectionRaised' | 'ObjectionSettled'
  >,
): D {
  switch (event.type) {
    case 'QuestionOpened':
      return {
        ...dossier,
        tasks: [...dossier.tasks, ...event.tasks],
        questions: [...dossier.questions, { ...event.question, askedOn: event.on, ruling: null }],
      };
    case 'QuestionRuled':
      return {
        ...dossier,
        tasks: dossier.tasks.filter((task) => task.question !== event.question),
        questions: dossier.questions.map((each) =>
          each.id === event.question ? ruled(each, event, dossier.policy) : each,
        ),
      };
    case 'QuestionDropped':
      return {
        ...dossier,
        tasks: dossier.tasks.filter((task) => task.question !== event.question),
        questions: dossier.questions.filter(({ id }) => id !== event.question),
      };
    case 'RulingEnded':
      return {
        ...dossier,
        questions: dossier.questions.map((each) => (each.id === event.question ? ended(each, event.on) : each)),
      };
    case 'ObjectionRaised':
      return { ...dossier, objections: [...dossier.objections, { ...event.objection, outcome: null }] };
    case 'ObjectionSettled':
      return {
        ...dossier,
        objections: dossier.objections.map((each) => (each.id === event.objection ? settled(each, event) : each)),
      };
  }
}

const ruled = (question: Question, event: EventOf<'QuestionRuled'>, under: string): Question => {
  const { choice, reason, scope, document } = event;
  const { by, on } = event.ruledBy ?? event;
  const used = event.ruledBy ? ({ used: true } as const) : {};
  return { ...question, ruling: { choice, reason, scope, document, under, by, on, ...used } };
};

const ended = (question: Question, on: PlainDate): Question =>
  question.ruling ? { ...question, ruling: { ...question.ruling, endedOn: on } } : question;

const settled = (objection: Objection, { upheld, reason, on }: EventOf<'ObjectionSettled'>): Objection => ({
  ...objection,
  outcome: { upheld, reason, on },
});
