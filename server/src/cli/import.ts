import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import type { FileRefusal } from '../files/refusal.ts';
import { actorNamed, dryRun, importFile, UnknownKind } from '../operations/imports/from-shell.ts';
import { HALTS, type Settled } from '../operations/imports/outcome.ts';
import type { Services } from '../services.ts';
import { Trouble } from '../trouble.ts';
import { Misuse, type Command, type Out } from './command.ts';
import { reportOf, reportWords } from './import-report.ts';
import { openServices } from './open-services.ts';

const HELP = `bihuan import — 把工作簿导入问题台账或某类事项 / bring a workbook into the register, or into a kind of dossier

  bihuan import FILE --dry-run [--kind ID] [--sheet NAME] [--json]     只看结果，不写入 / look, write nothing
  bihuan import FILE --as USERNAME [--kind ID] [--sheet NAME] [--set origin=city] [--skip-open] [--json]

  --kind       导入为哪类事项；不写则为问题 / into which kind; without it, problems
  --sheet      工作簿里的哪张工作表；不写则取最像问题清单的一张 / which sheet; without it, the one most like a list
  --as         以此人名义导入，须有登记或立项的职务 / in this person's name, from a seat that registers or opens them
  --set        没有写明的行都按此（可写几次，如 origin=city）/ what rows have that do not say it; may be given several times
  --skip-open  需要判断的行先不导入 / leave rows that need a decision out

退出码 / exit code: 0 完成 / done; 1 被拒绝或有行未导入 / refused, or rows did not come in; 2 用法不对 / wrong use
`;

const OPTIONS = {
  as: { type: 'string' },
  kind: { type: 'string' },
  sheet: { type: 'string' },
  set: { type: 'string', multiple: true },
  'dry-run': { type: 'boolean' },
  'skip-open': { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

/** The import without a page: dry run and the whole way, through the same operations. */
export const importCommand = {
  help: HELP,
  async run(args, out) {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    const [file] = positionals;
    if (file === undefined || (!values['dry-run'] && values.as === undefined))
      throw new Misuse(
        '缺少文件，或没有说以谁的名义 / FILE, and --as or --dry-run, are needed',
        'bihuan import --help',
      );
    if (!existsSync(file)) throw new Trouble(`没有这个文件 / no such file: ${file}`, '检查路径 / check the path');
    const { services, close } = await openServices(readConfig());
    const asked = {
      file,
      sheet: values.sheet ?? null,
      kind: values.kind ?? null,
      chosen: pairsOf(values.set ?? []),
      skipOpen: values['skip-open'] ?? false,
    };
    const json = values.json ?? false;
    try {
      return values['dry-run']
        ? await look(services, asked, json, out)
        : await bringIn(services, asked, values.as!, json, out);
    } finally {
      await close();
    }
  },
} satisfies Command;

export { importCommand as import };

type Asked = {
  readonly file: string;
  readonly sheet: string | null;
  readonly kind: string | null;
  readonly chosen: Readonly<Record<string, string>>;
  readonly skipOpen: boolean;
};

/** `origin=city`, as often as there is something to say. */
function pairsOf(said: readonly string[]): Readonly<Record<string, string>> {
  const pairs = said.map((one) => /^([^=]+)=(.+)$/.exec(one));
  const wrong = said[pairs.indexOf(null)];
  if (wrong !== undefined)
    throw new Misuse(`写法应如 origin=city / written like origin=city: ${wrong}`, 'bihuan import --help');
  return Object.fromEntries(pairs.map((pair) => [pair?.[1] ?? '', pair?.[2] ?? '']));
}

async function look(services: Services, asked: Asked, json: boolean, { stdout }: Out): Promise<number> {
  const read = await dryRun(services, asked).catch((error: unknown) => {
    if (!(error instanceof UnknownKind)) throw error;
    throw new Trouble(
      `现行方案没有这类事项 / the edition in force has no such kind: ${error.message}`,
      'bihuan policy explain',
    );
  });
  if (read === null) throw new Trouble(HALTS['unknown-sheet'].zh, HALTS['unknown-sheet'].en);
  if ('refused' in read) throw troubleOf(read.refused);
  const report = reportOf(read);
  stdout.write(json ? `${JSON.stringify(report)}\n` : reportWords(report));
  return report.counts.needsDecision === 0 && report.questions.length === 0 ? 0 : 1;
}

async function bringIn(
  services: Services,
  asked: Asked,
  username: string,
  json: boolean,
  { stdout, stderr }: Out,
): Promise<number> {
  const by = await actorNamed(services, username);
  if (!by) throw new Trouble(`没有这个用户 / nobody has this user name: ${username}`, 'bihuan user --help');
  const ended = await importFile(
    services,
    { ...asked, key: randomUUID() },
    by,
    (done, of) => void stderr.write(`\r${done}/${of}`),
  );
  if (!('done' in ended)) throw troubleOf(sentence(ended));
  const { counts, sheet, others } = ended.done;
  stderr.write('\n');
  stdout.write(
    json
      ? `${JSON.stringify(ended.done)}\n`
      : `导入 / in ${counts.in}    失败 / failed ${counts.failed}    跳过 / left out ${counts.skip}\n`,
  );
  if (others.length > 0)
    stderr.write(`只导入了工作表“${sheet}”，没有导入 / only this sheet came in, not: ${others.join('、')}\n`);
  return counts.failed === 0 ? 0 : 1;
}

type Sentence = { readonly zh: string; readonly en: string };

function sentence(ended: Exclude<Settled<never>, { done: never }>): Sentence {
  if ('file' in ended) return ended.file;
  if ('halt' in ended) return HALTS[ended.halt];
  if ('missing' in ended) return { zh: '没有找到', en: 'Not found' };
  if (ended.refused.code === 'bad-input') {
    const fields = ended.refused.faults.map(({ field }) => field).join('、');
    return { zh: `填写的内容不对：${fields}`, en: `Not known or not allowed: ${fields}` };
  }
  return {
    zh: '此人没有登记或立项的职务，或这类事项不从表格导入',
    en: 'This person holds no seat that registers or opens them, or no workbook brings them in',
  };
}

const troubleOf = ({ zh, en }: Sentence | FileRefusal): Trouble => new Trouble(zh, en);
