import type { Head } from './head.ts';
import { squeeze } from './normalise.ts';
import type { Said } from './said.ts';
import { cellAt, isBlank, isRepeated } from './sheet.ts';
import type { Sheet } from './sheet.ts';

/** Why a row was left out. Nothing is left out without one of these. */
export type SkipCode =
  | 'blank-row'
  | 'total-row'
  | 'note-row'
  | 'section-row'
  | 'repeated-head'
  | 'column-numbers'
  | 'statistics'
  | 'already-known'
  | 'prefilled'
  | 'report'
  | 'decided';

/** A row that is not a problem, with the reason as people read it. */
export type Skip = Said & { readonly code: SkipCode };

const REASONS = {
  'blank-row': { zh: '空行，只有格式', en: 'An empty row that only carries formatting' },
  'total-row': { zh: '合计、小计行', en: 'A row of totals' },
  'note-row': { zh: '注释或填表落款', en: 'A note or the signature line of the form' },
  'section-row': { zh: '分节标题，不是一个问题', en: 'The title of a section and no problem' },
  'repeated-head': { zh: '重复出现的表头', en: 'The head, repeated' },
  'column-numbers': { zh: '栏次编号', en: 'Numbers of the columns' },
  statistics: { zh: '统计数字，不是一个问题', en: 'Figures and no problem' },
  'already-known': { zh: '已经在台账里，内容没有变化', en: 'Already in the register, unchanged' },
  prefilled: { zh: '只预填了序号，没有填写问题', en: 'Numbered beforehand, and no problem written' },
  report: { zh: '群众举报（信访）件，不是台账里的问题', en: 'A report by the public and no problem of the register' },
  decided: { zh: '人工决定不导入', en: 'A person decided to leave it out' },
} as const satisfies Record<SkipCode, Said>;

/** The skip with its standard sentence. */
export function skip(code: SkipCode): Skip {
  return { code, ...REASONS[code] };
}

const TOTAL = /^(?:合计|小计|总计|共计|累计|总数|全县合计|.{0,8}小计)(?::.*)?$/;
const NOTE = /^(?:注|备注|说明|填表|填报|制表|审核|审批|联系人|单位\(盖?章?\)|盖章)[^问]{0,12}?:|^注\d?[:.、]|^\*|^※/;

// The line that is signed at the foot, one label to a cell: 填表人：… 审核：… 填报日期：…
const SIGNED =
  /^(?:填[表报]|制表|编制|审核|审批|复核|签发|联系|电话|手机|日期|时间|(?:单位)?(?:主要|分管)?(?:负责人|领导)|单位|盖章|签[字名章])[^:]{0,10}:/;

/** Why the row is no problem at all, or null when it has to be read. */
export function rowSkip(sheet: Sheet, row: number, head: Head): Skip | null {
  const cells = sheet.rows[row] ?? [];
  if (cells.every(isBlank)) return skip('blank-row');
  const own = cells
    .filter((cell, column) => !isBlank(cell) && !isRepeated(cell, row, column))
    .map(({ text }) => squeeze(text));
  if (own.slice(0, 3).some((text) => TOTAL.test(text))) return skip('total-row');
  const distinct = new Set(own);
  if (own.length > 0 && NOTE.test(own[0] ?? '') && distinct.size <= 2) return skip('note-row');
  if (own.length > 0 && own.every((text) => SIGNED.test(text))) return skip('note-row');
  if (isBanner(sheet, row, head)) return skip('section-row');
  const repeated = head.columns.filter(
    ({ column, text }) => squeeze(cellAt(sheet, row, column).text) === squeeze(text),
  ).length;
  if (repeated >= 2 && repeated * 2 >= head.columns.length) return skip('repeated-head');
  return own.length > 2 && own.every((text, at) => text === String(at + 1)) ? skip('column-numbers') : null;
}

// One block over at least half of the columns, or a lone “一、……” in front: the title of a part of the list.
function isBanner(sheet: Sheet, row: number, head: Head): boolean {
  const cells = sheet.rows[row] ?? [];
  const written = cells
    .map((cell, column) => ({ cell, column }))
    .filter(({ cell, column }) => !isBlank(cell) && !isRepeated(cell, row, column));
  const [only] = written;
  if (only === undefined || written.length > 1 || head.columns.length < 3) return false;
  const spans = only.cell.merged?.columnSpan ?? 1;
  return (
    spans * 2 >= head.columns.length ||
    (only.column === 0 && /^[一二三四五六七八九十]+、/.test(squeeze(only.cell.text)))
  );
}
