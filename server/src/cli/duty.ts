import { parseArgs } from 'node:util';
import { stateOf, type CellState } from '@bihuan/core/duty';
import { openDuties } from '../operations/duties/open-duties.ts';
import { keptDuties } from '../operations/duties/kept-duties.ts';
import { filingIn } from '../operations/duties/read-duties.ts';
import { linesOf } from '../operations/duties/wall.ts';
import type { Services } from '../services.ts';
import { type Command, Misuse, type Out } from './command.ts';
import { withServices } from './user-services.ts';

const HELP = `bihuan duty — 定期任务的开启和填报情况 / what falls due again and again: opening it, who has filed

  bihuan duty list [--json]                 各项任务及已开启的期次 / every duty with the periods that were opened
  bihuan duty open [--json]                 开启今日应开启的、提醒未报的；重复运行无妨
                                            open what is due and remind whoever has not filed; running it again does nothing
  bihuan duty wall DUTY PERIOD [--json]     一期的逐单位填报情况 / who has filed in one period

退出码 / exit code: 0 完成 / done; 1 没有这一期 / no such period; 2 用法不对 / wrong use
`;

/** Duties from the terminal of the machine, through the same operations as the calendar's own. */
export const duty = {
  help: HELP,
  async run([verb, ...args], out) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean' } },
      allowPositionals: true,
    });
    const json = values.json ?? false;
    if (verb === 'list') return withServices((services) => list(services, json, out));
    if (verb === 'open') return withServices((services) => open(services, json, out));
    if (verb !== 'wall')
      throw new Misuse(
        `没有“duty ${verb ?? ''}” / no such verb: duty ${verb ?? ''}`,
        '可用 / there are: list, open, wall',
      );
    const [of, period, ...more] = positionals;
    if (of === undefined || period === undefined || more.length > 0)
      throw new Misuse('须写明任务和期次 / say the duty and the period', 'bihuan duty wall DUTY PERIOD');
    return withServices((services) => wall(services, { duty: of, period }, json, out));
  },
} satisfies Command;

async function list(services: Services, json: boolean, { stdout }: Out): Promise<number> {
  const duties = await keptDuties(services);
  const lines = duties.flatMap(({ id, title, since, periods }) => [
    `${id}  ${title.zh}  ${since === null ? '' : `自 / since ${since}`}`,
    ...periods.map(
      ({ id: period, due, size, openedOn, openedLate, opening }) =>
        `  ${period}  截止 / due ${due}  ${size} 份 / returns  ${openedOn} 开启 / opened${openedLate ? '（补开 / late）' : ''}${opening === null ? '' : '（未开完 / unfinished）'}`,
    ),
  ]);
  stdout.write(json ? `${JSON.stringify({ duties }, null, 2)}\n` : `${lines.join('\n')}\n`);
  return 0;
}

async function open(services: Services, json: boolean, { stdout }: Out): Promise<number> {
  const looked = await openDuties(services);
  const { periods, returns, reminded } = looked;
  const said = `开启 ${periods} 期、${returns} 份填报，提醒 ${reminded} 份 / periods and returns opened, reminded\n`;
  stdout.write(json ? `${JSON.stringify(looked)}\n` : said);
  return 0;
}

const SAID: Readonly<Record<CellState, string>> = {
  filed: '已报送',
  nil: '零报告',
  late: '逾期报送',
  confirming: '待确认',
  open: '待报送',
  returned: '已退回',
  missing: '逾期未报',
  'not-owed': '不需报送',
};

/** Whoever sits at the machine reads everything that stands in its database. */
async function wall(
  services: Services,
  at: { readonly duty: string; readonly period: string },
  json: boolean,
  { stdout, stderr }: Out,
): Promise<number> {
  const returns = (await linesOf(services, at)).map((line) => {
    const { number, unit, unit_name: unitName, what, nil, due, filed_on: filedOn, corrects } = line;
    return {
      number,
      unit,
      unitName,
      what,
      state: stateOf(filingIn(line), services.today()),
      nil,
      due,
      filedOn,
      corrects,
    };
  });
  if (returns.length === 0) {
    stderr.write(`没有这一期 / no such period: ${at.duty} ${at.period}\n`);
    return 1;
  }
  const lines = returns.map(
    ({ number, unitName, what, state, filedOn, corrects }) =>
      `${number}  ${unitName}${what && `  ${what}`}  ${SAID[state]} / ${state}${filedOn ? `  ${filedOn}` : ''}${corrects ? '  更正 / correction' : ''}`,
  );
  stdout.write(json ? `${JSON.stringify({ ...at, returns }, null, 2)}\n` : `${lines.join('\n')}\n`);
  return 0;
}
