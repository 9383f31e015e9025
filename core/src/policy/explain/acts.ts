import { isKnownAct } from '../known-acts.ts';
import type { ActRule, Kind, KindAct, Policy, Text } from '../model.ts';

/** What the acts are called that the engine knows by name; a pack may call them otherwise. */
const titles: Readonly<Record<string, Text>> = {
  register: { zh: '登记', en: 'Register' },
  correct: { zh: '更正', en: 'Correct' },
  withdraw: { zh: '撤回', en: 'Withdraw' },
  link: { zh: '关联其他事项', en: 'Link to another dossier' },
  'cross-reference': { zh: '登记其他清单', en: 'Note another list' },
  merge: { zh: '合并重复的一件', en: 'Merge a double' },
  'assign-parts': { zh: '明确责任分工', en: 'Name who answers' },
  'contest-hand-over': { zh: '对移交提出异议', en: 'Contest the hand-over' },
  'arbitrate-hand-over': { zh: '裁定移交异议', en: 'Decide who it belongs to' },
  'write-plan': { zh: '编写方案', en: 'Write the plan' },
  'report-progress': { zh: '报告进展', en: 'Report progress' },
  'complete-measure': { zh: '完成措施', en: 'Complete a measure' },
  'add-evidence': { zh: '补充佐证材料', en: 'Add evidence' },
  'report-finish': { zh: '报告整改完成', en: 'Report the finish' },
  urge: { zh: '催办', en: 'Urge' },
  'record-copy': { zh: '登记抄送', en: 'Record a copy as sent' },
  'acknowledge-copy': { zh: '签阅抄送', en: 'Acknowledge a copy' },
  'show-personal': { zh: '查看个人信息', en: 'See what is personal' },
  'erase-personal': { zh: '删除个人信息', en: 'Erase what is personal' },
};

/** The acts of a kind: its own, and those of the plan that it does not say otherwise. */
export function actsOf(kind: Kind, { acts }: Policy): readonly (readonly [id: string, rule: KindAct])[] {
  const general = Object.entries(acts).filter(([id]) => kind.acts[id] === undefined && isKnownAct(kind.is, id));
  return [...Object.entries(kind.acts), ...(general satisfies readonly (readonly [string, ActRule])[])];
}

/** What an act is called. */
export const actTitle = (id: string, { title }: KindAct): Text => title ?? titles[id] ?? { zh: id, en: id };
