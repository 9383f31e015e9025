import { randomUUID } from 'node:crypto';
import { sitDown, type Desk } from './desk.ts';
import { median, percentile, type Figure } from './figure.ts';
import type { Office } from './office.ts';
import { openMany, PLAIN } from './subjects.ts';

/** Each address is asked so often in a round. */
const ASKED = 30;
const ROUNDS = 7;

/** The register, the list of a plain kind and the workbench as people ask for them. */
const PAGES = {
  register: [
    '/problems',
    '/problems?stage=rectifying&stage=accepting',
    `/problems?q=${encodeURIComponent('污水')}`,
    '/problems?light=red&sort=due',
    '/problems?mine=true',
    '/problems?township=dianyang&field=sewage-garbage',
  ],
  'plain kind': [
    '/cases?kind=film-viewing',
    '/cases?kind=film-viewing&stage=planned',
    `/cases?kind=film-viewing&q=${encodeURIComponent('警示片')}`,
    '/cases?kind=film-viewing&f.level=nation&sort=due',
    '/cases?kind=film-viewing&mine=true',
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

/** An office and how many problems, and dossiers of a plain kind, its lists hold. */
export type Filled = { readonly office: Office; readonly problems: number };

/** What the lists are filled with: forty dossiers of the plain kind, as the demonstration has forty problems. */
export async function openPlain(office: Office): Promise<void> {
  const desk = await sitDown(office.base, '孙丁', 1);
  await openMany((path, body) => desk.post(path, body, randomUUID()), PLAIN, 40);
}

/**
 * The 95th percentile of each page in an office with few problems and in one with many, turn about: what else the
 * machine does falls on both. The middle one of the rounds counts, of the ratios as of the times.
 */
export async function measureLists(few: Filled, many: Filled): Promise<readonly Figure[]> {
  const desks = [await sitDown(few.office.base, '孙丁', 4), await sitDown(many.office.base, '孙丁', 4)] as const;
  const figures: Figure[] = [];
  // keys of PAGES
  for (const page of Object.keys(PAGES) as Page[]) {
    const rounds = await turnAbout(desks, PAGES[page]);
    const ratio = median(rounds.map(([a, b]) => b / a));
    const time = (problems: number, at: 0 | 1): Figure => ({
      part: 'lists',
      what: `${page} p95, ${problems}`,
      value: median(rounds.map((round) => round[at])),
      unit: 'ms',
      target: null,
    });
    figures.push(time(few.problems, 0), time(many.problems, 1), {
      part: 'lists',
      what: `${page} p95 ${many.problems} ÷ ${few.problems}`,
      value: ratio,
      unit: '',
      target: { at: 'most', value: 1.5 },
    });
  }
  return figures;
}

/** The 95th percentile at each of two desks, round by round. */
async function turnAbout(
  desks: readonly [Desk, Desk],
  addresses: readonly string[],
): Promise<readonly (readonly [number, number])[]> {
  for (const desk of desks) await oneRound(desk, addresses); // warms plans and caches
  const rounds: [number, number][] = [];
  for (let round = 0; round < ROUNDS; round++)
    rounds.push([await slowest(desks[0], addresses), await slowest(desks[1], addresses)]);
  return rounds;
}

const slowest = async (desk: Desk, addresses: readonly string[]): Promise<number> =>
  percentile(await oneRound(desk, addresses), 0.95);

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
