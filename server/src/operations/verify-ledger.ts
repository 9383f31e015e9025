import { evolveEdition, noEdition, type Edition, type EditionEvent } from '@bihuan/core/edition';
import {
  archiveVerifier,
  canonical,
  eventLine,
  headsDigest,
  verifyChain,
  type ArchiveLine,
  type ArchiveReport,
  type Finding,
} from '@bihuan/core/ledger';
import { absent, evolve, type Problem, type ProblemEvent } from '@bihuan/core/problem';
import type { Services } from '../services.ts';
import { crypto } from '../sm3.ts';
import type { Database } from '../store/database.ts';
import { bodyOf, dossiersAfter, eventsOf } from '../store/events.ts';
import { verifyFiles } from './verify-files.ts';

type Ledger = Pick<Services, 'db' | 'region' | 'home'>;
type Row = Awaited<ReturnType<typeof dossiersAfter>>[number];

/** How many dossiers are held at a time. */
const BATCH = 200;

async function* everyDossier(db: Database, region: string): AsyncGenerator<Row> {
  let after: string | null = null;
  for (;;) {
    const rows: Row[] = await dossiersAfter(db, region, after, BATCH);
    yield* rows;
    if (rows.length < BATCH) return;
    after = rows.at(-1)!.id;
  }
}

/** Checks every dossier's chain, the files its events name, and that the state lists are built from is what they fold to. */
export async function verifyLedger({ db, region, home }: Ledger): Promise<ArchiveReport> {
  const findings: Finding[] = [];
  let events = 0;
  let dossiers = 0;
  for await (const row of everyDossier(db, region)) {
    const links = await eventsOf(db, region, row.id, 0, 100_000);
    findings.push(...verifyChain(links, { region, dossier: row.id, version: row.version, digest: row.digest }, crypto));
    findings.push(...(await verifyFiles(home, links)));
    const fold = foldOf(
      row.kind,
      links.map((link) => link.body),
    );
    if (fold !== null && canonical(fold) !== canonical(row.state)) {
      findings.push({
        kind: 'state-differs',
        region,
        dossier: row.id,
        version: row.version,
        detail: 'the state is not what the events fold to',
      });
    }
    events += links.length;
    dossiers += 1;
  }
  return { dossiers, events, findings };
}

/** Events are facts: folding them never fails and never looks at the law. */
function foldOf(kind: string, bodies: readonly Uint8Array[]): object | null {
  if (kind === 'problem')
    return bodies.reduce<Problem>((problem, body) => evolve(problem, bodyOf<ProblemEvent>(body)), absent);
  if (kind === 'edition')
    return bodies.reduce<Edition>((edition, body) => evolveEdition(edition, bodyOf<EditionEvent>(body)), noEdition);
  return null;
}

/** The whole ledger as lines of an archive, one dossier in memory at a time. */
export async function* exportLedger({
  db,
  region,
  now,
}: Pick<Services, 'db' | 'region' | 'now'>): AsyncGenerator<ArchiveLine> {
  yield { line: 'archive', format: 1, region, algorithm: 'SM3', writtenAt: now() };
  let heads = '';
  let dossiers = 0;
  let events = 0;
  for await (const row of everyDossier(db, region)) {
    const head = { dossier: row.id, version: row.version, digest: Buffer.from(row.digest).toString('hex') };
    yield { line: 'dossier', region, kind: row.kind, ...head };
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

/** Checks an exported file: no database, no trust in whoever keeps one. A line that is no JSON is a finding. */
export async function verifyArchive(lines: AsyncIterable<string>): Promise<ArchiveReport> {
  const verifier = archiveVerifier(crypto);
  const broken: Finding[] = [];
  let at = 0;
  for await (const text of lines) {
    at += 1;
    if (text.trim() === '') continue;
    try {
      verifier.read(JSON.parse(text) as ArchiveLine); // its digests are what is being checked
    } catch {
      broken.push({ kind: 'changed', region: '', dossier: '', version: 0, detail: `line ${at} cannot be read` });
    }
  }
  const report = verifier.report();
  return { ...report, findings: [...broken, ...report.findings] };
}
