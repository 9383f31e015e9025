import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Figure } from './figure.ts';

const WEB = fileURLToPath(new URL('../../../web', import.meta.url));

/** What a first visit to each page may weigh, kB: the problem's page weighed 484 before plain kinds came, and may grow by 40. */
const PAGES = { 'src/dossier/page.tsx': 524, 'src/cases/dossier/page.tsx': 524 } as const;

type Chunk = {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
};
type Manifest = { readonly [source: string]: Chunk };

/** Scripts and styles that a browser must have to show a dossier, compressed; pages that open later and fonts are not in it. */
export function measurePage(): readonly Figure[] {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'bihuan-page-'));
  try {
    const vite = path.resolve(WEB, '../node_modules/vite/bin/vite.js');
    const build = [vite, 'build', '--manifest', '--outDir', folder, '--emptyOutDir', '--logLevel', 'error'];
    execFileSync(process.execPath, build, { cwd: WEB });
    const manifest = JSON.parse(readFileSync(path.join(folder, '.vite/manifest.json'), 'utf8')) as Manifest; // as Vite documents it
    return Object.entries(PAGES).map(([page, limit]) => ({
      part: 'page',
      what: `首次打开 / first load, ${page}`,
      value: weightOf(manifest, page, folder) / 1024,
      unit: 'kB',
      target: { at: 'most', value: limit },
    }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function weightOf(manifest: Manifest, page: string, folder: string): number {
  const entries = Object.keys(manifest).filter((source) => manifest[source]?.isEntry);
  const sources = new Set<string>();
  const follow = (source: string): void => {
    if (sources.has(source)) return;
    sources.add(source);
    for (const further of manifest[source]?.imports ?? []) follow(further);
  };
  for (const source of [...entries, page]) follow(source);
  const files = new Set(
    [...sources].flatMap((source) => {
      const chunk = manifest[source];
      if (!chunk) throw new Error(`${source} is not in the page as built`);
      return [chunk.file, ...(chunk.css ?? [])];
    }),
  );
  return [...files].reduce(
    (sum, file) => sum + gzipSync(readFileSync(path.join(folder, file)), { level: 9 }).length,
    0,
  );
}
