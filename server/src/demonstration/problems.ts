/** How far an invented problem has come. `returned` stands at the county review for the second time, `contested` before the arbiter. */
export type Progress =
  | 'registered'
  | 'classified'
  | 'forming'
  | 'submitted'
  | 'consented'
  | 'handed-over'
  | 'contested'
  | 'planning'
  | 'returned'
  | 'at-city'
  | 'rectifying'
  | 'nearly-done'
  | 'accepting'
  | 'closed';

/** A problem of the demonstration and how far it is walked; units and fields by the ids of the pack. */
export type InventedProblem = {
  readonly title: string;
  readonly place: string;
  readonly township: string;
  readonly field: string;
  readonly origin: 'nation' | 'province' | 'city' | 'county' | 'democratic';
  readonly grade: 'general' | 'key';
  readonly until: Progress;
};

type Line = readonly [
  what: string,
  place: string,
  township: string,
  field: string,
  origin: InventedProblem['origin'],
  grade: InventedProblem['grade'],
  until: Progress,
];

/** Three cohorts: an old edition mostly closed, one under way, one just agreed to; then what has not come that far. */
const OLD: readonly Line[] = [
  ['集镇污水直排沟渠', '虚构村一组', 'dianyang', 'sewage-garbage', 'city', 'general', 'closed'],
  ['砂石厂弃渣占用沟道', '虚构村砂石厂', 'yaoguan', 'mining', 'province', 'general', 'closed'],
  ['废弃矿洞涌水未收集', '虚构山旧矿洞', 'taiping', 'tailings', 'province', 'key', 'closed'],
  ['养殖场粪污外溢', '虚构村养殖场', 'youwang', 'agricultural', 'city', 'key', 'closed'],
  ['渣场渗滤液收集池破损', '虚构渣场', 'renhe', 'slag-leachate', 'nation', 'general', 'closed'],
  ['河道非法网具未清理', '虚构河段', 'jiucheng', 'fishing-ban', 'city', 'general', 'closed'],
  ['林地内堆放建筑垃圾', '虚构林班', 'wanxing', 'forest-land', 'county', 'general', 'closed'],
  ['农药包装物随意丢弃', '虚构坝子', 'shuichang', 'agricultural', 'city', 'general', 'accepting'],
  ['保护区缓冲区内违规搭建', '虚构林场', 'laomai', 'reserve', 'province', 'key', 'accepting'],
  ['化工仓库防渗层开裂', '虚构仓库', 'dianyang', 'chemical', 'nation', 'key', 'rectifying'],
  ['垃圾中转站渗滤液外流', '虚构中转站', 'heyuan', 'sewage-garbage', 'democratic', 'general', 'rectifying'],
  ['采石场未按期复绿', '虚构采石场', 'bailang', 'mining', 'city', 'key', 'nearly-done'],
];
const MIDDLE: readonly Line[] = [
  ['屠宰点废水未经处理外排', '虚构屠宰点', 'youwang', 'sewage-garbage', 'city', 'general', 'rectifying'],
  ['尾矿库截洪沟淤堵', '虚构尾矿库', 'jiufang', 'tailings', 'province', 'general', 'rectifying'],
  ['村庄生活垃圾露天堆放', '虚构寨子', 'mulaoyuan', 'sewage-garbage', 'county', 'general', 'rectifying'],
  ['沿河菜地化肥流失', '虚构河湾', 'shuichang', 'agricultural', 'city', 'general', 'nearly-done'],
  ['洗砂废水沉淀池容量不足', '虚构洗砂点', 'yaoguan', 'mining', 'city', 'key', 'at-city'],
  ['废机油混入一般固废', '虚构修理厂', 'dianyang', 'slag-leachate', 'city', 'general', 'at-city'],
  ['水库周边违规放养', '虚构水库', 'taiping', 'agricultural', 'county', 'key', 'planning'],
  ['污水管网错接入雨水沟', '虚构街道', 'dianyang', 'sewage-garbage', 'province', 'general', 'returned'],
  ['林地违规开挖便道', '虚构山梁', 'wanxing', 'forest-land', 'city', 'general', 'returned'],
  ['矿区扬尘抑制设施停用', '虚构矿区', 'renhe', 'mining', 'province', 'key', 'planning'],
];
const NEW: readonly Line[] = [
  ['乡镇污水处理站停运', '虚构处理站', 'laomai', 'sewage-garbage', 'city', 'general', 'planning'],
  ['河道垃圾未及时打捞', '虚构河段', 'jiucheng', 'sewage-garbage', 'city', 'general', 'handed-over'],
  ['渔政禁捕标识缺失', '虚构渡口', 'jiucheng', 'fishing-ban', 'city', 'general', 'handed-over'],
  ['畜禽粪污资源化设施闲置', '虚构养殖小区', 'youwang', 'agricultural', 'province', 'general', 'contested'],
  ['废石堆边坡无防护', '虚构山坡', 'jiufang', 'mining', 'city', 'key', 'planning'],
  ['危废暂存间标识不全', '虚构厂区', 'dianyang', 'chemical', 'city', 'general', 'planning'],
  ['集镇餐饮废水直排', '虚构集镇', 'heyuan', 'sewage-garbage', 'county', 'general', 'consented'],
  ['饮用水源地附近堆肥', '虚构水源地', 'bailang', 'agricultural', 'city', 'general', 'consented'],
];
const WAITING: readonly Line[] = [
  ['村级垃圾池破损', '虚构村三组', 'renhe', 'sewage-garbage', 'city', 'general', 'submitted'],
  ['采砂坑未回填', '虚构河滩', 'yaoguan', 'mining', 'city', 'key', 'submitted'],
  ['林区输电通道清理物未清运', '虚构林区', 'wanxing', 'forest-land', 'county', 'general', 'submitted'],
];
const LOOSE: readonly Line[] = [
  ['污水井盖缺失', '虚构路口', 'dianyang', 'sewage-garbage', 'county', 'general', 'classified'],
  ['灌溉渠漂浮物聚集', '虚构灌渠', 'shuichang', 'sewage-garbage', 'city', 'general', 'classified'],
  ['废旧塑料加工点气味扰民', '虚构加工点', 'youwang', 'other', 'county', 'general', 'classified'],
  ['矿山道路冲刷', '虚构山路', 'taiping', 'mining', 'city', 'general', 'registered'],
  ['保护区界桩缺失', '虚构林场', 'mulaoyuan', 'reserve', 'province', 'general', 'registered'],
  ['化肥经营点包装破损', '虚构街市', 'heyuan', 'chemical', 'city', 'general', 'registered'],
];

const invented = (lines: readonly Line[]): InventedProblem[] =>
  lines.map(([what, place, township, field, origin, grade, until]) => ({
    title: `（演示）${what}`,
    place: `${place}（虚构）`,
    township,
    field,
    origin,
    grade,
    until,
  }));

/** Problems that entered the register together. `age`: natural days before today on which they were registered. */
export type Cohort = {
  readonly title: string | null;
  readonly age: number;
  readonly problems: readonly InventedProblem[];
};

/** About forty plainly invented problems at every stage of the loop. */
export const COHORTS: readonly Cohort[] = [
  { title: '（演示）第一批突出问题', age: 250, problems: invented(OLD) },
  { title: '（演示）第二批突出问题', age: 75, problems: invented(MIDDLE) },
  { title: '（演示）第三批突出问题', age: 26, problems: invented(NEW) },
  { title: '（演示）第四批突出问题', age: 10, problems: invented(WAITING) },
  { title: null, age: 4, problems: invented(LOOSE) },
];
