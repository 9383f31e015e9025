import type { Finding, Link } from '@bihuan/core/ledger';
import { digestNow } from '../files/vault.ts';
import { bodyOf } from '../store/events.ts';

/** A file as an event names it, evidence or the scan of a paper, and which event that is. */
export type NamedFile = Pick<Link, 'region' | 'dossier' | 'version'> & {
  readonly file: string;
  /** SM3 of the bytes as first received, lower-case hex. */
  readonly digest: string;
};

/** Every file that these events name. */
export function filesNamed(links: readonly Link[]): NamedFile[] {
  return links.flatMap(({ region, dossier, version, body }) =>
    filesIn(bodyOf<unknown>(body)).map((own) => ({ region, dossier, version, ...own })),
  );
}

/** Checks that the bytes of every file are still the ones that were filed. Each file is read once. */
export async function verifyFiles(home: string, files: readonly NamedFile[]): Promise<Finding[]> {
  const findings: Finding[] = [];
  const read = new Map<string, string | null>();
  for (const { file, digest, ...where } of files) {
    const present = read.has(file) ? read.get(file)! : await digestNow(home, file);
    read.set(file, present);
    if (present !== digest)
      findings.push({ kind: present === null ? 'file-missing' : 'file-changed', ...where, detail: `file ${file}` });
  }
  return findings;
}

type Named = Pick<NamedFile, 'file' | 'digest'>;

/** Files stand in events wherever somebody filed one: in the evidence, under a paper, under the act recorded with it. */
function filesIn(value: unknown): Named[] {
  if (typeof value !== 'object' || value === null) return [];
  return [...named(value), ...Object.values(value).flatMap(filesIn)];
}

/** Evidence names its file and digest itself; a paper names its scan, and beside it what was filed. */
function named(value: object): Named[] {
  const { file, digest, scan, scanned } = value as Readonly<Record<string, unknown>>; // any object may be asked
  if (typeof file === 'string' && typeof digest === 'string') return [{ file, digest }];
  const of = (scanned as { readonly digest?: unknown } | undefined)?.digest; // read only where it is a text
  return typeof scan === 'string' && typeof of === 'string' ? [{ file: scan, digest: of }] : [];
}
