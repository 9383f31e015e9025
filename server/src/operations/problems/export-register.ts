import type { Actor } from '@bihuan/core/access';
import type { Policy } from '@bihuan/core/policy';
import type { Problem, StatedDeadline } from '@bihuan/core/problem';
import { kindIn, kindOn, type Parts } from '@bihuan/core/procedure';
import { plainDate } from '@bihuan/core/time';
import type { RegisterColumn, RegisterValue } from '../../files/register-column.ts';
import { writeRegister } from '../../files/register.ts';
import { headOf } from '../appearance/appearance.ts';
import type { Services } from '../../services.ts';
import { findDossiers } from '../../store/dossiers/dossiers.ts';
import { registerRows, type RegisterQuery, type viewOf } from './list-problems.ts';

type Line = ReturnType<typeof viewOf>;

/** A column; `shown`: the column of the screen that it is, where it is one that may be chosen there. */
type Column = RegisterColumn & {
  readonly shown?: string;
  readonly value: (line: Line, problem: Problem, policy: Policy) => RegisterValue;
};

const day = (text: string | null): RegisterValue => (text === null ? null : { day: plainDate(text) });
const factLabel = (policy: Policy, fact: string, value: string | null) =>
  value === null
    ? null
    : (policy.facts.find((known) => known.id === fact)?.values.find((known) => known.id === value)?.label.zh ?? value);

/** The register's columns as the screen shows them, in its order. */
const onScreen = ({ facts }: Policy): readonly Column[] => [
  { head: '编号', width: 20, value: (line) => line.number },
  { head: '问题', width: 40, value: (line) => line.title },
  ...facts.map(({ id, label }): Column => ({
    head: label.zh,
    width: 14,
    shown: 'facts',
    value: (line, _problem, policy) => factLabel(policy, id, line.facts[id] ?? null),
  })),
  {
    head: '领域',
    width: 14,
    shown: 'field',
    value: (line, _problem, policy) => policy.fields.find((field) => field.id === line.field)?.label.zh ?? line.field,
  },
  { head: '乡镇', width: 16, shown: 'township', value: (line) => line.townshipName },
  { head: '责任单位', width: 22, shown: 'holder', value: (line) => line.holderName },
  { head: '责任人', width: 10, shown: 'person', value: (line) => line.person },
  { head: '阶段', width: 12, shown: 'step', value: (line) => line.stageTitle.zh },
  { head: '环节', width: 18, shown: 'step', value: (line) => line.step?.zh ?? null },
  {
    head: '时限',
    width: 12,
    shown: 'due',
    value: (line) => (line.light.level === 'paused' ? '暂停' : day(line.light.due)),
  },
  { head: '剩余工作日', width: 10, shown: 'due', value: (line) => line.light.days },
  {
    head: '进度（%）',
    width: 10,
    shown: 'progress',
    value: (line) => (line.measures > 0 ? line.progress : null),
  },
  { head: '清单所列单位', width: 22, shown: 'listedHolder', value: (line) => line.listedHolderName },
  { head: '清单所列时间', width: 14, shown: 'listedDue', value: (line) => line.listedDue },
  { head: '登记日期', width: 12, shown: 'registered', value: (line) => day(line.registeredOn) },
  { head: '移交日期', width: 12, value: (line) => day(line.handedOverOn) },
  { head: '销号日期', width: 12, value: (line) => day(line.closedOn) },
];

/** Signs that a cell of a spreadsheet holds. */
const LONGEST_CELL = 32_000;
const lines = (texts: readonly string[]): string | null => texts.join('\n').slice(0, LONGEST_CELL) || null;
const numbered = (texts: readonly string[]): string | null =>
  lines(texts.length > 1 ? texts.map((text, at) => `${at + 1}. ${text}`) : texts);
const dated = (deadline: StatedDeadline | null): string | null =>
  deadline && (deadline.raw || deadline.date || (deadline.longTerm ? '长期坚持' : null));
const players = (parts: Parts, role: string): string | null =>
  lines((parts[role] ?? []).map(({ unitName, person }) => (person ? `${unitName}（${person.name}）` : unitName)));

/** Kinds of step by which a unit accepts the work. */
const ACCEPTING = new Set(['accept', 'on-site-check']);

/** The units that accept the work: those that did, and those that are asked to. Nothing before the acceptance began. */
function acceptedBy({ runs, tasks, parts }: Problem): string | null {
  const names = new Map(Object.values(parts).flatMap((some) => some.map(({ unit, unitName }) => [unit, unitName])));
  const acts = Object.values(runs).flatMap((run) => run.acts.filter((act) => ACCEPTING.has(act.do)));
  const asked = tasks.filter((task) => ACCEPTING.has(task.do));
  const units = [...acts.map(({ unit }) => names.get(unit) ?? null), ...asked.map(({ unitName }) => unitName)];
  return lines([...new Set(units.filter((unit): unit is string => unit !== null))]);
}

/** Every numbered paper of a dossier by its day, with all of its scans by name: 〔2026〕9号（2026-11-20）：正文.pdf、附件.pdf */
function papersOf({ runs, milestones, copies }: Problem): readonly string[] {
  const filed = [
    ...Object.values(runs).flatMap(({ acts }) => acts.map(({ document }) => document)),
    ...Object.values(milestones).map(({ document }) => document),
    ...copies.map(({ document }) => document),
  ].flatMap((paper) => paper ?? []);
  const said = filed
    .toSorted((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0))
    .map(({ number, date, scanned, further = [] }) => {
      const scans = [...(scanned ? [scanned] : []), ...further].map(({ name }) => name);
      return `${number}（${date}）${scans.length > 0 ? `：${scans.join('、')}` : ''}`;
    });
  return [...new Set(said)];
}

/** What a 整改清单 says beside the register, in the usual order: the plan where there is one, the list before. */
const ofTheList = (policy: Policy, roles: readonly string[], holder: string | undefined): readonly Column[] => [
  { head: '整改目标', width: 30, value: (_line, { plan, basics }) => plan?.target ?? (basics.target || null) },
  { head: '整改措施', width: 50, value: (_line, { measures }) => numbered(measures.map(({ text }) => text)) },
  {
    head: '整改时限',
    width: 16,
    value: (_line, { plan, basics }) => dated(plan?.deadline ?? basics.deadline),
  },
  ...policy.caseRoles
    .filter(({ id }) => id !== holder && roles.includes(id))
    .map(({ id, label }): Column => ({ head: label.zh, width: 22, value: (_line, { parts }) => players(parts, id) })),
  { head: '验收单位', width: 22, value: (_line, problem) => acceptedBy(problem) },
  {
    head: '整改进展',
    width: 40,
    value: (_line, { measures }) =>
      numbered(
        measures.filter(({ progress }) => progress).map(({ progress, percent }) => `${progress}（${percent}%）`),
      ),
  },
  { head: '佐证材料', width: 30, value: (_line, { evidence }) => numbered(evidence.map(({ name }) => name)) },
  { head: '文件及扫描件', width: 40, value: (_line, problem) => numbered(papersOf(problem)) },
  { head: '备注', width: 20, value: (_line, { basics }) => basics.remarks || null },
];

/** So many dossiers are in memory at once. */
const AT_ONCE = 200;

/**
 * Writes the rows of a query of the register as a workbook: any number of them in bounded memory. `columns`: those of the screen that
 * were chosen there, absent for all; what a 整改清单 says follows in any case.
 */
export async function exportRegister(
  services: Services,
  { columns: chosen, ...query }: RegisterQuery & { readonly columns?: readonly string[] },
  by: Pick<Actor, 'postings'>,
  stream: NodeJS.WritableStream,
): Promise<void> {
  const law = services.law();
  const { policy } = law;
  const kind = kindOn(law, 'problem') ?? kindIn(law, '');
  const roles = kind?.parts.length ? kind.parts : policy.caseRoles.map(({ id }) => id);
  const columns = [
    ...onScreen(policy).filter(({ shown }) => shown === undefined || !chosen || chosen.includes(shown)),
    ...ofTheList(policy, roles, kind?.holder),
  ];
  async function* cells() {
    for await (const some of together(registerRows(services, query, by))) {
      const ids = some.map(({ id }) => id);
      const dossiers = await findDossiers<Problem>(services.db, services.region, 'problem', ids);
      for (const line of some) {
        const problem = dossiers.get(line.id)?.state;
        if (problem) yield columns.map((column) => column.value(line, problem, policy));
      }
    }
  }
  await writeRegister(cells(), columns, stream, {
    title: await headOf(services, '生态环境问题台账'),
    sheet: '台账',
  });
}

async function* together(rows: AsyncIterable<Line>): AsyncGenerator<readonly Line[]> {
  let some: Line[] = [];
  for await (const row of rows) {
    some.push(row);
    if (some.length < AT_ONCE) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}
