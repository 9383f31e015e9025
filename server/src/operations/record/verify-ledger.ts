import {
  ARCHIVE_FORMAT,
  canonical,
  eventLine,
  headsDigest,
  headsOf,
  verifyChain,
  type ArchiveLine,
  type ArchiveReport,
  type Finding,
} from '@bihuan/core/ledger';
import type { Services } from '../../services.ts';
import { crypto } from '../../sm3.ts';
import { inSnapshot } from '../../store/database/database.ts';
import type { Executor } from '../../store/dossiers/dossiers.ts';
import { bodyOf, dossiersAfter, eventsOf } from '../../store/dossiers/events.ts';
import { strays } from '../../store/dossiers/ledger-rows.ts';
import { differencesIn, differencesInLaw } from './compare-rows.ts';
import type { Fold } from '../dossiers/fold.ts';
import { foldOf, type Checked } from '../dossiers/folds.ts';
import { saidBeside, verifyBeside, verifyWords, type Said } from './verify-beside.ts';
import { verifyPersonal } from './verify-personal.ts';
import { filesNamed, verifyFiles, type NamedFile } from './verify-files.ts';
import { verifyImport, verifyImportNames } from './verify-imports.ts';
import { registerCheck } from './verify-register.ts';

type Ledger = Pick<Services, 'db' | 'region' | 'home' | 'law' | 'now'>;
/** The record of one region as it stood at one moment, and the law it was made under. */
type Moment = { readonly at: Executor; readonly region: string; readonly law: Services['law']; readonly home: string };
type Row = Awaited<ReturnType<typeof dossiersAfter>>[number];

/** How many dossiers are held at a time. */
const BATCH = 200;

async function* batches(db: Executor, region: string): AsyncGenerator<Row[]> {
  let after: string | null = null;
  for (;;) {
    const rows: Row[] = await dossiersAfter(db, region, after, BATCH);
    yield rows;
    if (rows.length < BATCH) return;
    after = rows.at(-1)!.id;
  }
}

async function* everyDossier(db: Executor, region: string): AsyncGenerator<Row> {
  for await (const rows of batches(db, region)) yield* rows;
}

/**
 * Checks every dossier's chain, that every dossier which the register names is there and none besides, that its state and every row that lists and the law are read from are what its events
 * come to, that a search reads the words of those rows, that the files they name have the bytes that were filed, and that what
 * is kept apart of people opens as what the record names. Looks at one moment, so that an office at work
 * may be checked too; the files are read afterwards, since what is filed never changes. Writes nothing but the alarms of files.
 */
export async function verifyLedger(ledger: Ledger): Promise<ArchiveReport> {
  const { db, region, home, law } = ledger;
  const files: NamedFile[] = [];
  const report = await inSnapshot(db, (at) => verifyRecord({ at, region, law, home }, files));
  return { ...report, findings: [...report.findings, ...(await verifyFiles(ledger, files))] };
}

/** The record alone; every file that it names is noted in `files`. */
async function verifyRecord(record: Moment, files: NamedFile[]): Promise<ArchiveReport> {
  const { at, region } = record;
  const findings: Finding[] = [];
  const law: Fold['law'][] = [];
  const said: Said[] = [];
  const register = registerCheck(at, region);
  let [events, dossiers] = [0, 0];
  for await (const rows of batches(at, region)) {
    await register.dossiers(rows);
    const checked: Checked[] = [];
    for (const row of rows) {
      const one = await checkDossier(record, row);
      findings.push(...one.findings);
      if (row.kind === 'import') findings.push(...(await verifyImport(at, region, row.id, one.links)));
      if (row.kind === 'register') findings.push(...(await register.volume(row, one.links)));
      files.push(...one.files);
      said.push(one.said);
      events += one.links.length;
      if (one.fold) checked.push({ region, id: row.id, version: row.version, fold: one.fold });
    }
    dossiers += rows.length;
    law.push(...checked.map(({ fold }) => fold.law));
    findings.push(...(await differencesIn(at, region, checked)), ...(await verifyPersonal(record, checked)));
    findings.push(...(await verifyWords(at, region, rows)));
  }
  findings.push(...(await differencesInLaw(at, region, law)), ...(await strayFindings(at, region)));
  findings.push(...(await verifyBeside(at, region, said)), ...(await register.rest()));
  findings.push(...(await verifyImportNames(at, region)));
  return { dossiers, events, findings };
}

async function checkDossier({ at: db, region, law }: Moment, row: Row) {
  const { id, kind, version } = row;
  const links = await eventsOf(db, region, id, 0, 100_000);
  const findings = verifyChain(links, { region, dossier: id, version, digest: row.digest }, crypto);
  const found = { files: filesNamed(kind, links), said: saidBeside(kind, id, links), links };
  const differs = (detail: string): Finding => ({ kind: 'state-differs', region, dossier: id, version, detail });
  try {
    const fold = foldOf(
      kind,
      { region, id },
      links.map((link) => bodyOf<unknown>(link.body)),
      law,
    );
    if (canonical(fold.state) !== canonical(row.state))
      findings.push(differs('the state is not what the events fold to'));
    return { ...found, findings, fold };
  } catch {
    // an event that was changed or taken away may leave others that make no sense
    return { ...found, findings: [...findings, differs('the events do not fold')], fold: null };
  }
}

async function strayFindings(db: Executor, region: string): Promise<Finding[]> {
  return (await strays(db, region)).map(({ table, dossier }) => ({
    kind: 'surplus',
    region,
    dossier,
    version: 0,
    detail: `${table} speaks of a dossier that is not there`,
  }));
}

/** The whole ledger as lines of an archive, one dossier in memory at a time. */
export async function* exportLedger({
  db,
  region,
  now,
}: Pick<Services, 'db' | 'region' | 'now'>): AsyncGenerator<ArchiveLine> {
  const own = { line: 'archive', format: ARCHIVE_FORMAT, region, algorithm: 'SM3', writtenAt: now() } as const;
  yield own;
  let heads = headsOf(own, crypto);
  let dossiers = 0;
  let events = 0;
  for await (const row of everyDossier(db, region)) {
    const { id: dossier, kind, version } = row;
    const head = { dossier, kind, version, digest: Buffer.from(row.digest).toString('hex') };
    yield { line: 'dossier', region, ...head };
    const links = await eventsOf(db, region, row.id, 0, 100_000);
    for (const link of links.filter((written) => written.version <= row.version)) {
      events += 1;
      yield eventLine(link);
    }
    heads = headsDigest(heads, head, crypto);
    dossiers += 1;
  }
  yield { line: 'end', dossiers, events, heads };
}
