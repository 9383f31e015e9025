import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..');
const BIHUAN = path.join(ROOT, 'server/src/cli/bihuan.ts');

/** Which place it serves, under which pack, and on which day it begins. */
export type Place = { readonly region: string; readonly pack: string; readonly day: string };

/** A demonstration of a journey's own: it stands on the day that the journey says, and is gone afterwards. */
export class Installation {
  readonly address: string;
  /** The one-time code that an empty installation prints when it starts; empty where somebody is in. */
  code = '';
  readonly #settings: NodeJS.ProcessEnv;
  #server: ChildProcess | null = null;

  private constructor(home: string, port: number, region: string, demonstration: boolean) {
    this.address = `http://127.0.0.1:${port}`;
    this.#settings = {
      BIHUAN_HOME: home,
      BIHUAN_REGION: region,
      ...(demonstration ? { BIHUAN_DEMO: '1' } : {}),
      PORT: String(port),
      LOG_LEVEL: 'warn',
    };
  }

  /** As a place begins: its plan is published from the terminal, then the server starts. */
  static async open({ region, pack, day }: Place): Promise<Installation> {
    const installation = new Installation(newHome(), await freePort(), region, true);
    const publishing = installation.#run(['policy', 'publish', path.join(ROOT, pack)], day);
    const [code] = await once(publishing, 'exit');
    if (code !== 0) throw new Error(`the pack was not published: ${String(code)}`);
    await installation.#serve(day);
    return installation;
  }

  /** As an office starts it: nobody in it and nothing invented, on the real day. */
  static async empty(region: string): Promise<Installation> {
    const installation = new Installation(newHome(), await freePort(), region, false);
    await installation.#serve(null);
    return installation;
  }

  /** Time goes on: the server is stopped and started again on a later day. */
  async moveTo(day: string): Promise<void> {
    await this.#stop();
    await this.#serve(day);
  }

  async close(): Promise<void> {
    await this.#stop();
    rmSync(this.#settings['BIHUAN_HOME']!, { recursive: true, force: true });
  }

  async #serve(day: string | null): Promise<void> {
    this.#server = this.#run(['serve'], day);
    this.#server.stdout?.on('data', (said: Buffer) => {
      this.code = CODE.exec(said.toString())?.[0] ?? this.code;
    });
    for (;;) {
      const answer = await fetch(`${this.address}/readyz`).catch(() => null);
      if (answer?.ok && (day !== null || this.code !== '')) return;
      if (this.#server.exitCode !== null) throw new Error(`the server ended: ${this.#server.exitCode}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  async #stop(): Promise<void> {
    const server = this.#server;
    if (server === null || server.exitCode !== null) return;
    const ended = once(server, 'exit');
    server.kill('SIGINT');
    await ended;
  }

  #run(args: readonly string[], day: string | null): ChildProcess {
    const env = { ...process.env, ...this.#settings, ...(day === null ? {} : { BIHUAN_DEMO_DAY: day }) };
    const running = spawn(process.execPath, [BIHUAN, ...args], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    running.stdout.resume(); // what nobody reads must not stop it
    return running;
  }
}

/** As it is printed: four groups of five. */
const CODE = /\b[0-9A-Z]{5}(?:-[0-9A-Z]{5}){3}\b/;

function newHome(): string {
  const home = mkdtempSync(path.join(tmpdir(), 'bihuan-e2e-'));
  chmodSync(home, 0o755); // for the user that root lends PostgreSQL; the data below stays closed
  return home;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo; // listens on TCP
  probe.close();
  await once(probe, 'close');
  return port;
}
