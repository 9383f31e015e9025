import { kindOf, seatId } from '@bihuan/core/policy';
import { expect, test } from 'vitest';
import { actIn, shidian, stepsIn } from '../testing/shidian.ts';

const { policy, units } = shidian;
const done = (procedure: string) => stepsIn(procedure).map((step) => `${step.do} ${step.by.map(seatId).join('+')}`);
const fields = (kind: string) => kindOf(policy, kind)!.sheet.map(({ id }) => id);

test('四(一).1 every member unit names one leader in charge and one section head, once a year', () => {
  const duty = policy.duties.find(({ clause }) => clause === '四(一).1')!;

  expect(duty.by).toEqual(['county.member']);
  expect(duty.runs).toMatchObject({
    every: { every: 'yearly', days: ['--03-31'] },
    files: 'liaison-return',
    gathers: 'liaison-list',
    reminds: 5,
    nil: false,
  });
  expect(
    kindOf(policy, 'liaison-return')!
      .sheet.filter(({ required }) => required)
      .map(({ id }) => id),
  ).toEqual(['leader', 'section', 'head']);
  expect(done('naming')).toEqual(['draft case.filer/*', 'sign case.filer/main-leader']);
});

test('四(一).1 member units are those that the plan names as responsible, outside ones and every township among them', () => {
  const members = units.filter(({ roles }) => roles.some(({ role }) => role === 'county.member'));

  expect(members.filter(({ level }) => level === 'township')).toHaveLength(13);
  expect(members.filter(({ external }) => external).map(({ id }) => id)).toEqual([
    'county-police',
    'county-procuratorate',
    'county-court',
    'county-discipline',
    'county-organisation',
  ]);
  expect(members.some(({ id }) => id === 'county-government' || id === 'county-push-office')).toBe(false);
});

test('四(一).2 a task force is formed and ended by a paper to the units that second people, each with a first and a last day', () => {
  const columns = kindOf(policy, 'task-force')!.sheet.find(({ id }) => id === 'members')!.columns!;

  expect(columns.map(({ id }) => id)).toEqual(['who', 'unit', 'skill', 'since', 'until']);
  for (const procedure of ['forming', 'dissolving'])
    expect(stepsIn(procedure).at(-1)).toMatchObject({
      do: 'issue',
      copies: [{ to: 'case.seconding', written: true, addressed: true }],
    });
  expect(actIn('task-force', 'propose-end')).toMatchObject({ reaches: 'end-proposed', says: true });
  expect(kindOf(policy, 'task-force')!.reads!.map(({ role }) => role)).toEqual([
    'county.push-office',
    'county.government',
    'case.seconding',
  ]);
});

test('一(四).1 a viewing has its film, its day, who attended, what was decided and a file', () => {
  expect(fields('film-viewing')).toEqual(['film', 'level', 'day', 'place', 'attended', 'decided', 'minutes']);
  expect(done('viewing')).toEqual(['record case.organiser/handler', 'sign case.organiser/leader-in-charge']);
});

test('what the plan does not say of them is a ruling that nobody has confirmed yet', () => {
  const rulings = policy.rulings.filter(({ id }) => ['R15', 'R16', 'R17', 'R18'].includes(id));

  expect(rulings.map(({ status, clauses }) => [status, ...clauses])).toEqual([
    ['pending', '四(一).1'],
    ['pending', '四(一).1'],
    ['pending', '四(一).2'],
    ['pending', '一(四).1'],
  ]);
});
