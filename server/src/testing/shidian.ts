import {
  explain,
  seatId,
  type Facts,
  type Pack,
  type ProcedureId,
  type RouteExplained,
  type Step,
} from '@bihuan/core/policy';
import path from 'node:path';
import { ROOT } from '../config.ts';
import { readPack } from '../policies/index.ts';

/** The pack of the county, as it is written. */
export const shidian: Pack = read();

function read(): Pack {
  const { pack } = readPack(path.join(ROOT, 'policies/shidian/2023-05-17'));
  if (!pack) throw new Error('the Shidian pack has faults of shape; read.test.ts lists them');
  return pack;
}

/** The steps of every route of a procedure. */
export const stepsIn = (procedure: ProcedureId): readonly Step[] =>
  shidian.policy.procedures
    .filter(({ id }) => id === procedure)
    .flatMap((each) => each.routes.flatMap((route) => route.steps));

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
