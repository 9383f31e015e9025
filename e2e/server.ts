import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** What `npm start` runs, on data of this run's own that is gone afterwards. */
const home = mkdtempSync(path.join(tmpdir(), 'bihuan-e2e-'));
chmodSync(home, 0o755); // for the user that root lends PostgreSQL; the data below stays closed
const start = path.resolve(import.meta.dirname, '../server/src/cli/start.ts');
const server = spawn(process.execPath, [start], { stdio: 'inherit', env: { ...process.env, BIHUAN_HOME: home } });

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill('SIGINT'));
const [code] = (await once(server, 'exit')) as [number | null];
rmSync(home, { recursive: true, force: true });
process.exitCode = code ?? 1;
