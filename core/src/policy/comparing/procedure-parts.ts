import { explainStep } from '../explain/step.ts';
import type { Limit, Pack, Procedure, Route, Step, Text } from '../model.ts';
import { conditionText, extensionRuleText, inBoth, joinedSeats, limitText, pauseRuleText, spoken } from '../wording.ts';
import { sentences } from './kind-parts.ts';
import { restingOn, type Part } from './part.ts';

/** A procedure with its ways, their steps and the limits of these. */
export function procedureParts(procedure: Procedure, pack: Pack): readonly Part[] {
  const { routes, ...own } = procedure;
  const order = routes.map(({ id }) => id);
  const { id, title } = procedure;
  const whole: Part = { what: 'procedure', id, title, within: null, ...restingOn(procedure), says: {}, order, own };
  return [whole, ...routes.flatMap((route) => routeParts(route, procedure, pack))];
}

function routeParts(route: Route, procedure: Procedure, pack: Pack): readonly Part[] {
  const { steps, ...own } = route;
  const id = `${procedure.id}/${route.id}`;
  const whole: Part = {
    what: 'route',
    id,
    title: route.title,
    within: procedure.title,
    ...restingOn(route),
    says: { when: conditionText(pack.policy, route.when) },
    order: steps.map((step) => step.id),
    own,
  };
  const within = inBoth((language) => `${spoken(procedure.title, language)} · ${spoken(route.title, language)}`);
  return [whole, ...steps.flatMap((step) => stepParts(step, { route, id, within }, pack))];
}

type Way = { readonly route: Route; readonly id: string; readonly within: Text };

function stepParts(step: Step, { route, id: way, within }: Way, pack: Pack): readonly Part[] {
  const { limits, ...own } = step;
  const said = explainStep(step, route, pack);
  const id = `${way}/${step.id}`;
  const back = step.returnsTo.map((to) => route.steps.find((each) => each.id === to)?.title ?? { zh: to });
  const whole: Part = {
    what: 'step',
    id,
    title: step.title,
    within,
    ...restingOn(step),
    says: {
      who: sentences(joinedSeats(said.seats, step.together)),
      evidence: sentences(said.evidence.map(({ label, when }) => only(label, when))),
      copies: sentences(said.copies.map(({ who, when }) => only(who, when))),
      returns: sentences(back),
      also: sentences(said.also),
    },
    own,
  };
  const under = inBoth((language) => `${spoken(within, language)} · ${spoken(step.title, language)}`);
  return [whole, ...limits.map((limit) => limitPart(limit, `${id}/${limit.id}`, under, route, pack))];
}

function limitPart(limit: Limit, id: string, within: Text, route: Route, pack: Pack): Part {
  return {
    what: 'limit',
    id,
    title: limit.title,
    within,
    ...restingOn(limit),
    says: {
      words: limitText(limit, route, pack.policy),
      extension: extensionRuleText(pack, limit),
      pause: pauseRuleText(pack, limit) ?? sentences([]),
    },
    own: limit,
  };
}

/** With the facts at which it is so, where it is not always. */
const only = (words: Text, when: Text | null): Text =>
  when === null ? words : { zh: `${words.zh}（${when.zh}）`, en: `${spoken(words, 'en')} (${spoken(when, 'en')})` };
