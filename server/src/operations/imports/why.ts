import type { Refusal } from '@bihuan/core/access';
import type { Why } from '../../store/imports/import-items.ts';

/** What the fields of a refusal are called. */
export type Named = Readonly<Record<string, { readonly zh: string; readonly en: string }>>;

/** Fields of any dossier. */
export const NO_FIELDS: Named = { from: { zh: '来源渠道', en: 'channel' }, number: { zh: '编号', en: 'number' } };

/** Fields of a problem. */
export const PROBLEM_FIELDS: Named = {
  'basics.title': { zh: '问题名称', en: 'title' },
  'basics.description': { zh: '问题描述', en: 'description' },
  'basics.township': { zh: '乡镇', en: 'township' },
  'basics.field': { zh: '领域', en: 'field' },
  'basics.proposed.holder': { zh: '责任单位', en: 'unit responsible' },
  'basics.proposed.lead': { zh: '牵头单位', en: 'lead unit' },
  'basics.remarks': { zh: '备注', en: 'remarks' },
  'source.list': { zh: '清单名称', en: 'name of the list' },
  'source.number': { zh: '编号', en: 'number' },
  number: { zh: '编号', en: 'number' },
};

const FAULTS = {
  required: { zh: '没有填写', en: 'is missing' },
  unknown: { zh: '不在规定范围内', en: 'is not known' },
  'in-the-future': { zh: '晚于今天', en: 'lies in the future' },
  malformed: { zh: '重复或格式不对', en: 'is there already or malformed' },
  'too-pale': { zh: '颜色太浅，看不清', en: 'is too pale to be read' },
  'kept-for-overdue': { zh: '红色只用于超期', en: 'is red, which says overdue and nothing else' },
  'no-telephone': { zh: '不是电话号码', en: 'is no telephone number' },
  'too-long': { zh: '过长', en: 'is too long' },
  'not-later': { zh: '须晚于现在的期限', en: 'must be later than the present last day' },
  'too-small': { zh: '小于规定的最小值', en: 'is below what is allowed' },
  'too-large': { zh: '超过规定的最大值', en: 'is above what is allowed' },
  'beyond-outer': { zh: '超出外层时限', en: 'lies beyond the outer limit' },
  'not-earlier': { zh: '顺序不对', en: 'is out of order' },
  overlaps: { zh: '与已有的任职重叠', en: 'overlaps with a post that is held' },
  'ruled-already': { zh: '本版方案内已有裁定', en: 'is ruled already for this edition' },
  'after-plan': { zh: '晚于方案时限', en: 'is after the day of the plan' },
  fixed: { zh: '已印发，不再改动', en: 'is issued and not changed' },
  'left-out': { zh: '已印发，不得删去', en: 'is issued and not left out' },
  'judges-it': { zh: '将由承办单位自己审核、验收', en: 'would judge its own work' },
  'not-yours': { zh: '不能由您改动', en: 'is not yours to change' },
} as const;

/** A field that the sheet has no name for: its path is nothing to read. */
const ENTRY = { zh: '填写内容', en: 'the entry' };

/** Why a row was refused when it was to be written, in the words of the error workbook. */
export function whyRefused(refused: Refusal, names: Named): Why {
  if (refused.code !== 'bad-input')
    return {
      zh: '现在不能这样办理（可能已在办理、已撤回，或职务有变）',
      en: 'This is not allowed now: it is being worked on, was withdrawn, or the seat has changed',
    };
  const named = refused.faults.map(({ field, code }) => ({
    // a field within a field, a row of a table, is called by the field
    field: names[field] ?? names[field.split('.').slice(0, 2).join('.')] ?? ENTRY,
    code: FAULTS[code],
  }));
  return {
    zh: named.map(({ field, code }) => `${field.zh}${code.zh}`).join('；'),
    en: named.map(({ field, code }) => `${field.en} ${code.en}`).join('; '),
  };
}

/** Reasons that arise only while rows are brought in. */
export const WHY = {
  changed: {
    zh: '同一行刚由另一次导入登记，内容不同，请重新上传后判断',
    en: 'Another import has just entered this row with other words; upload again and decide',
  },
  lost: {
    zh: '已经登记，但有图片没能从文件里取出，请在佐证材料里上传',
    en: 'It came in, but a picture could not be taken out of the file; upload it as evidence',
  },
  missing: { zh: '与它相同的那一行没有导入', en: 'The row it is one with did not come in' },
} as const satisfies Record<string, Why>;
