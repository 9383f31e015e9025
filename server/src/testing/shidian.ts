import {
  explain,
  kindOf,
  seatId,
  type ActRule,
  type Facts,
  type Pack,
  type ProcedureId,
  type RouteExplained,
  type Step,
} from '@bihuan/core/policy';
import { readPack } from '../policies/index.ts';
import { COUNTY } from './county.ts';

/** The pack of the county, as it is written. */
export const shidian: Pack = read();

function read(): Pack {
  const { pack } = readPack(COUNTY);
  if (!pack) throw new Error('the Shidian pack has faults of shape; read.test.ts lists them');
  return pack;
}

/** The steps of every route of a procedure. */
export const stepsIn = (procedure: ProcedureId): readonly Step[] =>
  shidian.policy.procedures
    .filter(({ id }) => id === procedure)
    .flatMap((each) => each.routes.flatMap((route) => route.steps));

/** An act outside the steps, as dossiers of this kind have it. */
export function actIn(kind: string, act: string): ActRule {
  const rule = kindOf(shidian.policy, kind)?.acts[act] ?? shidian.policy.acts[act];
  if (!rule) throw new Error(`the pack gives ${act} of a ${kind} to nobody`);
  return rule;
}

/** The route that the facts choose, explained. */
export function routeFor(procedure: 'plan' | 'acceptance', facts: Facts): RouteExplained {
  const route = explain(shidian, facts)[procedure];
  if (route.id === null) throw new Error(`${JSON.stringify(facts)}: ${route.why.zh}`);
  return route;
}

/** What is done and who decides, step by step: `review case.lead-department/section-head`. */
export const seats = (route: RouteExplained): readonly string[] =>
  route.steps.map((step) => {
    const deciding = step.seats.filter(({ part }) => part === 'decide').map(({ seat }) => seatId(seat));
    return `${step.do} ${deciding.join('+')}`;
  });
