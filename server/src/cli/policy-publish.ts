import { parseArgs } from 'node:util';
import type { Succession } from '@bihuan/core/publication';
import { readConfig } from '../config.ts';
import { publishPolicy, type LocatedFault } from '../operations/law/publish-policy.ts';
import type { Services } from '../services.ts';
import { Trouble } from '../trouble.ts';
import type { Out } from './command.ts';
import { openServices } from './open-services.ts';
import { packDir } from './policy-pack.ts';
import { astray, dropped, successorsSaid, withSuccessors } from './policy-successors.ts';

const options = {
  json: { type: 'boolean' },
  help: { type: 'boolean' },
  successor: { type: 'string', multiple: true },
} as const;

/** `policy publish [DIR] [--successor OLD=NEW@DAY:REASON]… [--json]`. */
export async function publish(args: readonly string[], { stdout }: Out): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const successors = successorsSaid(values.successor ?? []);
  const { services, close } = await openServices(readConfig());
  try {
    const edition = await published(services, packDir(positionals), successors);
    stdout.write(values.json ? `${JSON.stringify({ edition })}\n` : `已发布 / published: ${edition}\n`);
    return 0;
  } finally {
    await close();
  }
}

/** Publishes a folder and answers the edition's name. @throws Trouble saying why it was not published */
export async function published(
  services: Services,
  dir: string,
  successors: readonly Succession[] = [],
): Promise<string> {
  const answer = await publishPolicy(services, dir, successors);
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
    case 'units-dropped': {
      const { units, from } = refused.obstacle;
      throw new Trouble(
        `未办结事项中的单位不在单位表内 / open dossiers name units that this edition leaves out:\n${dropped(units)}`,
        `写明由谁、自何日承接，在办事项届时自动转过去 / say who takes over from when, and open dossiers go there on the day: bihuan policy publish ${dir} ${withSuccessors(units, from)}
    也可在 units.yaml 中保留该单位并写明 succeeded-by，或先在这些事项中改由其他单位承办 / or keep the unit in units.yaml with succeeded-by, or name others in these dossiers first`,
      );
    }
    case 'successors-astray':
      throw new Trouble(
        `承接单位有误 / successors that cannot be:\n${astray(refused.obstacle.successors)}`,
        '核对后再发布 / compare and publish again: bihuan policy --help',
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
