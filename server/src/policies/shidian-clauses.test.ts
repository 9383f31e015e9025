import { explain, seatId, type Facts, type Pack, type ProcedureId, type RouteExplained, type Step } from '@bihuan/core/policy';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../config.ts';
import { readPack } from './read.ts';

const { pack } = readPack(path.join(ROOT, 'policies/shidian/2023-05-17'));
if (!pack) throw new Error('the Shidian pack has faults of shape; read.test.ts lists them');
const shidian: Pack = pack;
const { policy, units } = shidian;

function routeFor(procedure: 'plan' | 'acceptance', facts: Facts): RouteExplained {
  const route = explain(shidian, facts)[procedure];
  if (route.id === null) throw new Error(`${JSON.stringify(facts)}: ${route.why.zh}`);
  return route;
}

const seats = (route: RouteExplained): readonly string[] =>
  route.steps.map((step) => `${step.do} ${step.seats.filter(({ part }) => part === 'decide').map(({ seat }) => seatId(seat)).join('+')}`);
const stepsIn = (procedure: ProcedureId): readonly Step[] =>
  policy.procedures.filter(({ id }) => id === procedure).flatMap((each) => each.routes.flatMap((route) => route.steps));
const limits = (route: RouteExplained): readonly string[] => route.limits.map(({ step, words }) => `${step}: ${words.zh}`);

test('一(一).1 every field has a county department in charge, and the list stays open', () => {
  const inCharge = policy.fields.map((field) => units.find((unit) => unit.roles.some(({ role }) => role === field.inCharge)));

  expect(policy.fields.slice(0, 9).map(({ label }) => label.zh)).toEqual(['污水垃圾', '废渣渗滤液', '化工污染', '尾矿库', '矿山污染', '农业面源', '侵占自然保护区', '十年禁渔', '非法占用林地']);
  expect(policy.fields.at(-1)?.id).toBe('other');
  expect(inCharge.filter((unit) => !unit?.roles.some(({ role }) => role === 'county.department'))).toEqual([]);
});

test('一(一).2 departments and the park file sweeps by 6 May and 6 November', () => {
  const sweeps = policy.duties.filter(({ clause }) => clause === '一(一).2');

  expect(sweeps.flatMap(({ by }) => by)).toEqual(['county.department', 'park']);
  expect(sweeps.flatMap((duty) => duty.limits.map(({ term }) => term.count === 'yearly' && term.monthDay))).toEqual(['--05-06', '--11-06']);
});

test('一(二).2 the ecology branch together with the development bureau submits the register', () => {
  expect(stepsIn('edition').find((step) => step.do === 'submit')).toMatchObject({ by: [{ role: 'county.ecology' }], coSign: [{ role: 'county.development' }], binds: 'edition', clause: '一(二).2' });
});

test('一(二).2 the county government agrees to an edition, then it is handed over with a copy to the push office', () => {
  const consent = stepsIn('edition').at(-1);
  const handOver = stepsIn('handover').find((step) => step.do === 'hand-over');

  expect(consent).toMatchObject({ do: 'consent', by: [{ role: 'county.government' }], binds: 'edition', clause: '一(二).2' });
  expect(handOver).toMatchObject({ clause: '一(二).2', copies: [{ to: 'county.push-office', clause: '一(二).2' }] });
});

test('一(四).2 the push office may hand over, and the responsible unit claims', () => {
  const steps = stepsIn('handover');

  expect(steps[0]?.by.map(({ role }) => role)).toContain('county.push-office');
  expect(steps.at(-1)).toMatchObject({ do: 'claim', by: [{ role: 'case.holder' }], clause: '一(四).2' });
});

test('二(一).1 the development bureau classifies together with the ecology branch, in writing to the push office', () => {
  expect(stepsIn('classification')).toMatchObject([
    { do: 'classify', by: [{ role: 'county.development' }], coSign: [{ role: 'county.ecology' }], settles: ['grade'], copies: [{ to: 'county.push-office', written: true }], clause: '二(一).1' },
  ]);
});

test('二(一).2 what stands in other lists is noted by those who keep the register', () => {
  expect(policy.acts['cross-reference'].clause).toBe('二(一).2');
  expect(policy.acts['cross-reference'].by.map(seatId)).toEqual(policy.acts.register.by.map(seatId));
});

test('二(一) the plan is written by the responsible unit or the county unit that leads', () => {
  expect(policy.acts['write-plan']).toMatchObject({ clause: '二(一)', by: [{ role: 'case.holder' }, { role: 'case.lead' }] });
  expect(stepsIn('plan').filter((step) => step.do === 'draft').every((step) => step.writes === 'plan' && ['case.holder', 'case.lead'].includes(step.by[0]!.role))).toBe(true);
});

test('二(一).3 P1: after the superior’s plan, county government, review within 5 working days, meeting, issue', () => {
  const route = routeFor('plan', { origin: 'nation', grade: 'key' });

  expect(seats(route)).toEqual([
    'record county.push-office/handler', 'issue province.lead/*', 'draft case.lead/handler', 'consent county.government/leader-in-charge',
    'submit case.lead/leader-in-charge', 'review case.lead-department/section-head', 'meeting county.leading-group-office/leader-in-charge', 'issue county.push-office/section-head',
  ]);
  expect(limits(route)).toEqual(['submit: 自上级整改方案印发起5个工作日（当日不计）']);
  expect(stepsIn('plan').find((step) => step.id === 'superior-plan')?.ruling).toBe('R12'); // the plan does not say which superior
  expect(route.steps.flatMap((step) => step.seats.filter(({ part }) => part === 'co-sign'))).toEqual([]); // it names none who draft along
});

test('二(一).4 P2: 10 and 15 working days from hand-over, expert review by two city offices, meeting, issue', () => {
  const route = routeFor('plan', { origin: 'province', grade: 'general' });
  const expert = route.steps.find((step) => step.do === 'expert-review');

  expect(limits(route)).toEqual(['submit: 自移交起10个工作日（当日不计）', 'submit-city: 自移交起15个工作日（当日不计）']);
  expect(expert?.seats.map(({ seat, external }) => [seat.role, external])).toEqual([['city.push-office', true], ['city.ecology', true]]);
  expect(route.steps.map((step) => step.do)).toEqual(['draft', 'submit', 'review', 'submit', 'expert-review', 'meeting', 'issue']);
});

test('二(一).5 P3: as P2 to the county, then the city industry department agrees', () => {
  const route = routeFor('plan', { origin: 'city', grade: 'general' });

  expect(limits(route)).toEqual(['submit: 自移交起10个工作日（当日不计）', 'submit-city: 自移交起15个工作日（当日不计）']);
  expect(seats(route).slice(-2)).toEqual(['consent city.industry/*', 'issue county.push-office/section-head']);
});

test('二(二).1 holder and lead department are never empty; others may cooperate and supervise', () => {
  const required = policy.caseRoles.filter((role) => role.required).map(({ id }) => id);

  expect(required).toEqual(['case.holder', 'case.lead-department']);
  expect(policy.caseRoles.map(({ id }) => id)).toEqual(expect.arrayContaining(['case.cooperating', 'case.supervising']));
  expect(policy.acts['assign-parts'].clause).toBe('二(二).1');
});

test('二(二).2 the push office urges and settles disputes over hand-overs', () => {
  expect(policy.acts.urge).toMatchObject({ clause: '二(二).2', by: [{ role: 'county.push-office' }, { role: 'county.push-office' }] });
  expect(policy.acts['arbitrate-hand-over'].by.map(({ role }) => role)).toEqual(['county.push-office']);
});

test('二(三) evidence is added by those who take part, completion is reported by the responsible unit, and only the last step closes', () => {
  expect(policy.acts['add-evidence']).toMatchObject({ clause: '二(三)', by: expect.arrayContaining([{ role: 'case.holder', post: '*' }]) });
  expect(policy.acts['report-finish']).toMatchObject({ clause: '二(三)', by: [{ role: 'case.holder' }, { role: 'case.holder' }] });
  expect(policy.procedures.find(({ id }) => id === 'acceptance')!.routes.flatMap((route) => route.steps.slice(0, -1)).filter((step) => step.closes)).toEqual([]);
});

test('二(三).1 A1: county self-check, city acceptance and signature, provincial check, provincial leader in charge', () => {
  expect(seats(routeFor('acceptance', { origin: 'democratic', grade: 'general' }))).toEqual([
    'self-check county.government/leader-in-charge', 'accept city.government/*', 'sign city.government/*', 'on-site-check province.lead/*', 'consent province.government/leader-in-charge',
  ]);
});

test('二(三).2 A2: the city leader in charge signs, the provincial department’s main leader closes, two copies', () => {
  const route = routeFor('acceptance', { origin: 'province', grade: 'key' });

  expect(route.signers.map(({ seat }) => seatId(seat))).toEqual(['city.government/leader-in-charge', 'province.lead/main-leader']);
  expect(route.steps.at(-1)).toMatchObject({ closes: true, external: true });
  expect(route.copies.map(({ to }) => to)).toEqual(['province.push-office', 'province.ecology']);
});

test('二(三).3 A3: self-check, county government on site, county leader in charge, city lead department closes', () => {
  const route = routeFor('acceptance', { origin: 'city', grade: 'key' });

  expect(seats(route)).toEqual([
    'self-check case.holder/handler+case.lead-department/handler', 'on-site-check county.government/leader-in-charge', 'sign county.government/leader-in-charge', 'accept city.lead/*',
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

test('四(二).1 progress is reported by the responsible and the cooperating units', () => {
  expect(policy.acts['report-progress']).toMatchObject({ clause: '四(二).1', by: [{ role: 'case.holder' }, { role: 'case.cooperating' }] });
});

test('民法典201 the day of the event is not counted in any term of the plan', () => {
  const terms = stepsIn('plan').flatMap((step) => step.limits.map(({ term }) => term));

  expect(terms.length).toBeGreaterThan(0);
  expect(terms.filter((term) => !('startCounted' in term) || term.startCounted)).toEqual([]);
});

test('民法典203 a yearly day that is a day off rolls forward, as the ruling on it says', () => {
  expect(policy.duties.flatMap((duty) => duty.limits.map(({ term }) => term.count === 'yearly' && term.roll))).toEqual(['forward', 'forward']);
  expect(policy.rulings.find(({ id }) => id === 'R5')?.clauses).toContain('民法典203');
});

test('every clause of chapters 一 to 四 that the requirements list is declared', () => {
  const sections: Readonly<Record<string, number>> = {
    '一(一)': 3, '一(二)': 2, '一(三)': 2, '一(四)': 2, '二(一)': 5, '二(二)': 2, '二(三)': 4, '二(四)': 3, '二(五)': 1,
    '三(一)': 2, '三(二)': 4, '三(三)': 1, '四(一)': 2, '四(二)': 2, '四(三)': 1, '四(四)': 1,
  };
  const listed = Object.entries(sections).flatMap(([section, duties]) => Array.from({ length: duties }, (_, n) => `${section}.${n + 1}`));
  const declared = new Set(policy.clauses.map(({ id }) => id));

  expect(listed.filter((clause) => !declared.has(clause))).toEqual([]);
});
