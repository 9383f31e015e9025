import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Connection } from '../store/database/connection.ts';
import { openInstallation } from '../store/database/installation.ts';
import { measureStart } from './again.ts';
import { measureCheck } from './check.ts';
import { measureCommands } from './commands.ts';
import { measureDuties } from './duties.ts';
import { fillTo } from './fill.ts';
import { holds, lineOf, type Figure } from './figure.ts';
import { measureLists, openPlain } from './lists.ts';
import { makeHome, openOffice, removeHome, type Office } from './office.ts';
import { measurePage } from './page.ts';
import { PLAIN, PROBLEM } from './subjects.ts';
import { measureWorkbooks } from './workbooks.ts';

const IN_OFFICES = ['commands', 'lists', 'workbooks', 'duties'];
const PARTS = [...IN_OFFICES, 'check', 'page', 'start'];
const HELP = `npm run bench [-- --only ${PARTS.join('|')}] [--small] [--json FILE]

  --small  少量数据，只看能否运行 / little data, to see that it runs
退出码 / exit code: 0 全部达标 / every target met; 1 有未达标 / one missed
`;

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    small: { type: 'boolean' },
    json: { type: 'string' },
    help: { type: 'boolean' },
  },
});
if (values.help) process.stdout.write(HELP);
else process.exitCode = await run(values.only, values.small ?? false, values.json);

async function run(only: string | undefined, small: boolean, json: string | undefined): Promise<number> {
  const wanted = PARTS.filter((part) => only === undefined || part === only);
  const figures: Figure[] = [];
  const tell = (found: readonly Figure[]): void => {
    figures.push(...found);
    for (const figure of found) process.stdout.write(`${lineOf(figure)}\n`);
  };
  if (wanted.some((part) => IN_OFFICES.includes(part))) await inOffices(wanted, small, tell);
  if (wanted.includes('check')) tell(await measureCheck());
  if (wanted.includes('page')) tell(measurePage());
  if (wanted.includes('start')) tell(await measureStart());
  if (json) writeFileSync(json, `${JSON.stringify(figures, null, 2)}\n`);
  return figures.every(holds) ? 0 : 1;
}

/** One part that needs an office: an office is opened for it and gone afterwards. */
async function inOffice(measure: (office: Office, owner: Connection, app: Connection) => Promise<void>): Promise<void> {
  const home = makeHome();
  const office = await openOffice(home);
  try {
    const { owner, app } = await openInstallation(home, null);
    await measure(office, owner, app);
  } finally {
    await office.stop();
    removeHome(home);
  }
}

async function inOffices(
  wanted: readonly string[],
  small: boolean,
  tell: (found: readonly Figure[]) => void,
): Promise<void> {
  const [few, many, rows] = small ? [1_000, 3_000, 500] : [1_000, 100_000, 5_000];
  await inOffice(async (office, owner, app) => {
    if (wanted.includes('duties')) tell(await measureDuties(office.home, rows));
    if (wanted.includes('commands'))
      for (const subject of [PROBLEM, PLAIN]) tell(await measureCommands(office, app, subject, small ? 1 : 4));
    if (!wanted.includes('lists') && !wanted.includes('workbooks')) return;
    await openPlain(office);
    await fillTo(owner, many);
    if (wanted.includes('lists'))
      await inOffice(async (beside, besideOwner) => {
        await openPlain(beside);
        await fillTo(besideOwner, few);
        tell(await measureLists({ office: beside, problems: few }, { office, problems: many }));
      });
    if (wanted.includes('workbooks')) tell(await measureWorkbooks(office, rows));
  });
}
