import { expect } from '@playwright/test';
import type { Desk } from './desk.ts';

const CLAUSE = /[一二三四五]\([一二三四五六七]\)(?:\.\d)?/g;

/**
 * Clauses that every problem meets on its way, by what is done: registering, editions and hand-over 一(二).2; the
 * classification 二(一).1; signing for it and claiming it 一(四).2; who answers and what they finished 二(二).1; progress
 * 四(二).1; evidence and the report that it is finished 二(三).
 */
const ON_EVERY_WAY = ['一(二).2', '一(四).2', '二(一).1', '二(二).1', '二(三)', '四(二).1'];

type Route = { readonly id: string; readonly steps: readonly { readonly clause: string }[] };

/** The dossier's whole timeline shows exactly the clauses that its facts demand: none missing, none besides. */
export async function showsExactlyItsClauses(desk: Desk, facts: Record<string, string>): Promise<void> {
  const { page } = desk;
  const timeline = page.getByRole('region', { name: '时间线' });
  await timeline.getByText('全部记录').click();
  await expect(timeline.getByText('登记问题')).toBeVisible();
  const shown = new Set((await timeline.innerText()).match(CLAUSE));
  expect([...shown].toSorted()).toEqual((await demanded(desk, facts)).toSorted());
}

async function demanded({ page }: Desk, facts: Record<string, string>): Promise<readonly string[]> {
  const session = await page.request.get('/api/session');
  const { installation } = (await session.json()) as { installation: { policy: string } };
  const answer = await page.request.post(`/api/policies/${encodeURIComponent(installation.policy)}/explain`, {
    data: { facts },
  });
  expect(answer.status()).toBe(200);
  const { plan, acceptance } = (await answer.json()) as { plan: Route; acceptance: Route };
  const onTheRoutes = [...plan.steps, ...acceptance.steps].map((step) => step.clause);
  return [...new Set([...ON_EVERY_WAY, ...onTheRoutes])];
}
