import { archiveVerifier, type ArchiveLine, type ArchiveReport, type Finding } from '@bihuan/core/ledger';
import { crypto } from '../../sm3.ts';
import { archiveText, type Resaved } from './archive-text.ts';

/** What a check of an exported file found, and what shows that an editor has saved it again without touching what it says. */
export type FileReport = ArchiveReport & { readonly resaved: readonly Resaved[] };

/** Lines one after the other of which the same is to be said. */
type Broken = { readonly from: number; readonly to: number; readonly what: string };

/**
 * Checks an exported file: no database, no trust in whoever keeps one. A line that is no JSON is a finding. That an editor has saved
 * the file with a byte mark, in another encoding or with other ends of lines is said and is none: nothing that the record says is changed.
 */
export async function verifyArchive(bytes: AsyncIterable<Uint8Array>): Promise<FileReport> {
  const verifier = archiveVerifier(crypto);
  const resaved = new Set<Resaved>();
  const broken: Broken[] = [];
  let at = 0;
  const isBroken = (what: string): void => {
    const last = broken.at(-1);
    if (last?.what === what && last.to === at - 1) broken[broken.length - 1] = { ...last, to: at };
    else broken.push({ from: at, to: at, what });
  };
  for await (const text of archiveText(bytes, resaved)) {
    at += 1;
    try {
      const line = JSON.parse(text) as ArchiveLine; // its digests are what is being checked
      // a field written twice or a space in between would show one thing to a reader and another to this check
      if (JSON.stringify(line) !== text) isBroken('is not as it was written');
      verifier.read(line);
    } catch {
      isBroken('cannot be read');
    }
  }
  const report = verifier.report();
  return { ...report, findings: [...broken.map(brokenLines), ...report.findings], resaved: [...resaved] };
}

const brokenLines = ({ from, to, what }: Broken): Finding => ({
  kind: 'changed',
  region: '',
  dossier: '',
  version: 0,
  detail: from === to ? `line ${from} ${what}` : `lines ${from} to ${to}: each ${what}`,
});
