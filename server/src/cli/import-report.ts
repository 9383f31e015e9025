import { headOf, mustBeAnswered, pilesOf, rowErrors, type PlacedPicture } from '@bihuan/core/intake';
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
    notes: read.notes.map(({ zh, en }) => ({ zh, en })),
    pictures: offeredIn(read.pictures),
    errors: rowErrors(read).map(({ row, reason }) => ({ row, reason })),
    otherSheets: others,
  };
}

/** Pictures that can come in, by what they are chosen under: `--set pictures:5=…`. */
function offeredIn(pictures: readonly PlacedPicture[]) {
  const groups = Map.groupBy(
    pictures.filter(({ left }) => left === null),
    ({ group }) => group,
  );
  return [...groups].map(([group, some]) => ({
    id: `pictures:${group}`,
    head: some[0]?.head ?? '',
    count: some.length,
  }));
}

/** What a dry run prints for people. */
export function reportWords({
  sheet,
  list,
  counts,
  questions,
  errors,
  notes,
  pictures,
  otherSheets,
  intoRemarks,
}: ReturnType<typeof reportOf>): string {
  const lines = [
    `${sheet} · ${list}`,
    `可导入 / ready ${counts.ready}    需要判断 / to decide ${counts.needsDecision}    跳过 / left out ${counts.skipped}`,
    ...(intoRemarks.length > 0 ? [`并入备注的列 / columns kept in the remarks: ${intoRemarks.join('、')}`] : []),
    ...notes.map(({ zh }) => zh),
    ...pictures.map(
      ({ id, head, count }) =>
        `图片 / pictures ${count}${head === '' ? '' : `（${head}）`}: --set ${id}=佐证类别或附件字段 / evidence kind or field of files; --set ${id}=none 不导入 / leave out`,
    ),
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
