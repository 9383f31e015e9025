import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { publishPolicy, type LocatedFault } from '../operations/law/publish-policy.ts';
import type { Services } from '../services.ts';
import { Trouble } from '../trouble.ts';
import type { Out } from './command.ts';
import { openServices } from './open-services.ts';
import { packDir } from './policy-pack.ts';

const options = { json: { type: 'boolean' }, help: { type: 'boolean' } } as const;

/** `policy publish [DIR] [--json]`. */
export async function publish(args: readonly string[], { stdout }: Out): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const { services, close } = await openServices(readConfig());
  try {
    const edition = await published(services, packDir(positionals));
    stdout.write(values.json ? `${JSON.stringify({ edition })}\n` : `已发布 / published: ${edition}\n`);
    return 0;
  } finally {
    await close();
  }
}

/** Publishes a folder and answers the edition's name. @throws Trouble saying why it was not published */
export async function published(services: Services, dir: string): Promise<string> {
  const answer = await publishPolicy(services, dir);
  if ('done' in answer) return answer.done.edition;
  if ('unreadable' in answer)
    throw new Trouble(`读不懂 / cannot be read:\n${lines(answer.unreadable)}`, `bihuan policy check ${dir}`);
  const { refused, faults } = answer;
  if (refused.code === 'bad-input')
    throw new Trouble('内容有误 / something in it is wrong', `bihuan policy check ${dir}`);
  switch (refused.obstacle.code) {
    case 'already-published':
      return refused.obstacle.edition;
    case 'edition-immutable':
      throw new Trouble(
        `${refused.obstacle.edition} 已经发布，内容不同 / is published with other content`,
        '发布后不可更改：以新的实施日期另立一版 / it never changes: make an edition with a later date of its own',
      );
    case 'other-region': {
      const { region, installation } = refused.obstacle;
      throw new Trouble(
        `这是 ${region} 的方案，本系统属于 ${installation} / the plan of ${region}; this installation is ${installation}`,
        '核对 region 与 BIHUAN_REGION；其他地区先发布自己的方案 / compare region with BIHUAN_REGION; another place publishes its own plan first: bihuan policy publish DIR',
      );
    }
    case 'units-dropped':
      throw new Trouble(
        `未办结事项中的单位不在单位表内 / open dossiers name units that this edition leaves out:\n${refused.obstacle.units
          .flatMap(({ unit, dossiers, all }) => [
            ...dossiers.map(({ number, title }) => `  ${unit} ${number} ${title}`),
            ...(all > dossiers.length ? [`  ${unit} … 共 ${all} 件 / ${all} in all`] : []),
          ])
          .join('\n')}`,
        '在 units.yaml 中保留该单位并写明承接单位和日期（succeeded-by），或先在这些事项中改由其他单位承办 / keep the unit in units.yaml and say who takes over from when (succeeded-by), or name others in these dossiers first',
      );
    case 'faults-open':
      throw new Trouble(
        `有问题未经裁定 / faults without a ruling:\n${lines(faults.filter((fault) => fault.ruling === null))}`,
        `bihuan policy check ${dir}`,
      );
    default:
      throw new Trouble(`不能发布 / cannot be published: ${refused.obstacle.code}`, `bihuan policy check ${dir}`);
  }
}

const lines = (faults: readonly LocatedFault[]): string =>
  faults.map(({ file, line, kind, text }) => `  ${file}:${line} ${kind} ${text.zh}`).join('\n');
