import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import type { Desk } from './desk.ts';
import { PICTURE } from './workbook.ts';

type Wish = Readonly<Record<string, unknown>>;
type View = {
  readonly version: number;
  readonly tasks: readonly { readonly id: string; readonly step: string }[];
  readonly offers: readonly {
    readonly type: string;
    readonly target: string | null;
    readonly seen: { readonly digest: string } | null;
  }[];
};

/** Takes a step of an open dossier, as it was shown. */
export async function take(desk: Desk, id: string, step: string, more: Wish = {}): Promise<void> {
  const { tasks, offers } = await view(desk, id);
  const task = tasks.find((open) => open.step === step)?.id;
  const seen = offers.find(({ type, target }) => type === 'TakeStep' && target === task)?.seen;
  await ask(desk, id, { type: 'TakeStep', task, ...(seen ? { seen: seen.digest } : {}), ...more });
}

/** Brings a picture in as evidence of this kind. */
export async function prove(desk: Desk, id: string, kind: string): Promise<void> {
  const answer = await desk.page.request.post(`/api/files?name=${kind}.png`, {
    headers: { 'content-type': 'application/octet-stream', 'idempotency-key': randomUUID() },
    data: PICTURE,
  });
  const { id: file } = (await answer.json()) as { id: string };
  await ask(desk, id, { type: 'AddEvidence', file, kind, takenOn: null, note: '' });
}

async function ask(desk: Desk, id: string, wish: Wish): Promise<void> {
  const { version } = await view(desk, id);
  await sent(desk, `/api/cases/${id}/commands`, { version, ask: wish });
}

const view = (desk: Desk, id: string): Promise<View> => read(desk, `/api/cases/${id}`);

/** What a door shows, as the contract says. */
export async function read<T>({ page }: Desk, door: string): Promise<T> {
  const answer = await page.request.get(door);
  expect(answer.ok(), door).toBe(true);
  return (await answer.json()) as T; // as the contract says
}

/** What a door answers to a wish, sent once. */
export async function sent<T>({ page }: Desk, door: string, data: object): Promise<T> {
  const answer = await page.request.post(door, { data, headers: { 'idempotency-key': randomUUID() } });
  expect(answer.status(), await answer.text()).toBeLessThan(300);
  return (await answer.json()) as T; // as the contract says
}
