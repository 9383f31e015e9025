import { randomUUID } from 'node:crypto';
import { openPool, type Connection } from '../store/database/connection.ts';
import { sitDown, type Desk } from './desk.ts';
import { median, type Figure } from './figure.ts';
import type { Office } from './office.ts';
import { another, correction, recordCommand, type Recorded } from './statements.ts';

const CLIENTS = 16;
const ROUNDS = 5;

type Problem = { readonly id: string; readonly number: string; version: number };

/** Accepted commands a second over HTTP, and the same statements through the driver alone, turn about in one run. */
export async function measureCommands(office: Office, app: Connection, seconds: number): Promise<readonly Figure[]> {
  const desk = await sitDown(office.base, '孙丁', CLIENTS);
  const problems = await registerProblems(desk, CLIENTS + 1);
  const [sample, ...own] = problems as [Problem, ...Problem[]]; // seventeen were registered
  const recorded = await recordCommand(office.home, app, sample.id, sample.version);
  const pool = openPool(app, { max: CLIENTS });
  const http: number[] = [];
  const driver: number[] = [];
  try {
    await overHttp(desk, own, 1);
    await overDriver(pool, recorded, sample, own, 1);
    for (let round = 0; round < ROUNDS; round++) {
      http.push(await overHttp(desk, own, seconds));
      driver.push(await overDriver(pool, recorded, sample, own, seconds));
    }
  } finally {
    await pool.end();
  }
  const ratios = http.map((value, round) => value / driver[round]!);
  const part = 'commands';
  return [
    { part, what: 'HTTP', value: median(http), unit: '/s', target: null },
    {
      part,
      what: '只用驱动程序执行同样的语句 / the same statements, driver only',
      value: median(driver),
      unit: '/s',
      target: null,
    },
    {
      part,
      what: '一条命令的语句数 / statements a command',
      value: recorded.statements.length,
      unit: '',
      target: null,
    },
    {
      part,
      what: 'HTTP ÷ 驱动 / HTTP ÷ driver',
      value: median(ratios),
      unit: '',
      target: { at: 'least', value: 0.35 },
    },
  ];
}

async function registerProblems(desk: Desk, count: number): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (let no = 1; no <= count; no++) {
    const basics = {
      title: `（演示）压测问题${no}`,
      description: '演示数据，纯属虚构。',
      place: '（虚构）',
      township: 'dianyang',
      field: 'sewage-garbage',
      target: '',
      deadline: null,
      proposed: { holder: null, lead: null, person: '' },
      remarks: '',
    };
    const answer = await desk.post('/problems', { basics, facts: { origin: 'city' }, sources: [] }, randomUUID());
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
    problems.push({ ...(answer.body as { id: string; number: string; version: number }) }); // the contract's Done
  }
  return problems;
}

/** Every client corrects its own problem again and again; a second is counted in acknowledged commands. */
async function overHttp(desk: Desk, problems: readonly Problem[], seconds: number): Promise<number> {
  return perSecond(problems, seconds, async (problem, no) => {
    const body = { version: problem.version, ask: correction(`第${no}次`) };
    const answer = await desk.post(`/problems/${problem.id}/commands`, body, randomUUID());
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    problem.version += 1;
  });
}

async function overDriver(
  pool: ReturnType<typeof openPool>,
  recorded: Recorded,
  sample: Problem,
  problems: readonly Problem[],
  seconds: number,
): Promise<number> {
  return perSecond(problems, seconds, async (problem) => {
    const client = await pool.connect();
    try {
      for (const { text, values } of another(recorded, problem.id, [sample.number, problem.number], problem.version))
        await client.query(text, [...values]);
    } finally {
      client.release();
    }
    problem.version += 1;
  });
}

async function perSecond(
  problems: readonly Problem[],
  seconds: number,
  once: (problem: Problem, no: number) => Promise<void>,
): Promise<number> {
  const from = performance.now();
  const until = from + seconds * 1000;
  let done = 0;
  await Promise.all(
    problems.map(async (problem) => {
      while (performance.now() < until) {
        await once(problem, done);
        done += 1;
      }
    }),
  );
  return done / ((performance.now() - from) / 1000);
}
