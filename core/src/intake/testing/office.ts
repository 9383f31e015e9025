import type { Decision } from '../question.ts';
import type { Cell, Merge, Sheet } from '../sheet.ts';
import { indexUnits } from '../unit-directory.ts';
import type { UnitEntry } from '../unit-directory.ts';
import type { IntakeContext } from '../understood.ts';

const unit = (
  id: string,
  name: string,
  shortNames: readonly string[] = [],
  oldNames: UnitEntry['oldNames'] = [],
): UnitEntry => ({ id, name, shortNames, oldNames, roles: [] });

/** Units of an invented county. 水务局 is short for two of them, so it never resolves by itself. */
export const UNITS = indexUnits({
  units: [
    unit('jia', '虚县甲镇人民政府'),
    unit('yi', '虚县乙乡人民政府'),
    unit('development', '虚县发展和改革局', ['县发改局', '发改局']),
    unit('ecology', '虚市生态环境局虚县分局', ['生态环境分局'], [{ name: '虚县环境保护局' }]),
    unit('water', '虚县水务局', ['水务局']),
    unit('city-water', '虚市水务局', ['水务局']),
  ],
  groups: [{ names: ['各乡镇', '各乡(镇)'], units: ['jia', 'yi'] }],
  prefixes: ['虚县', '县'],
});

/** An office with these units and nothing in its register. */
export const OFFICE: IntakeContext = { list: null, units: UNITS, facts: [], known: [] };

/** A sheet from rows of texts; `merges` are 0-based blocks whose cells repeat the text of their upper left one. */
export function sheetOf(rows: readonly (readonly string[])[], merges: readonly Merge[] = []): Sheet {
  const cells = rows.map((row, at) =>
    row.map((text, column): Cell => {
      const merged = merges.find(
        (block) =>
          at >= block.row &&
          at < block.row + block.rowSpan &&
          column >= block.column &&
          column < block.column + block.columnSpan,
      );
      return merged === undefined ? { text } : { text: rows[merged.row]?.[merged.column] ?? '', merged };
    }),
  );
  return { name: 'Sheet1', hidden: false, rows: cells };
}

/** A list with the usual head; missing cells are blank. */
export function listOf(...rows: readonly (readonly string[])[]): Sheet {
  return sheetOf([['虚构清单（演示）'], ['序号', '编号', '问题', '乡镇', '责任单位', '整改时限', '整改措施'], ...rows]);
}

/** A decision with a reason. */
export function decide(on: string, choose: string, value?: string): Decision {
  return { on, choose, reason: '演示判断', ...(value === undefined ? {} : { value }) };
}
