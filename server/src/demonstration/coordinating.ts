import type { SheetValues } from '@bihuan/core/policy';
import { addDays, type PlainDate } from '@bihuan/core/time';
import type { Deed, Hand, InventedCase } from './case-walk.ts';

const CLERK: Hand = ['county-push-office', 'handler'];

type Seconded = readonly [name: string, unit: string, skill: string];

/** People lent to a task force from a day on; `until`: the last day, where they went back. */
const members = (people: readonly Seconded[], since: PlainDate, until?: PlainDate): SheetValues => ({
  members: people.map(([name, unit, skill]) => ({
    who: { name: `${name}（演示）` },
    unit,
    skill,
    since,
    ...(until ? { until } : {}),
  })),
});

const formed = (people: readonly Seconded[]): readonly Deed[] => [
  { after: 1, take: 'propose', values: (on) => members(people, addDays(on, 7)) },
  { after: 1, take: 'decide' },
  { after: 1, take: 'order' },
];

const taskForce = (
  age: number,
  name: string,
  purpose: string,
  seconding: readonly string[],
  deeds: readonly Deed[],
): InventedCase => ({
  kind: 'task-force',
  by: CLERK,
  age,
  values: () => ({
    name: `（演示）${name}`,
    purpose: `${purpose}。本条为演示数据，人员和情节均为虚构。`,
    seat: '县推长办二楼（虚构）',
  }),
  parts: { 'case.seconding': seconding },
  deeds,
});

const ENFORCEMENT: readonly Seconded[] = [
  ['赵某', 'county-police', '案件侦办'],
  ['钱某', 'county-ecology', '环境执法'],
  ['孙某', 'county-natural-resources', '矿山执法'],
];
const FISHING: readonly Seconded[] = [
  ['李某', 'county-police', '案件侦办'],
  ['周某', 'county-agriculture', '渔政执法'],
];

/** One that has done its work and was ended, one that sits together, one that waits for its order (四(一).2). */
const TASK_FORCES: readonly InventedCase[] = [
  taskForce(
    300,
    '禁渔执法专班',
    '查处电鱼、网鱼线索',
    ['county-police', 'county-agriculture'],
    [
      ...formed(FISHING),
      { after: 90, act: 'propose-end', by: CLERK, text: '线索已全部办结' },
      { after: 2, take: 'agree', outcome: 'agreed' },
      {
        after: 2,
        take: 'end-order',
        values: (on) => ({ ...members(FISHING, addDays(on, -130), on), 'ended-on': on }),
      },
    ],
  ),
  taskForce(
    120,
    '矿山和非法排污执法专班',
    '集中办理矿山污染和非法排污案件',
    ['county-police', 'county-ecology', 'county-natural-resources'],
    [
      ...formed(ENFORCEMENT),
      {
        after: 40,
        act: 'change-members',
        by: CLERK,
        text: '孙某返回原单位，由县自然资源局另派',
        values: (on) => members([...ENFORCEMENT.slice(0, 2), ['吴某', 'county-natural-resources', '矿山执法']], on),
      },
    ],
  ),
  taskForce(
    6,
    '尾矿库排查专班',
    '排查尾矿库环境风险隐患',
    ['county-emergency', 'county-ecology'],
    formed([
      ['郑某', 'county-emergency', '尾矿库安全'],
      ['王某', 'county-ecology', '环境监测'],
    ]).slice(0, 1),
  ),
];

const viewing = (
  age: number,
  [unit, post]: Hand,
  film: string,
  level: 'nation' | 'province',
  deeds: readonly Deed[],
): InventedCase => ({
  kind: 'film-viewing',
  by: [unit, post],
  age,
  values: (on) => ({ film: `（演示）${film}`, level, day: addDays(on, 3), place: '会议室（虚构）' }),
  deeds,
});

const held = (decided: string, units: readonly string[]): readonly Deed[] => [
  {
    after: 3,
    take: 'hold',
    values: () => ({
      attended: units.map((unit, at) => ({ unit, who: { name: `${'甲乙丙丁'[at] ?? '某'}某（演示）` } })),
      decided,
    }),
  },
];

/** Film viewings: two on file, one that waits for the signature, one still to be held (一(四).1). */
const VIEWINGS: readonly InventedCase[] = [
  viewing(210, CLERK, '国家长江经济带生态环境警示片', 'nation', [
    ...held('各部门按片中问题举一反三，两周内报送同类问题。', ['county-ecology', 'county-housing', 'county-water']),
    { after: 2, take: 'file' },
  ]),
  viewing(205, ['yaoguan', 'handler'], '国家长江经济带生态环境警示片', 'nation', [
    ...held('逐村排查河道垃圾和畜禽粪污。', ['yaoguan']),
    { after: 1, take: 'file' },
  ]),
  viewing(12, ['county-ecology', 'handler'], '省长江经济带生态环境警示片', 'province', [
    ...held('对反复曝光的废渣渗滤液问题联合研判。', ['county-ecology', 'county-industry']),
  ]),
  viewing(2, ['renhe', 'handler'], '省长江经济带生态环境警示片', 'province', []),
];

/** Dossiers of the plan's own kinds with which the demonstration begins. */
export const CASES: readonly InventedCase[] = [...TASK_FORCES, ...VIEWINGS];
