import type { Finding, Link } from '@bihuan/core/ledger';
import { digestNow } from '../../files/vault.ts';
import type { Services } from '../../services.ts';
import { filesNow } from '../../store/dossiers/beside-rows.ts';
import { bodyOf } from '../../store/dossiers/events.ts';
import { liftFileAlarms, raiseFileAlarm, type FileAlarm } from '../../store/files.ts';

/** A file as an event names it, evidence or the scan of a paper, and which event that is. */
export type NamedFile = Pick<Link, 'region' | 'dossier' | 'version'> & {
  readonly file: string;
  /** SM3 of the bytes as first received, lower-case hex. */
  readonly digest: string;
};

/** Every file that these events name, and the one whose log they are, though nothing may name it yet. */
export function filesNamed(kind: string, links: readonly Link[]): NamedFile[] {
  if (kind === 'file')
    return links.slice(0, 1).map(({ region, dossier, version, body }) => {
      const { digest } = bodyOf<{ readonly digest: string }>(body);
      return { region, dossier, version, file: dossier, digest };
    });
  return links.flatMap(({ region, dossier, version, body }) =>
    filesIn(bodyOf<unknown>(body)).flatMap(({ file, digest }) =>
      digest === null ? [] : [{ region, dossier, version, file, digest }],
    ),
  );
}

/**
 * Checks that the bytes of every file are still the ones that were filed, each file read once. The administrators are told of those
 * that are not, as when somebody asks for one, and no longer of those that are whole again.
 */
export async function verifyFiles(
  { db, region, home, now }: Pick<Services, 'db' | 'region' | 'home' | 'now'>,
  files: readonly NamedFile[],
): Promise<Finding[]> {
  const findings: Finding[] = [];
  const broken = new Map<string, FileAlarm['found']>();
  const read = new Map<string, string | null>();
  for (const { file, digest, ...where } of files) {
    const present = read.has(file) ? read.get(file)! : await digestNow(home, file);
    read.set(file, present);
    if (present === digest) continue;
    const kind = present === null ? 'file-missing' : 'file-changed';
    broken.set(file, kind);
    findings.push({ kind, ...where, detail: `file ${file}` });
  }
  const rows = await filesNow(db, region, [...broken.keys()]);
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  // a file whose row is gone as well is named by its id
  for (const [file, found] of broken)
    await raiseFileAlarm(db, region, { file, found, name: names.get(file) ?? file, at: now() });
  const whole = [...read.keys()].filter((file) => !broken.has(file));
  await liftFileAlarms(db, region, whole, now());
  return findings;
}

/** The ids of all files that these events name, each once. */
export const fileIds = (events: readonly unknown[]): string[] => [
  ...new Set(events.flatMap(filesIn).map(({ file }) => file)),
];

/** `digest` is null for a scan that was recorded before digests were kept. */
type Named = { readonly file: string; readonly digest: string | null };

/** Files stand in events wherever somebody filed one: in the evidence, in a sheet, under a paper, under the act recorded with it. */
function filesIn(value: unknown): Named[] {
  if (typeof value !== 'object' || value === null) return [];
  return [...named(value), ...Object.values(value).flatMap(filesIn)];
}

/** Evidence names its file and digest itself, a sheet too; a paper names its scan, and beside it what was filed. */
function named(value: object): Named[] {
  const { id, file, digest, size, scan, scanned } = value as Readonly<Record<string, unknown>>; // any object may be asked
  if (typeof digest === 'string' && typeof file === 'string') return [{ file, digest }];
  if (typeof digest === 'string' && typeof id === 'string' && typeof size === 'number') return [{ file: id, digest }];
  if (typeof scan !== 'string') return [];
  const of = (scanned as { readonly digest?: unknown } | undefined)?.digest; // read only where it is a text
  return [{ file: scan, digest: typeof of === 'string' ? of : null }];
}
