import type { Condition, Facts } from '../model.ts';
import { asked } from '../condition.ts';
import { kindOf, whenOf } from '../evidence.ts';
import { matchable } from '../matching.ts';
import type { Finder, Found, Road, Survey } from './survey.ts';

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

type Asking = { readonly at: At; readonly where: string; readonly when: Condition | undefined; readonly road: Road };

/** Every condition of the pack: of routes, and of the evidence their steps ask for. */
const conditions = ({ roads, stands }: Survey): readonly Asking[] => [
  ...roads.map((road): Asking => {
    const { route, path } = road;
    return { road, where: route.id, when: route.when, at: placeOf([...path, 'when'], route) };
  }),
  ...stands.flatMap(({ road, step, path }) =>
    step.evidence.map((need, index): Asking => ({
      road,
      where: `${road.route.id} / ${step.id}`,
      when: whenOf(need),
      at: placeOf([...path, 'evidence', index, 'when'], step),
    })),
  ),
];

const placeOf = (path: Found['path'], { clause }: { readonly clause: string }): At => ({
  file: 'policy',
  path,
  clauses: [clause],
});

function inConditions(survey: Survey): readonly Found[] {
  return conditions(survey).flatMap(({ at, where, when }) =>
    asked(when).flatMap(({ fact, oneOf }) => {
      const known = matchable(survey.pack.policy).find((each) => each.id === fact);
      if (known?.open) {
        return [
          unknown(
            at,
            [where, fact],
            `${where}：“${fact}”的取值未列全，不能用作适用条件`,
            `${where}: the values of "${fact}" are open; no rule may match on it`,
          ),
        ];
      }
      return oneOf.flatMap((value) => undeclared({ [fact]: value }, survey, at, where));
    }),
  );
}

/** Conditions over what nobody knows yet when the route is chosen: an edition has no facts, a classification settles its own. */
function tooEarly(survey: Survey): readonly Found[] {
  const settled = new Set(
    survey.stands.filter(({ road }) => road.procedure.id === 'classification').flatMap(({ step }) => step.settles),
  );
  return conditions(survey).flatMap(({ at, where, when, road: { procedure } }) => {
    const { id } = procedure;
    if (id !== 'edition' && id !== 'classification') return [];
    const early = asked(when).filter(({ fact }) => id === 'edition' || settled.has(fact));
    return [...new Set(early.map(({ fact }) => fact))].map((fact) =>
      unknown(
        at,
        [where, fact],
        `${where}：此时还不知道“${fact}”，${id === 'edition' ? '一张表本身没有事实' : '要由分类本身确定'}`,
        `${where}: "${fact}" is not known by then; ${id === 'edition' ? 'an edition has no facts' : 'the classification itself settles it'}`,
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
      ...step.evidence
        .map(kindOf)
        .flatMap((kind, index) =>
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
