import { headOf, mustBeAnswered, pilesOf, rowErrors } from '@bihuan/core/intake';
import type { DryRun, OtherSheet } from '../operations/imports/from-shell.ts';

/** What a dry run prints with `--json`. */
export function reportOf({ read, others }: DryRun) {
  const { sheet, kind, list, questions, columns } = read;
  return {
    sheet,
    kind,
    list,
    counts: pilesOf(read),
    intoRemarks: columns.filter((column) => column.intoRemarks).map(headOf),
    questions: questions.filter(mustBeAnswered).map(({ id, zh, en }) => ({ id, zh, en })),
    errors: rowErrors(read).map(({ row, reason }) => ({ row, reason })),
    otherSheets: others,
  };
}

/** What a dry run prints for people. */
export function reportWords({
  sheet,
  list,
  counts,
  questions,
  errors,
  otherSheets,
  intoRemarks,
}: ReturnType<typeof reportOf>): string {
  const lines = [
    `${sheet} · ${list}`,
    `可导入 / ready ${counts.ready}    需要判断 / to decide ${counts.needsDecision}    跳过 / left out ${counts.skipped}`,
    ...(intoRemarks.length > 0 ? [`并入备注的列 / columns kept in the remarks: ${intoRemarks.join('、')}`] : []),
    ...questions.map(({ zh }) => `? ${zh}`),
    ...errors.map(({ row, reason }) => `  第${row}行 / row ${row}: ${reason}`),
    ...otherWords(otherSheets),
  ];
  return `${lines.join('\n')}\n`;
}

function otherWords(others: readonly OtherSheet[]): readonly string[] {
  if (others.length === 0) return [];
  return [
    `只看了一张工作表，另有${others.length}张没有看；用 --sheet 名称 选择 / one sheet was looked at, ${others.length} more were not; choose with --sheet NAME:`,
    ...others.map(({ name, hidden, rows, entries }) => {
      const found = entries === null ? '内容过多 / too heavy' : `可读 / entries ${entries}`;
      return `  ${name}${hidden ? '（隐藏 / hidden）' : ''}    行 / rows ${rows}    ${found}`;
    }),
  ];
}
