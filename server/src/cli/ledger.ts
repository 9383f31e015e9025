import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import type { ArchiveReport, Finding } from '@bihuan/core/ledger';
import { officeDay } from '../clock.ts';
import { readConfig, type Config } from '../config.ts';
import { openLawBook } from '../law-book.ts';
import { enterDossiers } from '../operations/record/enter-dossiers.ts';
import { noteFound } from '../operations/record/note-found.ts';
import { refold } from '../operations/record/refold.ts';
import type { Resaved } from '../operations/record/archive-text.ts';
import { verifyArchive } from '../operations/record/verify-archive.ts';
import { exportLedger, verifyLedger } from '../operations/record/verify-ledger.ts';
import type { Services } from '../services.ts';
import { openDatabase } from '../store/database/database.ts';
import { schemaDifferences } from '../store/database/schema.ts';
import { regionsOf } from '../store/dossiers/events.ts';
import type { Connection } from '../store/database/connection.ts';
import { openInstallation } from '../store/database/installation.ts';
import type { Out } from './command.ts';

const HELP = `bihuan ledger — 台账记录的核验与导出 / check and export the record

  bihuan ledger verify                     核验全部档案及其文件 / every dossier and its files
  bihuan ledger verify --file ledger.jsonl 核验导出的文件，不需要数据库 / an exported file, without any database
  bihuan ledger export --out ledger.jsonl  导出 / export
  --json                                   以 JSON 输出 / print JSON

退出码 / exit code: 0 记录完整 / the record holds; 1 发现问题 / something was found; 2 用法不对 / wrong use
`;

/** The door to the record's own proof. */
export const ledger = {
  help: HELP,
  async run(args: readonly string[], out: Out): Promise<number> {
    const options = {
      file: { type: 'string' },
      out: { type: 'string' },
      json: { type: 'boolean' },
      help: { type: 'boolean' },
    } as const;
    let read;
    try {
      read = parseArgs({ args: [...args], options, allowPositionals: true });
    } catch (error) {
      return wrong(out, error instanceof Error ? error.message : '');
    }
    const { values, positionals } = read;
    if (values.help) return say(out, HELP, 0);
    const [verb] = positionals;
    // exit code 1 says that the record does not hold, so a mistyped name must not come to that
    if (values.file && !existsSync(values.file)) return wrong(out, `没有这个文件 / no such file: ${values.file}`);
    if (verb === 'verify')
      return report(
        out,
        await (values.file ? verifyArchive(createReadStream(values.file)) : inInstallation(verifyAll)),
        {
          json: values.json ?? false,
        },
      );
    if (verb === 'export' && values.out) return inInstallation((ledgers) => exportTo(ledgers, values.out!, out));
    return wrong(out, verb === 'export' ? '--out?' : (verb ?? ''));
  },
};

/** The record of each region in this database, with the law that it was made under. */
type Ledgers = readonly Pick<Services, 'db' | 'region' | 'home' | 'law' | 'now'>[];

/** Verifies all there is and says what was found. @returns the exit code: 0 where the record holds */
export const verifyInstallation = async (config: Config, out: Out): Promise<number> =>
  report(out, await inInstallation(verifyAll, config), { json: false });

async function inInstallation<T>(
  work: (ledgers: Ledgers, owner: Connection) => Promise<T>,
  config = readConfig(),
): Promise<T> {
  const { home } = config;
  const installation = await openInstallation(home, config.databases);
  const db = openDatabase(installation.app);
  try {
    const ledgers: Ledgers[number][] = [];
    for (const region of await regionsOf(db)) {
      const { law } = await openLawBook({ db, region, today: officeDay });
      await refold({ db, region, law });
      const now = () => new Date().toISOString();
      const services = { db, region, today: officeDay, now };
      while ((await noteFound(services)) || (await enterDossiers(services)));
      ledgers.push({ db, region, home, law, now });
    }
    return await work(ledgers, installation.owner);
  } finally {
    await db.destroy();
    await installation.release();
  }
}

async function verifyAll(ledgers: Ledgers, owner: Connection): Promise<ArchiveReport> {
  const reports = await Promise.all(ledgers.map((one) => verifyLedger(one)));
  const schema = (await schemaDifferences(owner)).map((detail): Finding => ({
    kind: 'schema-differs',
    region: '',
    dossier: '',
    version: 0,
    detail,
  }));
  return {
    dossiers: reports.reduce((sum, one) => sum + one.dossiers, 0),
    events: reports.reduce((sum, one) => sum + one.events, 0),
    findings: [...schema, ...reports.flatMap((one) => one.findings)],
  };
}

async function* linesOf(ledgers: Ledgers): AsyncGenerator<string> {
  for (const one of ledgers) for await (const line of exportLedger(one)) yield `${JSON.stringify(line)}\n`;
}

async function exportTo(ledgers: Ledgers, file: string, out: Out): Promise<number> {
  await pipeline(linesOf(ledgers), createWriteStream(file));
  return say(out, `已导出 / exported: ${file}\n`, 0);
}

const KINDS: Readonly<Record<Finding['kind'], string>> = {
  changed: '内容被改动',
  missing: '缺少记录',
  'broken-chain': '前后不相接',
  'out-of-order': '次序不对',
  'cut-off': '末尾被截去',
  surplus: '多出记录',
  'state-differs': '档案现状与记录不符',
  'row-differs': '台账与记录不符',
  'time-backwards': '记录时间倒退',
  'schema-differs': '数据库结构或权限被改动',
  'file-changed': '文件被改动',
  'file-missing': '文件不在',
};

/** What an editor makes of a file: said, since it is no longer the one that was exported, and no finding. */
const RESAVED: Readonly<Record<Resaved, string>> = {
  'byte-mark': '开头加了字节序标记（BOM） / a byte mark in front',
  'utf-16': '改为 UTF-16 编码 / encoded as UTF-16',
  'line-ends': '换行符被改（CRLF 或 CR） / other ends of lines',
  blanks: '行首或行尾多了空格 / blanks around lines',
  'blank-lines': '多了空行 / blank lines',
  'last-line-end': '末行没有换行符 / no end after the last line',
};

type Reported = ArchiveReport & { readonly resaved?: readonly Resaved[] };

function report(out: Out, reported: Reported, { json }: { readonly json: boolean }): number {
  const { dossiers, events, findings, resaved = [] } = reported;
  const code = findings.length === 0 ? 0 : 1;
  if (json) return say(out, `${JSON.stringify(reported)}\n`, code);
  const lines = findings.map(
    ({ kind, dossier, version, detail }) => `✗ ${KINDS[kind]} / ${kind}  ${dossier}  #${version}  ${detail}`,
  );
  const sum = `${dossiers} 份档案、${events} 条记录 / dossiers and events: ${code === 0 ? '完整 / intact' : `${findings.length} 处问题 / findings`}`;
  return say(out, `${[...lines, ...saved(resaved), sum].join('\n')}\n`, code);
}

const saved = (resaved: readonly Resaved[]): readonly string[] =>
  resaved.length === 0
    ? []
    : [
        '! 文件被编辑器另存过，已不是导出时的文件；所载记录照常逐条核验 / an editor has saved this file again; what it records is checked as ever',
        ...resaved.map((how) => `  ${RESAVED[how]}`),
      ];

function say(out: Out, text: string, code: number): number {
  out.stdout.write(text);
  return code;
}

function wrong(out: Out, what: string): number {
  out.stderr.write(`未能理解 / not understood: ${what}\n\n${HELP}`);
  return 2;
}
