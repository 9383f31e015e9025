import type { Actor } from '../access/index.ts';
import { daysBefore, needsNothing, routeOf, stepOf, type Law, type OfferOf, type Task } from '../procedure/index.ts';
import { questionsFor, returnsToOf, ruleNeeds } from '../procedure/verbs/index.ts';
import type { PlainDate } from '../time/index.ts';
import { boundOn, type Edition } from './edition.ts';
import { passToEdition } from './pass.ts';

/** One verb on an edition as the screen may show it. */
export type EditionOffer = OfferOf<'TakeStep' | 'ReturnStep' | 'RuleQuestion' | 'EndRuling' | 'NoteDays'>;

/** What this person may do with the edition's open steps and questions, from the guard that also decides. */
export function editionOffers(edition: Edition, by: Actor, law: Law, on: PlainDate): EditionOffer[] {
  const steps = edition.tasks.filter(({ question }) => question === undefined);
  return [
    ...steps.flatMap((task) => stepOffers(edition, task, by, law, on)),
    ...questionOffers(edition, by, law, on),
    ...dayOffers(edition, by, law, on),
  ];
}

function stepOffers(edition: Edition, task: Task, by: Actor, law: Law, on: PlainDate): EditionOffer[] {
  const route = routeOf(law, task.run, edition.runs[task.run]!.route);
  const step = stepOf(route, task.step);
  const returnsTo = returnsToOf(step, task).map((id) => ({ step: id, title: stepOf(route, id).title }));
  return (['TakeStep', 'ReturnStep'] as const).map((type): EditionOffer => {
    const pass = passToEdition(edition, { type, task: task.id }, by, law, on);
    const taking = type === 'TakeStep';
    return {
      type,
      target: task.id,
      title: task.title,
      unitName: task.unitName,
      clause: task.clause,
      obstacle: 'obstacle' in pass ? pass.obstacle : null,
      seen: taking ? boundOn(edition, task, law) : null,
      needs: {
        ...needsNothing,
        opinion: taking,
        reason: !taking,
        recorded: task.external,
        returnsTo: taking ? [] : returnsTo,
      },
    };
  });
}

function questionOffers(edition: Edition, by: Actor, law: Law, on: PlainDate): EditionOffer[] {
  return (['RuleQuestion', 'EndRuling'] as const).flatMap((type) =>
    questionsFor(type, edition).map((id): EditionOffer => {
      const question = edition.questions.find((each) => each.id === id)!;
      const pass = passToEdition(edition, { type, question: id }, by, law, on);
      return {
        type,
        target: id,
        title: question.text,
        unitName: null,
        clause: question.clauses[0] ?? null,
        obstacle: 'obstacle' in pass ? pass.obstacle : null,
        seen: null,
        needs: ruleNeeds(type, question, { dossier: edition, law, on }),
      };
    }),
  );
}

function dayOffers(edition: Edition, by: Actor, law: Law, on: PlainDate): EditionOffer[] {
  return daysBefore(edition, by).map(({ id, title, unitName, clause }): EditionOffer => {
    const type = 'NoteDays';
    const pass = passToEdition(edition, { type, task: id }, by, law, on);
    const obstacle = 'obstacle' in pass ? pass.obstacle : null;
    return { type, target: id, title, unitName, clause, obstacle, seen: null, needs: needsNothing };
  });
}
