import { sitDown, type Desk } from './desk.ts';
import { median, percentile, type Figure } from './figure.ts';
import { fillTo } from './fill.ts';
import type { Office } from './office.ts';
import type { Connection } from '../store/connection.ts';

/** Each address is asked so often in a round; of several rounds' 95th percentiles the middle one counts. */
const ASKED = 30;
const ROUNDS = 5;

/** The register and the workbench as people ask for them. */
const PAGES = {
  register: [
    '/problems',
    '/problems?stage=rectifying&stage=accepting',
    `/problems?q=${encodeURIComponent('污水')}`,
    '/problems?light=red&sort=due',
    '/problems?mine=true',
    '/problems?township=dianyang&field=sewage-garbage',
  ],
  workbench: [
    '/workbench',
    '/tasks?kind=todo',
    '/tasks?kind=overdue',
    '/copies?state=owed',
    '/copies?state=filed&size=50',
  ],
} as const;

type Page = keyof typeof PAGES;

/** The 95th percentile of register and workbench with a few problems and with many, one after the other. */
export async function measureLists(
  office: Office,
  owner: Connection,
  few: number,
  many: number,
): Promise<readonly Figure[]> {
  const desk = await sitDown(office.base, '孙丁', 4);
  await fillTo(owner, few);
  const before = await all(desk);
  await fillTo(owner, many);
  const after = await all(desk);
  // keys of PAGES
  return (Object.keys(PAGES) as Page[]).flatMap((page): Figure[] => [
    { part: 'lists', what: `${page} p95, ${few}`, value: before[page], unit: 'ms', target: null },
    { part: 'lists', what: `${page} p95, ${many}`, value: after[page], unit: 'ms', target: null },
    {
      part: 'lists',
      what: `${page} p95 ${many} ÷ ${few}`,
      value: after[page] / before[page],
      unit: '',
      target: { at: 'most', value: 1.5 },
    },
  ]);
}

async function all(desk: Desk): Promise<Readonly<Record<Page, number>>> {
  return { register: await p95(desk, PAGES.register), workbench: await p95(desk, PAGES.workbench) };
}

/** The middle one of the rounds: a machine that others use as well spoils one or two of them. */
async function p95(desk: Desk, addresses: readonly string[]): Promise<number> {
  await oneRound(desk, addresses); // warms plans and caches
  const rounds: number[] = [];
  for (let round = 0; round < ROUNDS; round++) rounds.push(percentile(await oneRound(desk, addresses), 0.95));
  return median(rounds);
}

async function oneRound(desk: Desk, addresses: readonly string[]): Promise<readonly number[]> {
  const samples: number[] = [];
  for (let time = 0; time < ASKED; time++) {
    for (const address of addresses) {
      const from = performance.now();
      const { status } = await desk.get(address);
      if (status !== 200) throw new Error(`${address}: ${status}`);
      samples.push(performance.now() - from);
    }
  }
  return samples;
}
