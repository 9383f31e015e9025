import type { Facts } from '../model.ts';
import { asked } from '../condition.ts';
import { matchable } from '../matching.ts';
import type { Finder, Found, Survey } from './survey.ts';

type At = Pick<Found, 'file' | 'path' | 'clauses'>;

const unknown = (at: At, about: readonly string[], zh: string, en: string): Found => ({
  kind: 'unknown-fact',
  ...at,
  facts: [],
  about,
  text: { zh, en },
});

/** Facts, values and evidence that the pack does not declare, and rules over a fact whose values are not all known. */
export const unknownFacts: Finder = (survey) => [
  ...inConditions(survey),
  ...tooEarly(survey),
  ...inSteps(survey),
  ...inExamples(survey),
];

function inConditions(survey: Survey): readonly Found[] {
  return survey.roads.flatMap(({ route, path }) => {
    const at: At = { file: 'policy', path: [...path, 'when'], clauses: [route.clause] };
    return asked(route.when).flatMap(({ fact, oneOf }) => {
      const known = matchable(survey.pack.policy).find((each) => each.id === fact);
      if (known?.open) {
        return [
          unknown(
            at,
            [route.id, fact],
            `${route.id}：“${fact}”的取值未列全，不能用作适用条件`,
            `${route.id}: the values of "${fact}" are open; no rule may match on it`,
          ),
        ];
      }
      return oneOf.flatMap((value) => undeclared({ [fact]: value }, survey, at, route.id));
    });
  });
}

/** Conditions over what nobody knows yet when the route is chosen: an edition has no facts, a classification settles its own. */
function tooEarly({ roads, stands }: Survey): readonly Found[] {
  const settled = new Set(
    stands.filter(({ road }) => road.procedure.id === 'classification').flatMap(({ step }) => step.settles),
  );
  return roads.flatMap(({ procedure: { id }, route, path }) => {
    if (id !== 'edition' && id !== 'classification') return [];
    const early = asked(route.when).filter(({ fact }) => id === 'edition' || settled.has(fact));
    return [...new Set(early.map(({ fact }) => fact))].map((fact) =>
      unknown(
        { file: 'policy', path: [...path, 'when'], clauses: [route.clause] },
        [route.id, fact],
        `${route.id}：选路时还不知道“${fact}”，${id === 'edition' ? '一张表本身没有事实' : '要由分类本身确定'}`,
        `${route.id}: "${fact}" is not known when this route is chosen; ${id === 'edition' ? 'an edition has no facts' : 'the classification itself settles it'}`,
      ),
    );
  });
}

function undeclared(facts: Facts, { pack }: Survey, at: At, where: string): readonly Found[] {
  return Object.entries(facts).flatMap(([fact, value]) => {
    const known = matchable(pack.policy).find((each) => each.id === fact);
    if (!known)
      return [unknown(at, [where, fact], `${where}：没有“${fact}”这项事实`, `${where}: there is no fact "${fact}"`)];
    if (known.open || known.values.some((each) => each.id === value)) return [];
    const may = known.values.map((each) => each.id);
    return [
      unknown(
        at,
        [where, fact, value],
        `${where}：“${fact}”没有“${value}”；可以是 ${may.join('、')}`,
        `${where}: "${fact}" is never "${value}"; it is one of ${may.join(', ')}`,
      ),
    ];
  });
}

function inSteps({ stands, pack: { policy } }: Survey): readonly Found[] {
  const facts = new Set(policy.facts.map((fact) => fact.id));
  const kinds = new Set(policy.evidenceKinds.map((kind) => kind.id));
  return stands.flatMap(({ step, road, path }) => {
    const where = `${road.route.id} / ${step.id}`;
    const at = (key: string, index: number): At => ({
      file: 'policy',
      path: [...path, key, index],
      clauses: [step.clause],
    });
    return [
      ...step.settles.flatMap((fact, index) =>
        facts.has(fact)
          ? []
          : [
              unknown(
                at('settles', index),
                [road.route.id, step.id, fact],
                `${where}：没有“${fact}”这项事实`,
                `${where}: there is no fact "${fact}"`,
              ),
            ],
      ),
      ...step.evidence.flatMap((kind, index) =>
        kinds.has(kind)
          ? []
          : [
              unknown(
                at('evidence', index),
                [road.route.id, step.id, kind],
                `${where}：没有“${kind}”这类佐证材料`,
                `${where}: there is no kind of evidence "${kind}"`,
              ),
            ],
      ),
    ];
  });
}

function inExamples(survey: Survey): readonly Found[] {
  return survey.pack.examples.flatMap(({ name, facts, clause }, index) =>
    undeclared(facts, survey, { file: 'examples', path: ['examples', index, 'facts'], clauses: [clause] }, name),
  );
}
