import type { Said } from './said.ts';

/** What a column of an office's list can mean. */
export type Field =
  | 'serial'
  | 'number'
  | 'title'
  | 'problem'
  | 'source'
  | 'category'
  | 'domain'
  | 'township'
  | 'place'
  | 'unit'
  | 'unit-person'
  | 'person'
  | 'post'
  | 'phone'
  | 'lead'
  | 'cooperating'
  | 'supervising'
  | 'accepting'
  | 'goal'
  | 'measures'
  | 'deadline'
  | 'progress'
  | 'pace'
  | 'finish'
  | 'verdict'
  | 'investigation'
  | 'accountability'
  | 'evidence'
  | 'remarks'
  | 'assigned-on';

/** How a field is called, and the heads under which offices write it; the first is the plainest. */
export type FieldWords = Said & { readonly heads: readonly string[] };

/** Heads seen in public lists (practice §2), compared without blanks and brackets. The longer match wins. */
export const FIELDS = {
  serial: { zh: '序号', en: 'Serial', heads: ['序号', '项次', '行号'] },
  number: {
    zh: '编号',
    en: 'Number',
    heads: ['编号', '受理编号', '问题编号', '交办编号', '案件编号', '信访编号', '反馈问题编号', '件号'],
  },
  title: { zh: '问题名称', en: 'Title', heads: ['问题名称', '问题标题', '问题简称', '整改事项名称'] },
  problem: {
    zh: '问题',
    en: 'Problem',
    heads: [
      '问题',
      '问题描述',
      '交办问题基本情况',
      '问题基本情况',
      '反馈问题',
      '存在问题',
      '具体问题',
      '主要问题',
      '整改问题',
      '问题内容',
      '问题清单',
      '反馈意见',
      '突出问题',
      '存在的问题',
      '问题简述',
      '问题概述',
      '整改事项',
    ],
  },
  source: { zh: '来源', en: 'Source', heads: ['来源', '问题来源', '交办来源', '线索来源'] },
  category: { zh: '类别', en: 'Category', heads: ['类别', '性质', '问题性质', '问题类别', '问题等级', '问题分类'] },
  domain: { zh: '领域', en: 'Domain', heads: ['领域', '问题类型', '问题领域', '所属领域', '污染类型', '类型'] },
  township: {
    zh: '乡镇',
    en: 'Township',
    heads: ['乡镇', '行政区域', '所属乡镇', '所在乡镇', '乡', '属地', '区域', '乡镇街道', '乡镇(园区)'],
  },
  place: {
    zh: '地点',
    en: 'Place',
    heads:
      '地点 具体地点 问题地点 发生地点 位置 所在位置 具体位置 所在地 详细地址 地址 点位 问题点位 点位名称 问题点位名称'.split(
        ' ',
      ),
  },
  unit: {
    zh: '责任单位',
    en: 'Unit responsible',
    heads: [
      '责任单位',
      '整改责任单位',
      '整改单位',
      '整改主体',
      '实施主体',
      '主体责任单位',
      '承办单位',
      '责任部门',
      '责任主体',
      '责任分工',
      '职责分工',
      '任务分工',
      '工作分工',
      '分工',
      '责任划分',
    ],
  },
  'unit-person': {
    zh: '责任单位及责任人',
    en: 'Unit and person responsible',
    heads: [
      '责任单位及责任人',
      '责任单位和责任人',
      '责任单位、责任人',
      '责任单位/责任人',
      '整改责任单位及责任人',
      '责任单位(责任人)',
      '责任单位(人)',
      '整改责任单位(责任人)',
      '责任单位及人员',
    ],
  },
  person: {
    zh: '责任人',
    en: 'Person responsible',
    heads:
      '责任人 整改责任人 责任人员 直接责任人 责任领导 责任人姓名职务电话 责任人职务及电话 责任人及联系电话 责任人及联系方式 责任人及电话 责任人、联系电话 责任人(联系电话) 责任人/电话 联系人 联系人及电话 联系人及联系电话 联系人及联系方式'.split(
        ' ',
      ),
  },
  post: { zh: '职务', en: 'Post', heads: ['职务', '责任人职务'] },
  phone: { zh: '联系电话', en: 'Telephone', heads: ['联系电话', '电话', '联系方式', '责任人电话'] },
  lead: {
    zh: '牵头单位',
    en: 'Lead unit',
    heads: ['牵头单位', '牵头部门', '县级牵头单位', '县级牵头部门', '牵头责任单位'],
  },
  cooperating: { zh: '配合单位', en: 'Cooperating unit', heads: ['配合单位', '配合部门', '协同单位'] },
  supervising: {
    zh: '督导单位',
    en: 'Supervising unit',
    heads: ['督导单位', '督办单位', '督导部门', '监督单位', '督促单位'],
  },
  accepting: { zh: '验收单位', en: 'Accepting unit', heads: ['验收单位', '验收部门', '验收销号单位', '销号单位'] },
  goal: { zh: '整改目标', en: 'Goal', heads: ['整改目标', '办结目标', '目标任务', '工作目标', '目标'] },
  measures: {
    zh: '整改措施',
    en: 'Measures',
    heads: [
      '整改措施',
      '重点措施',
      '具体措施',
      '措施',
      '整改任务',
      '整改措施及完成时限',
      '整治措施',
      '主要措施',
      '整改举措',
    ],
  },
  deadline: {
    zh: '整改时限',
    en: 'Deadline',
    heads: [
      '整改时限',
      '完成时限',
      '整改期限',
      '办结时限',
      '时限',
      '完成时间',
      '整改完成时限',
      '期限',
      '计划完成时间',
      '整改完成时间',
      '办结时间',
      '完成期限',
      '整改完成期限',
      '时间节点',
    ],
  },
  progress: {
    zh: '整改进展',
    en: 'Progress',
    heads: [
      '进展',
      '整改进展',
      '处理和整改情况',
      '整改情况',
      '进展情况',
      '整改进展情况',
      '完成情况',
      '工作进展',
      '整改落实情况',
      '本月进展',
    ],
  },
  pace: { zh: '进度', en: 'Pace', heads: ['进度', '整改进度', '序时进度', '整改状态', '完成进度'] },
  finish: {
    zh: '是否办结',
    en: 'Finished',
    heads: ['是否办结', '办结情况', '办结状态', '是否完成', '是否完成整改', '是否销号'],
  },
  verdict: { zh: '是否属实', en: 'Found true', heads: ['是否属实', '属实情况', '查实情况'] },
  investigation: {
    zh: '调查核实情况',
    en: 'Investigation',
    heads: ['调查核实情况', '核查情况', '调查情况', '核实情况'],
  },
  accountability: {
    zh: '责任人被处理情况',
    en: 'Persons dealt with',
    heads: ['责任人被处理情况', '问责情况', '追责问责情况', '追责情况'],
  },
  evidence: { zh: '佐证材料', en: 'Evidence', heads: ['佐证材料', '印证材料', '证明材料', '附件材料', '佐证'] },
  remarks: { zh: '备注', en: 'Remarks', heads: ['备注', '说明', '其他说明'] },
  'assigned-on': {
    zh: '交办时间',
    en: 'Assigned on',
    heads: ['交办时间', '交办日期', '受理时间', '受理日期', '移交时间', '反馈时间'],
  },
} as const satisfies Record<Field, FieldWords>;

/** Every field in the order of the register. */
export const FIELD_IDS = Object.keys(FIELDS) as readonly Field[]; // Object.keys widens to string; `satisfies` above proves the keys

/** Whether a word names a field: an answer may carry any text. */
export function isField(word: string): word is Field {
  return Object.hasOwn(FIELDS, word);
}

/** Fields that hold the name of one or more units, with the part these units play. */
export const UNIT_FIELDS = {
  unit: 'holder',
  'unit-person': 'holder',
  lead: 'lead',
  cooperating: 'cooperating',
  supervising: 'supervising',
  accepting: 'accepting',
} as const satisfies Partial<Record<Field, string>>;

/** A part that a unit plays in one problem. */
export type Part = (typeof UNIT_FIELDS)[keyof typeof UNIT_FIELDS];
