import { evaluate } from '../../condition.ts';
import type { Facts, Procedure, Route } from '../../model.ts';
import { MOST_COMBINATIONS } from '../survey/combinations.ts';
import type { Finder, Found, Road, Survey, Trial } from '../survey/survey.ts';

/** Two or more routes at the same facts. Only the ruling that ranks them all answers it. */
export const overlaps: Finder = ({ trials, roads }) =>
  [...trials].flatMap(([procedure, tried]) => {
    const several = tried.filter((trial) => contenders(trial).length > 1);
    const groups = Map.groupBy(several, (trial) =>
      inOrder(procedure, trial)
        .map((route) => route.id)
        .join('、'),
    );
    return [...groups].map(([names, group]): Found => {
      const routes = inOrder(procedure, group[0]!);
      const choice = group[0]!.choice;
      return {
        kind: 'overlap',
        file: 'policy',
        path: roads.find((road) => road.route === routes.at(-1))?.path ?? [],
        clauses: [...new Set(routes.map((route) => route.clause))],
        facts: group.map((trial) => trial.facts),
        about: routes.map((route) => route.id),
        onlyBy: choice.outcome === 'route' ? choice.ruling : null,
        text: {
          zh: `${procedure.title.zh}：${names} 在同样情形下同时适用，方案未写明用哪一条`,
          en: `${procedure.id}: ${routes.map((route) => route.id).join(', ')} apply to the same facts and the plan does not say which`,
        },
      };
    });
  });

function contenders({ choice }: Trial): readonly Route[] {
  if (choice.outcome === 'ambiguous') return choice.routes;
  return choice.outcome === 'route' ? [choice.route, ...choice.losing] : [];
}

// in the order of the pack, so that one set of routes is one fault whoever wins
const inOrder = (procedure: Procedure, trial: Trial): readonly Route[] =>
  procedure.routes.filter((route) => contenders(trial).includes(route));

/** Facts for which the plan itself has no route. A route that a ruling supplies fills the gap and does not hide it. */
export const gaps: Finder = (survey) => [
  ...[...survey.trials].flatMap(([procedure, tried]) => gapsIn(procedure, tried, survey)),
  ...untried(survey),
];

function gapsIn(procedure: Procedure, tried: readonly Trial[], survey: Survey): readonly Found[] {
  const open = tried
    .filter((trial) => trial.choice.outcome === 'none' || filling(trial).length > 0)
    .filter(({ facts }) => comesHere(procedure, facts, survey));
  const groups = Map.groupBy(open, ({ choice }) => (choice.outcome === 'route' ? choice.route.id : ''));
  return [...groups].map(([filler, group]) => {
    const road = survey.roads.find((candidate) => candidate.procedure === procedure && candidate.route.id === filler);
    return gap(
      procedure,
      road ?? null,
      survey.pack.policy.procedures.indexOf(procedure),
      group.map((trial) => trial.facts),
    );
  });
}

/** Whether some kind of dossier begins this procedure at these facts: where none does, nobody misses a route. */
function comesHere(procedure: Procedure, facts: Facts, { flows }: Survey): boolean {
  const legs = flows.flatMap((flow) => flow.legs.filter((leg) => leg.procedure === procedure));
  return legs.length === 0 || legs.some(({ stretch }) => evaluate(stretch.when, facts).holds !== 'no');
}

/** The routes at these facts, when every one of them is a ruling's. */
function filling(trial: Trial): readonly Route[] {
  const routes = contenders(trial);
  return routes.every((route) => route.ruling !== undefined) ? routes : [];
}

function gap(procedure: Procedure, road: Road | null, index: number, facts: readonly Facts[]): Found {
  const filled = road
    ? { zh: `，现按裁定走 ${road.route.id}`, en: `; a ruling supplies ${road.route.id}` }
    : { zh: '，也没有裁定补上', en: ' and no ruling supplies one' };
  return {
    kind: 'gap',
    file: 'policy',
    path: road?.path ?? ['procedures', index],
    clauses: [road?.route.clause ?? procedure.clause],
    facts,
    about: road ? [procedure.id, road.route.id] : [procedure.id],
    onlyBy: road?.route.ruling ?? null,
    text: {
      zh: `${procedure.title.zh}：方案没有规定这些情形怎么办${filled.zh}`,
      en: `${procedure.id}: the plan has no route for these facts${filled.en}`,
    },
  };
}

function untried({ pack, trials }: Survey): readonly Found[] {
  return pack.policy.procedures.flatMap((procedure, index): readonly Found[] => {
    if (trials.get(procedure)?.length !== 0) return [];
    const text = {
      zh: `${procedure.title.zh}：所用事实的组合为零或超过${MOST_COMBINATIONS}种，无法逐一检验`,
      en: `${procedure.id}: the facts it uses have no combination, or more than ${MOST_COMBINATIONS}, and cannot be tried one by one`,
    };
    return [
      {
        kind: 'gap',
        file: 'policy',
        path: ['procedures', index],
        clauses: [procedure.clause],
        facts: [],
        about: [procedure.id],
        onlyBy: null,
        text,
      },
    ];
  });
}

/** A route that no combination of facts leads onto. */
export const neverTaken: Finder = ({ roads, trials }) =>
  roads
    .filter(({ facts, procedure }) => facts.length === 0 && answered(trials.get(procedure) ?? []))
    .map(({ route, path }) => ({
      kind: 'unreachable-step',
      file: 'policy',
      path,
      clauses: [route.clause],
      facts: [],
      about: [route.id],
      text: {
        zh: `任何情形都走不到 ${route.id}（${route.title.zh}）`,
        en: `no combination of facts leads onto ${route.id}`,
      },
    }));

// where a condition asks for something undeclared, that is the fault; what follows from it is noise
const answered = (tried: readonly Trial[]): boolean =>
  tried.length > 0 && tried.every(({ choice }) => choice.outcome !== 'unknown');
