import { expect, test } from 'vitest';
import { pointsTo } from './ditto.ts';
import { findDoubles } from './duplicates.ts';
import { pointsElsewhere, saysClosed } from './gates.ts';
import { aboutOfficial, isListOfReports, namesReporter } from './reporters.ts';
import { sheetOf } from './testing/office.ts';

test.each([
  '同上',
  '同前',
  '〃',
  '″',
  '"',
  '“',
  '-同上-',
  '（同上）',
  '——〃——',
  '同上行',
  '同上一行',
  '与上一行相同',
  '与上同',
  '同前项',
  '如上',
  '↑',
  '内容同上',
  '同 上',
  'ditto',
  '上同',
])('%s means what stands above', (text) => {
  expect(pointsTo(text)).toEqual({ to: 'above' });
});

test.each([
  ['同左', { to: 'left' }],
  ['与左侧相同', { to: 'left' }],
  ['同第1项', { to: 'item', item: '1' }],
  ['见第三条', { to: 'item', item: '3' }],
  ['同序号12', { to: 'item', item: '12' }],
  ['与2号问题相同', { to: 'item', item: '2' }],
  ['', null],
  ['-', null],
  ['同意整改', null],
  ['同步推进', null],
  ['上游来水', null],
  ['前山村', null],
])('%s points to %o', (text, where) => {
  expect(pointsTo(text)).toEqual(where);
});

test.each([
  '已验收销号',
  '已办结',
  '已于2025年12月18日完成验收销号',
  '2025年11月已完成整改，并通过县级验收销号',
  '完成整改',
  '整改完成',
  '已整改到位',
  '已全部整改完毕',
  '2025年11月已通过县级验收',
  '完成100%',
  '√',
  '销号',
  '已结案',
  '100%',
  '市级已同意销号',
  '该问题已完成整改。',
])('%s says that it is finished', (text) => {
  expect(saysClosed(text)).toBe(true);
});

test.each([
  '未办结',
  '尚未销号',
  '2026年12月底前完成整改销号',
  '正在申请销号',
  '拟于12月验收销号',
  '已完成整改方案编制',
  '已完成整改任务的60%',
  '已开工，完成管网200米',
  '计划明年完成验收销号',
  '50%',
  '达到序时进度',
  '确保按期办结',
])('%s does not', (text) => {
  expect(saysClosed(text)).toBe(false);
});

test.each([
  '详见附件3',
  '见附件',
  '（详见附表）',
  '后附',
  '附件2',
  '具体见清单',
  '见原文件',
  '详见整改方案',
  '同附件1',
  '见下表',
  '参见附图',
])('%s points to another paper', (text) => {
  expect(pointsElsewhere(text)).toBe(true);
});

test.each(['台账不健全', '附近村民焚烧秸秆', '见缝插针堆放弃渣', '方案未编制', '甲沟直排，详见附件3'])(
  '%s is a problem',
  (text) => {
    expect(pointsElsewhere(text)).toBe(false);
  },
);

test('who reported, and how to reach him, is seen in a text; a person responsible is not', () => {
  for (const text of [
    '举报人李某某（电话0875-0000017，住样例小区3栋）反映污水直排',
    '来电人：王某，反映夜间施工',
    '投诉人联系电话13900000001',
    '村民反映砂场扬尘，电话13900000001',
  ])
    expect(namesReporter(text), text).toBe(true);
  for (const text of ['群众反映甲沟直排', '举报人要求尽快处理', '责任人李甲13900000001', '举报电话未公示'])
    expect(namesReporter(text), text).toBe(false);
});

test('an accusation of an official is told from a problem in his charge', () => {
  expect(aboutOfficial('反映某镇某干部收受砂场好处、放任越界开采')).toBe(true);
  expect(aboutOfficial('村主任包庇养殖场')).toBe(true);
  expect(aboutOfficial('镇长挂牌督办的砂场越界开采')).toBe(false);
});

test.each<readonly [string, readonly (readonly string[])[]]>([
  [
    'a hotline’s orders',
    [['12345热线工单台账'], ['工单编号', '来电人', '联系电话', '诉求内容', '承办单位', '办理结果']],
  ],
  [
    'reports with who made them',
    [
      ['举报人', '联系方式', '举报内容', '举报时间'],
      ['张某某', '1', '反映甲沟直排', '3月'],
    ],
  ],
  ['letters and visits', [['信访件办理情况表'], ['信访编号', '反映问题', '调查核实情况', '是否属实', '办结情况']]],
  [
    'what was made public without a title',
    [
      ['受理编号', '交办问题基本情况', '行政区域', '调查核实情况', '是否属实', '是否办结', '责任人被处理情况'],
      ['D3YN202706010021', '甲沟直排', '', '', '属实', '', ''],
    ],
  ],
])('a list of reports is known: %s', (_what, rows) => {
  expect(isListOfReports(sheetOf(rows), null)).toBe(true);
});

test('a list of problems is not taken for one, though reports stand behind some of its problems', () => {
  const rows = [
    ['群众反映突出生态环境问题整改清单'],
    ['序号', '问题', '整改措施', '整改时限', '责任单位', '责任人', '联系电话', '是否属实'],
    ['1', '群众反映甲沟直排', '封堵', '2026年底前', '甲镇', '李甲', '13900000001', '属实'],
  ];

  expect(isListOfReports(sheetOf(rows), null)).toBe(false);
});

const found = (a: string, b: string): number =>
  findDoubles(
    [a, b].map((problem, at) => ({ id: String(at), number: null, problem, township: null, place: null })),
    [],
  ).length;

test.each([
  ['甲乡大坡砂厂越界开采约5.2亩，未开展修复', '甲乡大坡砂厂越界开采约6.8亩，未开展修复'],
  ['乙坪堆存炉渣2万吨未落实防渗', '乙坪堆存炉渣2.3万吨未落实防渗'],
  ['丙渠沿线散养户18户粪污直排', '丙渠沿线散养户21户粪污直排'],
  ['丁沟弃渣侵占沟道25米未清理', '丁沟弃渣侵占沟道三十米未清理'.replace('三十', '30')],
])('%s is probably %s', (a, b) => {
  expect(found(a, b)).toBe(1);
});

test.each([
  ['甲矿区第12号点位边坡裸露未复绿', '甲矿区第13号点位边坡裸露未复绿'],
  ['甲厂1#排口超标排放污水入河', '甲厂2#排口超标排放污水入河'],
  ['公路K12+300处弃渣侵占河道未清', '公路K15+800处弃渣侵占河道未清'],
  ['第3处沟渠有污水直排入河未治理', '第4处沟渠有污水直排入河未治理'],
])('%s is not %s', (a, b) => {
  expect(found(a, b)).toBe(0);
});
