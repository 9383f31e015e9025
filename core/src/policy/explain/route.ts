import type { Choice } from '../choice.ts';
import { asked, evaluate } from '../condition.ts';
import {
  explainStep,
  type CopyExplained,
  type LimitExplained,
  type SeatExplained,
  type StepExplained,
} from './step.ts';
import { signings } from '../judging.ts';
import type { ClauseId, Facts, Pack, Procedure, Route, Ruling, Text } from '../model.ts';
import { conditionText, factText, inBoth, spoken } from '../wording.ts';

/** Why a route is the one: its condition in words, and the facts that meet it. */
export type Matched = {
  readonly condition: Text;
  readonly facts: readonly { readonly fact: string; readonly value: string | null; readonly words: Text }[];
};

/** A ruling as the screen shows it: who made it and whether it is confirmed. */
export type RulingExplained = Pick<Ruling, 'id' | 'title' | 'reason' | 'clauses' | 'by' | 'on' | 'status'>;

/** A route that was not taken. */
export type NotTaken = { readonly id: string; readonly title: Text; readonly clause: ClauseId; readonly why: Text };

/** The route the facts choose, with everything it demands. */
export type RouteExplained = {
  readonly id: string;
  readonly title: Text;
  readonly clause: ClauseId;
  readonly ruling: RulingExplained | null;
  readonly matched: Matched;
  /** Routes that match the facts as well and gave way. */
  readonly losing: readonly NotTaken[];
  /** Routes whose condition does not hold. */
  readonly others: readonly NotTaken[];
  readonly steps: readonly StepExplained[];
  readonly signers: readonly (SeatExplained & { readonly step: string; readonly clause: ClauseId })[];
  readonly limits: readonly LimitExplained[];
  readonly copies: readonly CopyExplained[];
  /** Every clause the route stands on, in the order of the pack, said in our own words. */
  readonly clauses: readonly { readonly id: ClauseId; readonly text: Text }[];
};

/** No route: none fits, several do, or a fact is missing. */
export type NoRoute = {
  readonly id: null;
  readonly why: Text;
  readonly missing: readonly string[];
  readonly routes: readonly string[];
};

/** Says what a choice came to. */
export function explainChoice(
  choice: Choice,
  procedure: Procedure,
  facts: Facts,
  pack: Pack,
): RouteExplained | NoRoute {
  switch (choice.outcome) {
    case 'route':
      return { ...explainRoute(choice.route, pack), ...reasons(choice, procedure, facts, pack) };
    case 'unknown':
      return { id: null, missing: choice.missing, routes: [], why: missingText(choice.missing, pack) };
    case 'ambiguous': {
      const routes = choice.routes.map((route) => route.id);
      return {
        id: null,
        missing: [],
        routes,
        why: {
          zh: `${routes.join('、')} 同时适用，没有裁定排序`,
          en: `${routes.join(', ')} all apply and no ruling ranks them`,
        },
      };
    }
    case 'none':
      return {
        id: null,
        missing: [],
        routes: [],
        why: { zh: '方案没有规定这种情形', en: 'the plan has no route for these facts' },
      };
  }
}

function missingText(missing: readonly string[], { policy }: Pack): Text {
  const names = inBoth((language) =>
    missing.map((fact) => spoken(factText(policy, fact, null), language)).join(language === 'zh' ? '、' : ', '),
  );
  return { zh: `还不知道${names.zh}`, en: `not known yet: ${names.en}` };
}

/** What a route demands, whoever is on it. */
function explainRoute(route: Route, pack: Pack) {
  const steps = route.steps.map((step) => explainStep(step, route, pack));
  const [limits, copies] = [steps.flatMap((step) => step.limits), steps.flatMap((step) => step.copies)];
  const cited = new Set([route, ...steps, ...limits, ...copies].map((each) => each.clause));
  const signed = new Set(signings(route).map((step) => step.id));
  const signers = steps
    .filter((step) => signed.has(step.id))
    .flatMap(({ id, clause, seats }) =>
      seats.filter((seat) => seat.part === 'decide').map((seat) => ({ ...seat, step: id, clause })),
    );
  const clauses = pack.policy.clauses.filter((clause) => cited.has(clause.id)).map(({ id, text }) => ({ id, text }));
  return { id: route.id, title: route.title, clause: route.clause, steps, signers, limits, copies, clauses };
}

function reasons(choice: Extract<Choice, { outcome: 'route' }>, procedure: Procedure, facts: Facts, { policy }: Pack) {
  const { route, losing } = choice;
  const ruling = policy.rulings.find((each) => each.id === choice.ruling) ?? null;
  const names = [...new Set(asked(route.when).map((part) => part.fact))];
  const met = names.map((fact) => ({
    fact,
    value: facts[fact] ?? null,
    words: factText(policy, fact, facts[fact] ?? null),
  }));
  const others = procedure.routes.filter((other) => other !== route && !losing.includes(other));
  const yielding: Text = {
    zh: `也符合条件；按裁定 ${ruling?.id ?? ''} 先适用 ${route.id}`,
    en: `applies as well; by ruling ${ruling?.id ?? ''} ${route.id} comes first`,
  };
  return {
    ruling: ruling && rulingOf(ruling),
    matched: { condition: conditionText(policy, route.when), facts: met },
    losing: losing.map((other) => notTaken(other, yielding)),
    others: others.map((other) => notTaken(other, unmet(other, facts, policy))),
  };
}

/** A ruling as screens show it. */
export const rulingOf = ({ id, title, reason, clauses, by, on, status }: Ruling): RulingExplained => ({
  id,
  title,
  reason,
  clauses,
  by,
  on,
  status,
});
const notTaken = ({ id, title, clause }: Route, why: Text): NotTaken => ({ id, title, clause, why });

function unmet(route: Route, facts: Facts, policy: Pack['policy']): Text {
  const failing = asked(route.when)
    .filter((part) => evaluate(part, facts).holds === 'no')
    .map((part) => part.fact);
  const own = [...new Set(failing)].map((fact) => factText(policy, fact, facts[fact] ?? null));
  const condition = conditionText(policy, route.when);
  return {
    zh: `适用于：${condition.zh}；现为 ${own.map((each) => each.zh).join('，')}`,
    en: `for: ${condition.en}; here ${own.map((each) => each.en).join(', ')}`,
  };
}
