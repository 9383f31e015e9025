import type { Actor } from '@bihuan/core/access';
import type { Policy } from '@bihuan/core/policy';
import { plainDate } from '@bihuan/core/time';
import type { RegisterColumn, RegisterValue } from '../../files/register-column.ts';
import { writeRegister } from '../../files/register.ts';
import type { Services } from '../../services.ts';
import { registerRows, type RegisterQuery, type viewOf } from './list-problems.ts';

type Line = ReturnType<typeof viewOf>;

type Column = RegisterColumn & { readonly value: (line: Line, policy: Policy) => RegisterValue };

const day = (text: string | null): RegisterValue => (text === null ? null : { day: plainDate(text) });
const factLabel = (policy: Policy, fact: string, value: string | null) =>
  value === null
    ? null
    : (policy.facts.find((known) => known.id === fact)?.values.find((known) => known.id === value)?.label.zh ?? value);

/** The register's columns as the screen shows them, in its order. */
const columnsOf = ({ facts }: Policy): readonly Column[] => [
  { head: '编号', width: 20, value: (line) => line.number },
  { head: '问题', width: 40, value: (line) => line.title },
  ...facts.map(({ id, label }): Column => ({
    head: label.zh,
    width: 14,
    value: (line, policy) => factLabel(policy, id, line.facts[id] ?? null),
  })),
  {
    head: '领域',
    width: 14,
    value: (line, policy) => policy.fields.find((field) => field.id === line.field)?.label.zh ?? line.field,
  },
  { head: '乡镇', width: 16, value: (line) => line.townshipName },
  { head: '责任单位', width: 22, value: (line) => line.holderName },
  { head: '责任人', width: 10, value: (line) => line.person },
  { head: '阶段', width: 12, value: (line) => line.stageTitle.zh },
  { head: '环节', width: 18, value: (line) => line.step?.zh ?? null },
  { head: '时限', width: 12, value: (line) => (line.light.level === 'paused' ? '暂停' : day(line.light.due)) },
  { head: '剩余工作日', width: 10, value: (line) => line.light.days },
  { head: '进度（%）', width: 10, value: (line) => (line.measures > 0 ? line.progress : null) },
  { head: '移交日期', width: 12, value: (line) => day(line.handedOverOn) },
  { head: '销号日期', width: 12, value: (line) => day(line.closedOn) },
];

/** Writes the rows of a query of the register as a workbook: any number of them in bounded memory. */
export async function exportRegister(
  services: Services,
  query: RegisterQuery,
  by: Pick<Actor, 'postings'>,
  stream: NodeJS.WritableStream,
): Promise<void> {
  const { policy } = services.law();
  const columns = columnsOf(policy);
  async function* lines() {
    for await (const line of registerRows(services, query, by))
      yield columns.map((column) => column.value(line, policy));
  }
  await writeRegister(lines(), columns, stream, {
    title: `生态环境问题台账（截至${services.today()}）`,
    sheet: '台账',
  });
}
