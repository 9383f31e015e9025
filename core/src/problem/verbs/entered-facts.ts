import type { InputFault } from '../../access/index.ts';
import {
  asked,
  evaluate,
  FIELD,
  factsOfKind,
  type Facts,
  type FactValue,
  type Required,
  type Text,
} from '../../policy/index.ts';
import { hasProcedure, kindOn, procedureOf, type Law } from '../../procedure/index.ts';
import { textFault } from './verb.ts';

/** A fact that whoever registers a problem gives, in the words that the kind has for it. */
export type FactGiven = {
  readonly id: string;
  readonly label: Text;
  readonly values: readonly FactValue[];
  /** The list of values is not closed (等). */
  readonly open: boolean;
  readonly required: Required;
  /** It cannot be left out, whatever the others say. */
  readonly needed: boolean;
};

/**
 * Facts of the problem's kind that no step settles, as its sheet calls them: what is entered with the registration. The field
 * stands among the basics. What the ways ahead are chosen by cannot be left out: nobody could supply it later.
 */
export function factsGiven(law: Law): readonly FactGiven[] {
  const kind = kindOn(law, 'problem');
  const settled = settledBySteps(law);
  const choosing = factsChoosing(law);
  const facts = kind ? factsOfKind(kind, law.policy) : law.policy.facts;
  return facts.flatMap((fact): readonly FactGiven[] => {
    const { id, values, open } = fact;
    const field = kind?.sheet.find((known) => known.id === id);
    if (id === FIELD || settled.includes(id) || field?.by !== undefined) return [];
    const required = choosing.has(id) || (field?.required ?? false);
    return [{ id, label: field?.label ?? fact.label, values, open, required, needed: required === true }];
  });
}

/** Facts by which the ways of a problem are chosen. */
function factsChoosing(law: Law): ReadonlySet<string> {
  const flow = kindOn(law, 'problem')?.flow ?? [];
  const routes = flow.flatMap(({ run }) => (hasProcedure(law, run) ? procedureOf(law, run).routes : []));
  return new Set([...flow, ...routes].flatMap(({ when }) => asked(when).map(({ fact }) => fact)));
}

const settledBySteps = ({ policy }: Law): readonly string[] =>
  policy.procedures.flatMap(({ routes }) => routes.flatMap(({ steps }) => steps.flatMap((step) => step.settles)));

/** Facts that must be entered and are not. */
export const neededFacts = (facts: Facts, law: Law): InputFault[] =>
  factsGiven(law)
    .filter(({ required }) =>
      typeof required === 'boolean' ? required : evaluate(required.when, facts).holds === 'yes',
    )
    .flatMap(({ id }) => textFault(`facts.${id}`, facts[id], 40));

/** Values must be the pack's own, except of a fact the pack leaves open. What a step settles is nobody's to enter. */
export function factFaults(facts: Facts, law: Law): InputFault[] {
  const given = factsGiven(law);
  return Object.entries(facts).flatMap(([id, value]) => {
    const fact = given.find((known) => known.id === id);
    const known = fact && (fact.open || fact.values.some((candidate) => candidate.id === value));
    return known ? [] : [{ field: `facts.${id}`, code: 'unknown' } as const];
  });
}
