import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';

const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

type Node = { readonly html: string; readonly target: readonly unknown[]; readonly failureSummary?: string };
type Found = { readonly id: string; readonly impact: string | null; readonly nodes: readonly Node[] };

/** What keeps somebody from reading or working the page as it stands now: axe's serious and critical findings, in words. */
export async function hindrances(page: Page): Promise<readonly string[]> {
  await settled(page);
  if (await page.evaluate(() => !('axe' in globalThis))) await page.evaluate(AXE);
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run: (what: object, options: object) => Promise<{ violations: Found[] }> };
    }; // brought in above
    // what lies under a window was looked at before it opened
    const over = document.querySelector('.ant-modal-root, .ant-drawer-open') !== null;
    return (await axe.run(over ? { exclude: ['#root'] } : document, { resultTypes: ['violations'] })).violations;
  });
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, target }) => `${id}: ${target.join(' ')} ${html.slice(0, 200)}`));
}

/** Whatever was asked for is here, and nothing is still fading in: a half transparent word has another contrast. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY);
    await Promise.all(ending.map(({ finished }) => finished.catch(() => null)));
  });
}
