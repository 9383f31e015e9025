import { randomUUID } from 'node:crypto';
import { openPool, type Connection } from '../store/database/connection.ts';
import { sitDown, type Desk } from './desk.ts';
import { median, type Figure } from './figure.ts';
import type { Office } from './office.ts';
import { another, recordCommand, type Recorded } from './statements.ts';
import { openMany, type Opened, type Subject } from './subjects.ts';

const CLIENTS = 16;
const ROUNDS = 5;

/** Accepted commands a second over HTTP, and the same statements through the driver alone, turn about in one run. */
export async function measureCommands(
  office: Office,
  app: Connection,
  subject: Subject,
  seconds: number,
): Promise<readonly Figure[]> {
  const desk = await sitDown(office.base, '孙丁', CLIENTS);
  const post = (path: string, body: object) => desk.post(path, body, randomUUID());
  const opened = await openMany(post, subject, CLIENTS + 1);
  const [sample, ...own] = opened as [Opened, ...Opened[]]; // seventeen were opened
  const recorded = await recordCommand(office.home, app, subject, sample);
  const pool = openPool(app, { max: CLIENTS });
  const http: number[] = [];
  const driver: number[] = [];
  try {
    await overHttp(desk, subject, own, 1);
    await overDriver(pool, recorded, sample, own, 1);
    for (let round = 0; round < ROUNDS; round++) {
      http.push(await overHttp(desk, subject, own, seconds));
      driver.push(await overDriver(pool, recorded, sample, own, seconds));
    }
  } finally {
    await pool.end();
  }
  const ratios = http.map((value, round) => value / driver[round]!);
  const part = 'commands';
  const of = (what: string): string => `${subject.title}: ${what}`;
  return [
    { part, what: of('HTTP'), value: median(http), unit: '/s', target: null },
    {
      part,
      what: of('只用驱动程序执行同样的语句 / the same statements, driver only'),
      value: median(driver),
      unit: '/s',
      target: null,
    },
    {
      part,
      what: of('一条命令的语句数 / statements a command'),
      value: recorded.statements.length,
      unit: '',
      target: null,
    },
    {
      part,
      what: of('HTTP ÷ 驱动 / HTTP ÷ driver'),
      value: median(ratios),
      unit: '',
      target: { at: 'least', value: 0.45 },
    },
  ];
}

/** Every client corrects its own dossier again and again; a second is counted in acknowledged commands. */
async function overHttp(desk: Desk, subject: Subject, dossiers: readonly Opened[], seconds: number): Promise<number> {
  return perSecond(dossiers, seconds, async (dossier, no) => {
    const body = { version: dossier.version, ask: subject.correction(`第${no}次`) };
    const answer = await desk.post(`${subject.path}/${dossier.id}/commands`, body, randomUUID());
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    dossier.version += 1;
  });
}

async function overDriver(
  pool: ReturnType<typeof openPool>,
  recorded: Recorded,
  sample: Opened,
  dossiers: readonly Opened[],
  seconds: number,
): Promise<number> {
  return perSecond(dossiers, seconds, async (dossier) => {
    const client = await pool.connect();
    try {
      for (const { text, values } of another(recorded, dossier.id, [sample.number, dossier.number], dossier.version))
        await client.query(text, [...values]);
    } finally {
      client.release();
    }
    dossier.version += 1;
  });
}

async function perSecond(
  dossiers: readonly Opened[],
  seconds: number,
  once: (dossier: Opened, no: number) => Promise<void>,
): Promise<number> {
  const from = performance.now();
  const until = from + seconds * 1000;
  let done = 0;
  await Promise.all(
    dossiers.map(async (dossier) => {
      while (performance.now() < until) {
        await once(dossier, done);
        done += 1;
      }
    }),
  );
  return done / ((performance.now() - from) / 1000);
}
