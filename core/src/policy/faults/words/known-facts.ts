import type { Condition, Fact, Facts } from '../../model.ts';
import { asked } from '../../condition.ts';
import { kindOf, whenOf } from '../../evidence.ts';
import { factsOfKind, matchable } from '../../matching.ts';
import { flowsWith } from '../flow/flow.ts';
import { factsOfPack } from '../survey/kinds.ts';
import type { Finder, Flow, Found, Road, Stand, Survey } from '../survey/survey.ts';

type At = Pick<Found, 'file' | 'path' | 'clauses'>;

const unknown = (at: At, about: readonly string[], zh: string, en: string): Found => ({
  kind: 'unknown-fact',
  ...at,
  facts: [],
  about,
  text: { zh, en },
});

/** Facts, values and evidence that the pack does not declare, and rules over a fact whose values are not all known. */
export const unknownFacts: Finder = (survey) => [...inConditions(survey), ...inSteps(survey), ...inExamples(survey)];

type Asking = {
  readonly at: At;
  readonly where: string;
  readonly when: Condition | undefined;
  /** What may be asked for here. */
  readonly facts: readonly Fact[];
};

/** Every condition of the pack, each with the facts that dossiers have where it is asked. */
const conditions = (survey: Survey): readonly Asking[] => [
  ...survey.roads.flatMap((road) =>
    vocabularies(road, survey).flatMap((facts) => [
      { facts, where: road.route.id, when: road.route.when, at: placeOf([...road.path, 'when'], road.route) },
      ...survey.stands.filter((stand) => stand.road === road).flatMap((stand) => ofStep(stand, facts)),
    ]),
  ),
  ...survey.flows.flatMap((flow) => ofKind(flow, survey)),
  ...ofParts(survey),
];

/** Facts of each kind in which the road is taken; one that nothing runs may ask for those of the pack. */
function vocabularies(road: Road, { flows, pack: { policy } }: Survey): readonly (readonly Fact[])[] {
  const running = flowsWith(road, flows);
  return running.length === 0 ? [matchable(policy)] : running.map(({ flow }) => factsOfKind(flow.kind, policy));
}

function ofStep({ road, step, path }: Stand, facts: readonly Fact[]): readonly Asking[] {
  const where = `${road.route.id} / ${step.id}`;
  const asking = (keys: Found['path'], when: Condition | undefined, clause: string): Asking => ({
    where,
    when,
    facts,
    at: placeOf([...path, ...keys, 'when'], { clause }),
  });
  return [
    ...step.evidence.map((need, index) => asking(['evidence', index], whenOf(need), step.clause)),
    ...step.limits.map((limit, index) => asking(['limits', index], limit.when, limit.clause)),
    ...step.copies.map((copy, index) => asking(['copies', index], copy.when, copy.clause)),
  ];
}

function ofKind({ kind, path, legs }: Flow, { pack: { policy } }: Survey): readonly Asking[] {
  const facts = factsOfKind(kind, policy);
  const asking = (keys: Found['path'], name: string, when: Condition | undefined): Asking => ({
    where: `${kind.id} / ${name}`,
    when,
    facts,
    at: placeOf([...path, ...keys, 'when'], kind),
  });
  return [
    ...legs.map(({ stretch, at }) => asking(['flow', at], stretch.run, stretch.when)),
    ...kind.tells.map((tell, index) => asking(['tells', index], tell.id, tell.when)),
    ...kind.sheet.flatMap(({ id, required }, index) =>
      typeof required === 'boolean' ? [] : [asking(['sheet', index, 'required'], id, required.when)],
    ),
  ];
}

const ofParts = ({ pack: { policy } }: Survey): readonly Asking[] =>
  policy.caseRoles.flatMap(({ id, clause, required }, index) =>
    typeof required === 'boolean'
      ? []
      : [
          {
            where: id,
            when: required.when,
            facts: factsOfPack(policy),
            at: placeOf(['caseRoles', index, 'required', 'when'], { clause }),
          },
        ],
  );

const placeOf = (path: Found['path'], { clause }: { readonly clause: string }): At => ({
  file: 'policy',
  path,
  clauses: [clause],
});

function inConditions(survey: Survey): readonly Found[] {
  return conditions(survey).flatMap(({ at, where, when, facts }) =>
    asked(when).flatMap(({ fact, oneOf }) => {
      const known = facts.find((each) => each.id === fact);
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
      // a fact that is not there at all is told once, whatever values it is asked for
      return (known ? oneOf : oneOf.slice(0, 1)).flatMap((value) => undeclared({ [fact]: value }, facts, at, where));
    }),
  );
}

function undeclared(facts: Facts, declared: readonly Fact[], at: At, where: string): readonly Found[] {
  return Object.entries(facts).flatMap(([fact, value]) => {
    const known = declared.find((each) => each.id === fact);
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
  const facts = new Set(factsOfPack(policy).map((fact) => fact.id));
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
  return survey.pack.examples.flatMap(({ name, facts, clause, at }, index) =>
    undeclared(
      facts,
      matchable(survey.pack.policy),
      { file: 'examples', path: ['examples', at ?? index, 'facts'], clauses: [clause] },
      name,
    ),
  );
}
