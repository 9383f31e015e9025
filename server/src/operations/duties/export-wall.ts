import type { Actor } from '@bihuan/core/access';
import { stateOf, type CellState } from '@bihuan/core/duty';
import { eachOf } from '@bihuan/core/policy';
import { plainDate } from '@bihuan/core/time';
import type { RegisterColumn, RegisterValue } from '../../files/register-column.ts';
import { writeRegister } from '../../files/register.ts';
import { headOf } from '../appearance/appearance.ts';
import type { Services } from '../../services.ts';
import { eachReturn, type ReturnLine } from '../../store/duties.ts';
import { filingIn } from './read-duties.ts';
import { periodFor } from './wall.ts';

const STATES: Readonly<Record<CellState, string>> = {
  filed: '已报送',
  nil: '零报告',
  late: '逾期报送',
  confirming: '待确认',
  open: '待报送',
  returned: '已退回',
  missing: '逾期未报',
  'not-owed': '不需报送',
};

/** The states that a wall may be narrowed to. */
export type WallQuery = { readonly state?: readonly CellState[] };

/** A wall as a workbook, one return a row; null where there is no such period for this person. The rest is written by the answer. */
export async function wallWorkbook(services: Services, by: Actor, duty: string, period: string, { state }: WallQuery) {
  const found = await periodFor(services, by, duty, period);
  if (!found) return null;
  const { law, running, tokens } = found;
  const { db, region, today } = services;
  const table = eachOf(running.runs, law.policy)?.values ?? [];
  const whatOf = (row: ReturnLine): string =>
    row.what_name || (table.find(({ id }) => id === row.what)?.label.zh ?? '');
  async function* rows(): AsyncGenerator<readonly RegisterValue[]> {
    for await (const row of eachReturn(db, { region, duty, period, seats: tokens })) {
      const standing = stateOf(filingIn(row), today());
      if (standing === 'not-owed' || (state && !state.includes(standing))) continue;
      yield COLUMNS.map((column) => column.value(row, standing, whatOf(row)));
    }
  }
  const title = await headOf(services, `${running.title.zh} ${period} 填报情况`);
  return {
    name: `${running.title.zh}-${period}-填报情况.xlsx`,
    write: (stream: NodeJS.WritableStream) => writeRegister(rows(), COLUMNS, stream, { title, sheet: '填报情况' }),
  };
}

type Column = RegisterColumn & {
  readonly value: (row: ReturnLine, state: CellState, what: string) => RegisterValue;
};

const COLUMNS: readonly Column[] = [
  { head: '编号', width: 20, value: (row) => row.number },
  { head: '单位', width: 28, value: (row) => row.unit_name },
  { head: '填报内容', width: 18, value: (_row, _state, what) => what },
  { head: '情况', width: 12, value: (_row, state) => STATES[state] },
  { head: '零报告', width: 8, value: (row) => (row.nil ? '是' : null) },
  { head: '截止日期', width: 12, value: (row) => ({ day: plainDate(row.due) }) },
  { head: '报送日期', width: 12, value: (row) => (row.filed_on === null ? null : { day: plainDate(row.filed_on) }) },
  { head: '更正', width: 10, value: (row) => (row.corrects === null ? null : '更正填报') },
];
