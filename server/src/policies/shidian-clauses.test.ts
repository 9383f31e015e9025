import { expect, test } from 'vitest';
import { actIn, shidian, stepsIn } from '../testing/shidian.ts';

const { policy, units } = shidian;

test('一(一).1 every field has a county department in charge, and the list stays open', () => {
  const inCharge = policy.fields.map((field) =>
    units.find((unit) => unit.roles.some(({ role }) => role === field.inCharge)),
  );

  expect(policy.fields.slice(0, 9).map(({ label }) => label.zh)).toEqual([
    '污水垃圾',
    '废渣渗滤液',
    '化工污染',
    '尾矿库',
    '矿山污染',
    '农业面源',
    '侵占自然保护区',
    '十年禁渔',
    '非法占用林地',
  ]);
  expect(policy.fields.at(-1)?.id).toBe('other');
  expect(inCharge.filter((unit) => !unit?.roles.some(({ role }) => role === 'county.department'))).toEqual([]);
});

test('一(一).2 departments and the park file sweeps by 6 May and 6 November', () => {
  const sweeps = policy.duties.filter(({ clause }) => clause === '一(一).2');

  expect(sweeps.flatMap(({ by }) => by)).toEqual(['county.department', 'park']);
  expect(sweeps.flatMap((duty) => duty.limits.map(({ term }) => term.count === 'yearly' && term.monthDay))).toEqual([
    '--05-06',
    '--11-06',
  ]);
});

test('一(二).2 the ecology branch together with the development bureau submits the register', () => {
  expect(stepsIn('edition').find((step) => step.do === 'submit')).toMatchObject({
    by: [{ role: 'county.ecology' }],
    coSign: [{ role: 'county.development' }],
    binds: 'edition',
    clause: '一(二).2',
  });
});

test('一(二).2 the county government agrees to an edition, then it is handed over with a copy to the push office', () => {
  const consent = stepsIn('edition').at(-1);
  const handOver = stepsIn('handover').find((step) => step.do === 'hand-over');

  expect(consent).toMatchObject({
    do: 'consent',
    by: [{ role: 'county.government' }],
    binds: 'edition',
    clause: '一(二).2',
  });
  expect(handOver).toMatchObject({ clause: '一(二).2', copies: [{ to: 'county.push-office', clause: '一(二).2' }] });
});

test('一(四).2 the push office may hand over, and the responsible unit claims', () => {
  const steps = stepsIn('handover');

  expect(steps[0]?.by.map(({ role }) => role)).toContain('county.push-office');
  expect(steps.at(-1)).toMatchObject({ do: 'claim', by: [{ role: 'case.holder' }], clause: '一(四).2' });
});

test('四(二).1 progress is reported by the responsible and the cooperating units', () => {
  expect(actIn('problem', 'report-progress')).toMatchObject({
    clause: '四(二).1',
    by: [{ role: 'case.holder' }, { role: 'case.cooperating' }],
  });
});

test('民法典201 the day of the event is not counted in any term of the plan', () => {
  const terms = stepsIn('plan').flatMap((step) => step.limits.map(({ term }) => term));

  expect(terms.length).toBeGreaterThan(0);
  expect(terms.filter((term) => !('startCounted' in term) || term.startCounted)).toEqual([]);
});

test('民法典203 a yearly day that is a day off rolls forward, as the ruling on it says', () => {
  expect(policy.duties.flatMap((duty) => duty.limits.map(({ term }) => term.count === 'yearly' && term.roll))).toEqual([
    'forward',
    'forward',
  ]);
  expect(policy.rulings.find(({ id }) => id === 'R5')?.clauses).toContain('民法典203');
});

test('every clause of chapters 一 to 四 that the requirements list is declared', () => {
  const sections: Readonly<Record<string, number>> = {
    '一(一)': 3,
    '一(二)': 2,
    '一(三)': 2,
    '一(四)': 2,
    '二(一)': 5,
    '二(二)': 2,
    '二(三)': 4,
    '二(四)': 3,
    '二(五)': 1,
    '三(一)': 2,
    '三(二)': 4,
    '三(三)': 1,
    '四(一)': 2,
    '四(二)': 2,
    '四(三)': 1,
    '四(四)': 1,
  };
  const listed = Object.entries(sections).flatMap(([section, duties]) =>
    Array.from({ length: duties }, (_, n) => `${section}.${n + 1}`),
  );
  const declared = new Set(policy.clauses.map(({ id }) => id));

  expect(listed.filter((clause) => !declared.has(clause))).toEqual([]);
});
