import { choose, type Facts, type Route, type Step } from '@bihuan/core/policy';
import { dueOf, plainDate } from '@bihuan/core/time';
import { expect, test } from 'vitest';
import { CALENDARS, readCalendars } from '../calendars/index.ts';
import { shidian } from '../testing/shidian.ts';

const { policy, units, examples } = shidian;
const calendar = readCalendars(CALENDARS, policy.calendars);

function roadOf(procedure: 'plan' | 'acceptance', facts: Facts): Route {
  const choice = choose(
    policy.procedures.find((one) => one.id === procedure)!,
    facts,
    policy.rulings,
  );
  if (choice.outcome !== 'route') throw new Error(`${JSON.stringify(facts)}: ${choice.outcome}`);
  return choice.route;
}

const roads = policy.procedures.flatMap((procedure) => procedure.routes);
const kinds = policy.kinds ?? [];
const steps: readonly Step[] = roads.flatMap((route) => route.steps);

test.each([
  ['nation', 'key', 'P1', 'A1', 'province-consent', []],
  ['nation', 'general', 'P2', 'A1', 'province-consent', []],
  ['province', 'key', 'P1', 'A2', 'province-sign', ['province.push-office', 'province.ecology']],
  ['province', 'general', 'P2', 'A3', 'city-accept', ['city.push-office', 'city.ecology']],
  ['city', 'key', 'P2', 'A3', 'city-accept', ['city.push-office', 'city.ecology']],
  ['city', 'general', 'P3', 'A4', 'accept', ['city.push-office', 'city.ecology']],
  ['county', 'key', 'P3-county', 'A4-county', 'accept', []],
  ['county', 'general', 'P3-county', 'A4-county', 'accept', []],
  ['democratic', 'key', 'P1-democratic', 'A1', 'province-consent', []],
  ['democratic', 'general', 'P2-democratic', 'A1', 'province-consent', []],
])(
  'a problem of origin %s, grade %s runs %s and %s, is closed by %s',
  (origin, grade, plan, acceptance, closedBy, copies) => {
    const road = roadOf('acceptance', { origin, grade });
    const closing = road.steps.filter((step) => step.closes);

    expect(roadOf('plan', { origin, grade }).id).toBe(plan);
    expect(road.id).toBe(acceptance);
    expect(closing.map((step) => step.id)).toEqual([closedBy]);
    expect(closing[0]).toBe(road.steps.at(-1));
    expect(closing[0]?.copies.map((copy) => copy.to)).toEqual(copies);
  },
);

test('before the grade is known no road is guessed', () => {
  const plan = policy.procedures.find((procedure) => procedure.id === 'plan');

  expect(choose(plan!, { origin: 'nation' }, policy.rulings)).toEqual({ outcome: 'unknown', missing: ['grade'] });
});

const limits = [...steps.flatMap((step) => step.limits), ...policy.duties.flatMap((duty) => duty.limits)];
const days = examples.flatMap(({ name, starts = {}, expect: { due = {} } }) =>
  Object.entries(due).map(([id, day]) => ({ name, id, day, starts })),
);

test.each(days)('$name: $id ends on $day', ({ id, day, starts }) => {
  const limit = limits.find((one) => one.id === id)!;
  const start = starts[limit.from ?? ''];

  expect(start).toBeDefined();
  expect(limit.term.count).not.toBe('plan-date');
  expect(limit.term.count !== 'plan-date' && dueOf(plainDate(start!), limit.term, calendar).due).toBe(day);
});

test('every step, limit and copy names a clause of the plan', () => {
  const known = new Set(policy.clauses.map((clause) => clause.id));
  const cited = [
    ...policy.procedures,
    ...roads,
    ...steps,
    ...limits,
    ...steps.flatMap((step) => step.copies),
    ...policy.caseRoles,
    ...policy.fields,
    ...Object.values(policy.acts),
    ...kinds,
    ...kinds.flatMap(({ acts }) => Object.values(acts)),
    ...policy.duties,
    ...examples,
  ].map((one) => one.clause);

  expect(cited.filter((clause) => !known.has(clause))).toEqual([]);
});

test('every plan route and every acceptance route has an example', () => {
  const shown = new Set(examples.flatMap((example) => [example.expect.plan, example.expect.acceptance]));

  expect(
    policy.procedures
      .filter((one) => one.id === 'plan' || one.id === 'acceptance')
      .flatMap((one) => one.routes.map((route) => route.id))
      .filter((id) => !shown.has(id)),
  ).toEqual([]);
});

test('where the plan sets no limit the pack says so, and never both', () => {
  expect(steps.filter((step) => step.silent === step.limits.length > 0).map((step) => step.id)).toEqual([]);
});

test('every seat outside a dossier is held by a unit that has the post', () => {
  const seats = steps.flatMap((step) => [...step.by, ...step.coSign]).filter((seat) => !seat.role.startsWith('case.'));
  const empty = seats.filter(
    ({ role, post }) =>
      !units.some(
        (unit) => unit.roles.some((held) => held.role === role) && (post === '*' || unit.posts.includes(post)),
      ),
  );

  expect(empty).toEqual([]);
});

test('rulings that are cited exist, and none is confirmed before the county confirms it', () => {
  const cited = [...roads, ...steps, ...policy.fields, ...policy.topics].flatMap((one) =>
    'ruling' in one && one.ruling ? [one.ruling] : [],
  );
  const known = policy.rulings.map((ruling) => ruling.id);

  expect(cited.filter((id) => !known.includes(id))).toEqual([]);
  expect(policy.rulings.filter((ruling) => ruling.status !== 'pending')).toEqual([]);
});

test('where the pack chose the post that acts, a ruling says so; the plan itself names posts only at signatures and closure', () => {
  const chosen = steps.filter(
    (step) => step.ruling === undefined && [...step.by, ...step.coSign].some(({ post }) => post !== '*'),
  );

  expect([...new Set(chosen.map(({ id }) => id))]).toEqual([
    'province-consent',
    'city-sign',
    'province-sign',
    'signature',
  ]);
  expect(policy.rulings.find(({ id }) => id === 'R14')).toMatchObject({
    status: 'pending',
    clauses: expect.arrayContaining(['二(一).3', '二(三).3']),
  });
});

test('everything shown has an English wording as well', () => {
  const shown = [
    policy.title,
    ...policy.clauses.map((clause) => clause.text),
    ...limits.map((limit) => limit.title),
    ...[...policy.procedures, ...roads, ...steps, ...policy.duties, ...policy.rulings].map((one) => one.title),
    ...policy.rulings.map((ruling) => ruling.reason),
    ...[
      ...policy.facts,
      ...policy.facts.flatMap((fact) => fact.values),
      ...policy.posts,
      ...(policy.roles ?? []),
      ...policy.fields,
      ...policy.evidenceKinds,
      ...policy.caseRoles,
    ].map((one) => one.label),
    ...units.flatMap((unit) => unit.names.map((held) => held.name)),
    ...kinds.flatMap(({ title, menu, stages, acts }) => [
      title,
      menu ?? title,
      ...stages.map((stage) => stage.title),
      ...Object.values(acts).map((act) => act.title ?? title),
    ]),
    ...kinds
      .flatMap(({ sheet }) => [...sheet, ...sheet.flatMap(({ columns = [] }) => columns)])
      .map((one) => one.label),
  ];

  expect(shown.filter((text) => !text.en).map((text) => text.zh)).toEqual([]);
});

test('every office that a unit holds has a name for people', () => {
  const named = new Set((policy.roles ?? []).map(({ id }) => id));
  expect(units.flatMap((unit) => unit.roles.map(({ role }) => role)).filter((role) => !named.has(role))).toEqual([]);
});

test('pictures of the place before and after are told apart', () => {
  expect(policy.evidenceKinds.flatMap(({ id, shows }) => (shows ? [`${id} ${shows}`] : []))).toEqual([
    'before-photo before',
    'after-photo after',
  ]);
});

test('no department sits within the county government: it may judge their work', () => {
  expect(units.filter((unit) => unit.within === 'county-government')).toEqual([]);
  expect(units.find((unit) => unit.id === 'county-push-office')?.within).toBe('county-development');
});
