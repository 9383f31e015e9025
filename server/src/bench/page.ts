import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Figure } from './figure.ts';

const WEB = fileURLToPath(new URL('../../../web', import.meta.url));

/** What a first visit may weigh, kB, without fonts: the sign-in page, and any page of the office with the frame around it. */
const LIMITS = { signIn: 330, office: 450 } as const;
const SIGN_IN = 'src/sign-in/page.tsx';
const FRAME = 'src/frame/frame.tsx';
/** Pages that are shown by themselves; the heaviest of all is told in any case. */
const SHOWN = ['src/workbench/page.tsx', 'src/register/page.tsx', 'src/dossier/page.tsx', 'src/cases/dossier/page.tsx'];

type Chunk = {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
};
type Manifest = { readonly [source: string]: Chunk };

/** Scripts, styles and the page itself as they are sent to a browser of today; what opens later and fonts are not in it. */
export function measurePage(): readonly Figure[] {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'bihuan-page-'));
  try {
    const vite = path.resolve(WEB, '../node_modules/vite/bin/vite.js');
    const build = [vite, 'build', '--manifest', '--outDir', folder, '--emptyOutDir', '--logLevel', 'error'];
    execFileSync(process.execPath, build, { cwd: WEB, env: { NODE_ENV: 'production' } });
    const manifest = JSON.parse(readFileSync(path.join(folder, '.vite/manifest.json'), 'utf8')) as Manifest; // as Vite documents it
    const weigh = (...sources: readonly string[]): number => weightOf(manifest, sources, folder) / 1024;
    const pages = Object.keys(manifest).filter((source) => source.endsWith('page.tsx') && source !== SIGN_IN);
    const office = pages.map((page) => ({ page, kB: weigh(FRAME, page) })).toSorted((a, b) => b.kB - a.kB);
    return [
      figure(SIGN_IN, weigh(SIGN_IN), LIMITS.signIn),
      ...office.filter(({ page }) => SHOWN.includes(page)).map(({ page, kB }) => figure(page, kB, LIMITS.office)),
      ...office
        .slice(0, 1)
        .map(({ page, kB }) => figure(`${page}, 最重 / the heaviest of ${office.length}`, kB, LIMITS.office)),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const figure = (page: string, value: number, most: number): Figure => ({
  part: 'page',
  what: `首次打开 / first load, ${page}`,
  value,
  unit: 'kB',
  target: { at: 'most', value: most },
});

function weightOf(manifest: Manifest, pages: readonly string[], folder: string): number {
  const entries = Object.keys(manifest).filter((source) => manifest[source]?.isEntry);
  const sources = new Set<string>();
  const follow = (source: string): void => {
    if (sources.has(source)) return;
    sources.add(source);
    for (const further of manifest[source]?.imports ?? []) follow(further);
  };
  for (const source of [...entries, ...pages]) follow(source);
  const files = new Set(
    [...sources].flatMap((source) => {
      const chunk = manifest[source];
      if (!chunk) throw new Error(`${source} is not in the page as built`);
      return [chunk.file, ...(chunk.css ?? [])];
    }),
  );
  return [...files, 'index.html'].reduce((sum, file) => sum + sentOf(path.join(folder, file)), 0);
}

/** What travels of a file, bytes: as the build compressed it, or as it is where it is too short for that. */
function sentOf(file: string): number {
  return statSync(existsSync(`${file}.br`) ? `${file}.br` : file).size;
}
