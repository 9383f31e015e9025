import path from 'node:path';
import { plainDate } from '@bihuan/core/time';
import { ROOT } from '../config.ts';
import { testOffice, type TestOffice, type Visitor } from './office.ts';

const SEATS = {
  inspector: ['town-fire', 'inspector'],
  director: ['town-fire', 'director'],
  warden: ['bamboo-works', 'warden'],
  village: ['village-laojie', 'director'],
  stranger: ['school', 'warden'],
} as const;

/** The folder of the invented town's rules. */
export const TOWN = path.join(ROOT, 'policies/qingchuan/2026-01-01');

/** The invented town with its rules published and people in the seats that a hazard passes. */
export type Town = {
  readonly office: TestOffice;
  readonly seat: Readonly<Record<keyof typeof SEATS, Visitor>>;
  /** A dossier as its page shows it. */
  readonly view: (by: Visitor, id: string) => Promise<Shown>;
  /** Asks as the page does, with the version that was shown; answers status and body. */
  readonly ask: (by: Visitor, id: string, wish: object) => Promise<{ readonly status: number; readonly body: object }>;
  /** A hazard that the village is to accept, or has: then the office is to inspect it, and where it goes back to, the rules leave open. */
  readonly hazard: (what: string, at?: 'first' | 'second') => Promise<string>;
  /** The office sends it back. */
  readonly sendBack: (id: string) => Promise<void>;
};

/** What tests read of a dossier. */
export type Shown = {
  readonly version: number;
  readonly policy: string;
  readonly row: { readonly number: string; readonly stage: string };
  readonly tasks: readonly { readonly id: string; readonly step: string; readonly question?: string }[];
  readonly clocks: readonly { readonly id: string; readonly light: { readonly due: string | null } }[];
  readonly questions: readonly {
    readonly id: string;
    readonly key: string;
    readonly ruling: object | null;
    readonly known: object | null;
  }[];
  readonly offers: readonly {
    readonly type: string;
    readonly target: string | null;
    readonly seen: { readonly digest: string } | null;
  }[];
};

/** Call it once at the top of a test file. */
export async function town(folder: string = TOWN): Promise<Town> {
  const office = await testOffice({}, folder);
  for (const [username, [unit, post]] of Object.entries(SEATS)) {
    const posts = [{ unit, post, from: plainDate('2026-01-01'), until: null }];
    await office.add({ name: `（演示）${username}`, username, posts });
  }
  const signedIn = Object.keys(SEATS).map(async (name) => [name, await office.as(name)] as const);
  const seat = Object.fromEntries(await Promise.all(signedIn)) as Town['seat']; // the keys of the table
  const view: Town['view'] = async (by, id) => (await by.get(`/cases/${id}`)).json<Shown>();
  const ask: Town['ask'] = async (by, id, wish) => {
    const { version } = await view(by, id);
    const answer = await by.post(`/cases/${id}/commands`, { version, ask: wish });
    return { status: answer.statusCode, body: answer.json<object>() };
  };
  const take = async (by: Visitor, id: string, step: string, more: object = {}): Promise<void> => {
    const { tasks, offers } = await view(by, id);
    const task = tasks.find((open) => open.step === step)?.id;
    const seen = offers.find(({ type, target }) => type === 'TakeStep' && target === task)?.seen;
    const wish = { type: 'TakeStep', task, ...(seen ? { seen: seen.digest } : {}), ...more };
    const { status, body } = await ask(by, id, wish);
    if (status !== 200) throw new Error(`${step}: ${JSON.stringify(body)}`);
  };
  const hazard: Town['hazard'] = async (what, at = 'second') => {
    const id = await toAcceptance({ seat, ask, take }, what);
    if (at === 'second') await take(seat.village, id, 'first');
    return id;
  };
  return { office, seat, view, ask, hazard, sendBack: async (id) => sentBack({ seat, view, ask }, id) };
}

type Walking = Pick<Town, 'seat' | 'ask'> & {
  readonly take: (by: Visitor, id: string, step: string, more?: object) => Promise<void>;
};

async function toAcceptance({ seat, ask, take }: Walking, what: string): Promise<string> {
  const where = { words: '竹器厂二车间', township: 'village-laojie' };
  const values = { what, where, field: 'exits', items: [{ item: '成捆竹料', count: 12 }] };
  const { id } = (await seat.inspector.post('/cases', { kind: 'hazard', from: 'round', values })).json<{
    id: string;
  }>();
  await take(seat.inspector, id, 'check', { outcome: 'hazard', values: { finding: '属实' } });
  await take(seat.inspector, id, 'grade', { values: { severity: 'general' } });
  const premises = { unit: 'bamboo-works', unitName: '', person: { name: '（演示）厂长' } };
  const local = { unit: 'village-laojie', unitName: '', person: null };
  await take(seat.director, id, 'notice', { parts: { 'case.premises': [premises], 'case.local': [local] } });
  for (const kind of ['before-photo', 'after-photo']) {
    const file = await seat.warden.file(`${what}-${kind}.png`);
    await ask(seat.warden, id, { type: 'AddEvidence', file, kind, takenOn: null, note: '' });
  }
  await take(seat.warden, id, 'rectify', { values: { done: '已清理', 'done-on': '2026-11-20', cost: 120_000 } });
  return id;
}

async function sentBack({ seat, view, ask }: Pick<Town, 'seat' | 'view' | 'ask'>, id: string): Promise<void> {
  const task = (await view(seat.inspector, id)).tasks.find(({ step }) => step === 'second')!.id;
  const wish = { type: 'ReturnStep', task, to: '', reason: '后门仍上锁', becauseOf: '第8条' };
  const { status, body } = await ask(seat.inspector, id, wish);
  if (status !== 200) throw new Error(JSON.stringify(body));
}
