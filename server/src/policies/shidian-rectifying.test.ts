import { kindOf, seatId, type RouteExplained } from '@bihuan/core/policy';
import { expect, test } from 'vitest';
import { actIn, routeFor, seats, shidian, stepsIn } from '../testing/shidian.ts';

const { policy } = shidian;
const limits = (route: RouteExplained): readonly string[] =>
  route.limits.map(({ step, words }) => `${step}: ${words.zh}`);

test('二(一).1 the development bureau classifies together with the ecology branch, in writing to the push office', () => {
  expect(stepsIn('classification')).toMatchObject([
    {
      do: 'classify',
      by: [{ role: 'county.development' }],
      coSign: [{ role: 'county.ecology' }],
      settles: ['grade'],
      copies: [{ to: 'county.push-office', written: true }],
      clause: '二(一).1',
    },
  ]);
});

test('二(一).2 what stands in other lists is noted by those who keep the register', () => {
  expect(actIn('problem', 'cross-reference').clause).toBe('二(一).2');
  expect(actIn('problem', 'cross-reference').by.map(seatId)).toEqual(actIn('problem', 'register').by.map(seatId));
});

test('二(一) the plan is written by the responsible unit or the county unit that leads', () => {
  expect(actIn('problem', 'write-plan')).toMatchObject({
    clause: '二(一)',
    by: [{ role: 'case.holder' }, { role: 'case.lead' }],
  });
  expect(
    stepsIn('plan')
      .filter((step) => step.do === 'draft')
      .every((step) => step.writes === 'plan' && ['case.holder', 'case.lead'].includes(step.by[0]!.role)),
  ).toBe(true);
});

test('二(一).3 P1: after the superior’s plan, county government, review within 5 working days, meeting, issue', () => {
  const route = routeFor('plan', { origin: 'nation', grade: 'key' });

  expect(seats(route)).toEqual([
    'record county.push-office/handler',
    'issue province.lead/*',
    'draft case.lead/handler',
    'consent county.government/leader-in-charge',
    'submit case.lead/leader-in-charge',
    'review case.lead-department/section-head',
    'meeting county.leading-group-office/leader-in-charge',
    'issue county.push-office/section-head',
  ]);
  expect(limits(route)).toEqual(['submit: 自上级整改方案印发起5个工作日（当日不计）']);
  expect(stepsIn('plan').find((step) => step.id === 'superior-plan')?.ruling).toBe('R12'); // the plan does not say which superior
  expect(route.steps.flatMap((step) => step.seats.filter(({ part }) => part === 'co-sign'))).toEqual([]); // it names none who draft along
});

test('二(一).4 P2: 10 and 15 working days from hand-over, expert review by two city offices, meeting, issue', () => {
  const route = routeFor('plan', { origin: 'province', grade: 'general' });
  const expert = route.steps.find((step) => step.do === 'expert-review');

  expect(limits(route)).toEqual([
    'submit: 自移交起10个工作日（当日不计）',
    'submit-city: 自移交起15个工作日（当日不计）',
  ]);
  expect(expert?.seats.map(({ seat, external }) => [seat.role, external])).toEqual([
    ['city.push-office', true],
    ['city.ecology', true],
  ]);
  expect(route.steps.map((step) => step.do)).toEqual([
    'draft',
    'submit',
    'review',
    'submit',
    'expert-review',
    'meeting',
    'issue',
  ]);
});

test('二(一).5 P3: as P2 to the county, then the city industry department agrees', () => {
  const route = routeFor('plan', { origin: 'city', grade: 'general' });

  expect(limits(route)).toEqual([
    'submit: 自移交起10个工作日（当日不计）',
    'submit-city: 自移交起15个工作日（当日不计）',
  ]);
  expect(seats(route).slice(-2)).toEqual(['consent city.industry/*', 'issue county.push-office/section-head']);
});

test('二(二).1 holder and lead department are never empty, nor who leads where he drafts; others may cooperate and supervise', () => {
  const { parts } = kindOf(policy, 'problem')!;
  const required = policy.caseRoles.filter((role) => role.required && parts.includes(role.id));

  expect(required.map(({ id }) => id)).toEqual(['case.holder', 'case.lead', 'case.lead-department']);
  expect(required[1]!.required).toMatchObject({ when: { all: [{ fact: 'origin' }, { fact: 'grade' }] } });
  expect(policy.caseRoles.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['case.cooperating', 'case.supervising']),
  );
  expect(actIn('problem', 'assign-parts').clause).toBe('二(二).1');
});

test('二(二).2 the push office urges and settles disputes over hand-overs', () => {
  expect(actIn('problem', 'urge')).toMatchObject({
    clause: '二(二).2',
    by: [{ role: 'county.push-office' }, { role: 'county.push-office' }],
  });
  expect(actIn('problem', 'arbitrate-hand-over').by.map(({ role }) => role)).toEqual(['county.push-office']);
});

test('二(三) evidence is added by those who take part, completion is reported by the responsible unit, and only the last step closes', () => {
  expect(actIn('problem', 'add-evidence')).toMatchObject({
    clause: '二(三)',
    by: expect.arrayContaining([{ role: 'case.holder', post: '*' }]),
  });
  expect(actIn('problem', 'report-finish')).toMatchObject({
    clause: '二(三)',
    by: [{ role: 'case.holder' }, { role: 'case.holder' }],
  });
  expect(
    policy.procedures
      .find(({ id }) => id === 'acceptance')!
      .routes.flatMap((route) => route.steps.slice(0, -1))
      .filter((step) => step.closes),
  ).toEqual([]);
});

test('二(三).1 A1: county self-check, city acceptance and signature, provincial check, provincial leader in charge', () => {
  expect(seats(routeFor('acceptance', { origin: 'democratic', grade: 'general' }))).toEqual([
    'self-check county.government/leader-in-charge',
    'accept city.government/*',
    'sign city.government/*',
    'on-site-check province.lead/*',
    'consent province.government/leader-in-charge',
  ]);
});

test('二(三).2 A2: the city leader in charge signs, the provincial department’s main leader closes, two copies', () => {
  const route = routeFor('acceptance', { origin: 'province', grade: 'key' });

  expect(route.signers.map(({ seat }) => seatId(seat))).toEqual([
    'city.government/leader-in-charge',
    'province.lead/main-leader',
  ]);
  expect(route.steps.at(-1)).toMatchObject({ closes: true, external: true });
  expect(route.copies.map(({ to }) => to)).toEqual(['province.push-office', 'province.ecology']);
});

test('二(三).3 A3: self-check, county government on site, county leader in charge, city lead department closes', () => {
  const route = routeFor('acceptance', { origin: 'city', grade: 'key' });

  expect(seats(route)).toEqual([
    'self-check case.holder/handler+case.lead-department/handler',
    'on-site-check county.government/leader-in-charge',
    'sign county.government/leader-in-charge',
    'accept city.lead/*',
  ]);
  expect(route.steps[0]?.together).toBe('all');
  expect(route.copies.map(({ to }) => to)).toEqual(['city.push-office', 'city.ecology']);
});

test('二(三).4 A4: the department’s main leader signs, the county government accepts and closes, two copies', () => {
  const route = routeFor('acceptance', { origin: 'city', grade: 'general' });

  expect(route.signers.map(({ seat }) => seatId(seat))).toEqual(['case.lead-department/main-leader']);
  expect(route.steps.at(-1)).toMatchObject({ do: 'accept', closes: true, external: false });
  expect(route.copies.map(({ to }) => to)).toEqual(['city.push-office', 'city.ecology']);
});
