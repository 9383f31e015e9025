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
import { verifyArchive } from '../operations/record/verify-archive.ts';
import { exportLedger, verifyLedger } from '../operations/record/verify-ledger.ts';
import type { Services } from '../services.ts';
import { openDatabase } from '../store/database/database.ts';
import { schemaDifferences } from '../store/database/schema.ts';
import { regionsOf } from '../store/dossiers/events.ts';
import type { Connection } from '../store/database/connection.ts';
import { openInstallation } from '../store/database/installation.ts';
import type { Out } from './command.ts';
import { report } from './ledger-report.ts';

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

function say(out: Out, text: string, code: number): number {
  out.stdout.write(text);
  return code;
}

function wrong(out: Out, what: string): number {
  out.stderr.write(`未能理解 / not understood: ${what}\n\n${HELP}`);
  return 2;
}
