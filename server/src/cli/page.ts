import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { sweepDrafts } from '../store/database/crash.ts';
import { Trouble } from '../trouble.ts';

/** What the page is made of: a change in any of them makes the built one old. */
const SOURCES = [
  'web/src',
  'web/public',
  'web/index.html',
  'web/vite.config.ts',
  'web/precompress.ts',
  'web/preload-fonts.ts',
  'web/words-by-language.ts',
  'web/package.json',
  'package-lock.json',
];

/** Whether the page was never built or something it is made of is newer. @param root the folder with web/ in it */
export function isPageOld(root: string): boolean {
  const built = path.join(root, 'web/dist/index.html');
  return !existsSync(built) || newest(SOURCES.map((name) => path.join(root, name))) > statSync(built).mtimeMs;
}

function newest(places: readonly string[]): number {
  return Math.max(
    0,
    ...places
      .filter((place) => existsSync(place))
      .map((place) => {
        const about = statSync(place);
        return about.isDirectory() ? newest(readdirSync(place).map((name) => path.join(place, name))) : about.mtimeMs;
      }),
  );
}

/** Builds web/dist, whole or not at all: an interrupted start leaves no half page that looks new. @throws Trouble with the builder's own words */
export async function buildPage(root: string): Promise<void> {
  const vite = path.join(
    path.dirname(createRequire(path.join(root, 'web/')).resolve('vite/package.json')),
    'bin/vite.js',
  );
  const built = path.join(root, 'web/dist');
  await sweepDrafts(built);
  const draft = `${built}.${process.pid}`;
  const builder = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn', '--outDir', draft, '--emptyOutDir'], {
    cwd: path.join(root, 'web'),
    stdio: 'pipe',
  });
  let said = '';
  for (const stream of [builder.stdout, builder.stderr])
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(builder, 'close')) as [number | null]; // as Node says of a process that ends
  if (code === 0) {
    await rm(built, { recursive: true, force: true });
    await rename(draft, built);
    return;
  }
  throw new Trouble(
    `网页未能构建 / the page was not built:\n${said.trim()}`,
    '改正后重试 / mend it and try again: npm run build',
  );
}
