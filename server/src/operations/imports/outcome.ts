import type { Refusal } from '@bihuan/core/access';
import type { FileRefusal } from '../../files/refusal.ts';

/** Why an import does not go on, where neither the file nor the seat is the reason. Codes are stable. */
export const HALTS = {
  'import-not-open': {
    zh: '这次导入已经开始或已经完成，不能再改',
    en: 'This import has been started or is done and cannot be changed any more',
  },
  'import-undone': {
    zh: '这次导入已经撤销，不能再改；需要的，请重新上传',
    en: 'This import has been taken back and cannot be changed any more; upload the list again where it is needed',
  },
  'import-discarded': {
    zh: '这次导入已经作废，不能再改；需要的，请重新上传',
    en: 'This import has been discarded and cannot be changed any more; upload the list again where it is needed',
  },
  'import-questions-open': {
    zh: '还有需要判断的行。请先判断，或选择“其余先不导入”',
    en: 'Rows still need a decision. Decide them, or choose to leave them out',
  },
  'import-sheet-open': {
    zh: '关于整张表的问题还没有回答，请先回答',
    en: 'A question about the whole sheet is open. Answer it first',
  },
  'import-fact-missing': {
    zh: '有的行没有写明登记所需的内容，请先在“文件”一栏选定',
    en: 'Some rows do not say what must be known of them. Choose it for the whole workbook first',
  },
  'import-nothing-ready': { zh: '没有可以导入的行', en: 'There is nothing to bring in' },
  'import-not-done': { zh: '还没有完成导入，无需撤销', en: 'There is nothing to undo yet' },
  'import-used': {
    zh: '导入的问题已经开始办理，不能整批撤销',
    en: 'Problems of this import are being worked on; it cannot be undone as a whole',
  },
  'unknown-sheet': { zh: '文件里没有这张工作表', en: 'The workbook has no such sheet' },
} as const;
/** Why an import does not go on though nobody did wrong: a key of `HALTS`, which says it in both languages. */
export type Halt = keyof typeof HALTS;

/** Why an import in this state is not changed any more. */
export function notOpen(state: string | undefined): Halt {
  if (state === 'discarded') return 'import-discarded';
  return state === 'undone' || state === 'undoing' ? 'import-undone' : 'import-not-open';
}

/** How something asked of an import ends. `missing`: not there, or not for this person, which nobody can tell apart. */
export type Settled<T> =
  | { readonly done: T }
  | { readonly missing: true }
  | { readonly refused: Refusal }
  | { readonly file: FileRefusal }
  | { readonly halt: Halt };
