import { dueOf, localTime, type Calendar, type PlainDate } from '../../../time/index.ts';
import { choose, type Choice } from '../../choice.ts';
import { seatsOf, signings } from '../../judging.ts';
import { matchable } from '../../matching.ts';
import type { Example, Limit, Pack, ProcedureId, Route } from '../../model.ts';
import { seatId } from '../../wording.ts';
import type { Finder, Found } from '../survey/survey.ts';
import { chain } from '../flow/ways.ts';

type Difference = { readonly key: string; readonly expected: string; readonly found: string };

/** Examples that come out otherwise than the pack's authors wrote them down. */
export const examplesDiffer: Finder = ({ pack, calendar }) =>
  pack.examples.flatMap((example, index) =>
    // facts that the pack does not have are the fault; that they lead elsewhere follows from it
    (undeclared(example, pack) ? [] : differences(example, pack, calendar)).map(({ key, expected, found }): Found => ({
      kind: 'example-differs',
      file: 'examples',
      path: ['examples', example.at ?? index, 'expect', ...key.split('.')],
      clauses: [example.clause],
      facts: [example.facts],
      about: [example.name, key],
      text: {
        zh: `例句“${example.name}”：${key} 应为 ${expected}，实为 ${found}`,
        en: `example "${example.name}": ${key} should be ${expected} and is ${found}`,
      },
    })),
  );

function undeclared({ facts }: Example, { policy }: Pack): boolean {
  return Object.entries(facts).some(([fact, value]) => {
    const known = matchable(policy).find((each) => each.id === fact);
    return !known || !(known.open || known.values.some((each) => each.id === value));
  });
}

function differences(example: Example, pack: Pack, calendar: Calendar | null): readonly Difference[] {
  return [...onTheWay(example, pack, calendar), ...inProcedures(example, pack)];
}

function onTheWay(example: Example, pack: Pack, calendar: Calendar | null): readonly Difference[] {
  const { expect } = example;
  const [plan, acceptance] = [chosen('plan', example, pack), chosen('acceptance', example, pack)];
  const astray = [
    ...differs('plan', expect.plan, nameOf(plan)),
    ...differs('acceptance', expect.acceptance, nameOf(acceptance)),
  ];
  if (astray.length > 0) return astray; // on another route everything else differs too
  const routes = [plan, acceptance].flatMap((choice) => (choice?.outcome === 'route' ? [choice.route] : []));
  const signers = acceptance?.outcome === 'route' ? signersOf(acceptance.route) : [];
  const copies = routes.flatMap(copiesOf);
  return [
    ...differs('signers', expect.signers && listed(expect.signers.map(fullSeat)), listed(signers)),
    ...differs('copies', expect.copies && listed(expect.copies), listed(copies)),
    ...dueDifferences(example, limitsOf(example, pack), calendar),
  ];
}

/** The parts an example asks for of single procedures; on another route than expected everything else differs too. */
function inProcedures(example: Example, pack: Pack): readonly Difference[] {
  return pack.policy.procedures.flatMap(({ id }) => {
    const expected = example.expect.procedures?.[id];
    const choice = chosen(id, example, pack);
    if (!expected) return [];
    const key = `procedures.${id}`;
    const astray = differs(`${key}.route`, expected.route, nameOf(choice));
    if (astray.length > 0) return astray;
    const route = choice?.outcome === 'route' ? choice.route : null;
    return [
      ...differs(`${key}.steps`, expected.steps && inTurn(Object.entries(expected.steps)), route ? stepsOf(route) : ''),
      ...differs(`${key}.copies`, expected.copies && listed(expected.copies), route ? listed(copiesOf(route)) : ''),
    ];
  });
}

const copiesOf = (route: Route): readonly string[] => route.steps.flatMap((step) => step.copies.map((copy) => copy.to));

/** Steps in the order they are taken, with everybody who has a hand in them. */
function stepsOf(route: Route): string {
  const taken = chain(route, 0).flatMap((at) => route.steps[at] ?? []);
  return inTurn(taken.map((step) => [step.id, seatsOf(step).map(seatId)]));
}

const inTurn = (steps: readonly (readonly [string, readonly string[]])[]): string =>
  steps.map(([id, seats]) => `${id} (${listed(seats.map(fullSeat))})`).join(' → ');

function differs(key: string, expected: string | undefined, found: string): readonly Difference[] {
  return expected === undefined || expected === found
    ? []
    : [{ key, expected: expected || '无', found: found || '无' }];
}

function chosen(id: ProcedureId, { facts }: Example, { policy }: Pack): Choice | null {
  const procedure = policy.procedures.find((each) => each.id === id);
  return procedure ? choose(procedure, facts, policy.rulings) : null;
}

function nameOf(choice: Choice | null): string {
  switch (choice?.outcome) {
    case 'route':
      return choice.route.id;
    case 'ambiguous':
      return choice.routes.map((route) => route.id).join(' / ');
    case 'unknown':
      return `? ${choice.missing.join(', ')}`;
    default:
      return 'none';
  }
}

const signersOf = (route: Route): readonly string[] => signings(route).flatMap((step) => step.by.map(seatId));

const fullSeat = (seat: string): string => (seat.includes('/') ? seat : `${seat}/*`);
const listed = (words: readonly string[]): string => [...new Set(words)].toSorted().join(', ');

/** Limits an example may speak of: those on the roads that its facts choose, on every road where it names no facts, and of duties. */
function limitsOf(example: Example, pack: Pack): readonly Limit[] {
  const { procedures, duties } = pack.policy;
  const always = Object.keys(example.facts).length === 0;
  const routes = procedures.flatMap((procedure) => {
    const choice = chosen(procedure.id, example, pack);
    if (choice?.outcome === 'route') return [choice.route];
    return always ? procedure.routes : [];
  });
  return [...duties, ...routes.flatMap((route) => route.steps)].flatMap((each) => each.limits);
}

function dueDifferences(
  { expect, starts = {} }: Example,
  limits: readonly Limit[],
  calendar: Calendar | null,
): readonly Difference[] {
  return Object.entries(expect.due ?? {}).flatMap(([id, day]) => {
    const limit = limits.find((each) => each.id === id);
    if (!limit) return differs(`due.${id}`, day, '（这条路径没有此期限 / no such limit on this route）');
    const start = limit.from === null ? undefined : starts[limit.from];
    if (!start) return differs(`due.${id}`, day, `（没有写 starts.${limit.from} / is not in starts）`);
    return calendar ? differs(`due.${id}`, day, dueDay(limit, start, calendar)) : [];
  });
}

function dueDay({ term }: Limit, start: PlainDate, calendar: Calendar): string {
  if (term.count === 'plan-date') return '（整改方案自定 / the plan’s own date）';
  return dueOf(term.count === 'hours' ? localTime(`${start}T00:00`) : start, term, calendar).due;
}
