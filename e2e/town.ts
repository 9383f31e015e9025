import { expect, test as plain, type BrowserContext, type Page } from '@playwright/test';
import { Desk } from './desk.ts';
import { Installation } from './installation.ts';

/** Units of the invented town, as its people call them. */
export const FIRE_OFFICE = '镇消防安全办公室';
export const TOWN = '晴川镇人民政府';

type Town = { readonly town: Installation; readonly desk: Desk };

/**
 * Journeys of the second pack: another place, another matter, an installation of the journey's own that begins on a Monday.
 * Whatever page they come by, no word of the county may stand on it.
 */
export const test = plain.extend<Town>({
  // oxlint-disable-next-line no-empty-pattern -- the runner asks for a pattern, and nothing is needed
  town: async ({}, use) => {
    const town = await Installation.open({
      region: '999901',
      pack: 'policies/qingchuan/2026-01-01',
      day: '2026-08-31',
    });
    await use(town);
    await town.close();
  },
  desk: async ({ town, browser }, use) => {
    const context = await browser.newContext({ baseURL: town.address });
    const heard = await listenForTheCounty(context);
    const page = await context.newPage();
    await use(new Desk(page));
    expect(heard).toEqual([]);
    await hearsIt(page, heard);
    await context.close();
  },
});

/** Pages where it was heard, from now on: words, and names that only a screen reader says. */
async function listenForTheCounty(context: BrowserContext): Promise<string[]> {
  const heard: string[] = [];
  await context.exposeFunction('hearCounty', (said: string) => heard.push(said));
  await context.addInitScript(() => {
    const { hearCounty } = globalThis as unknown as { hearCounty: (said: string) => void }; // exposed above
    let waiting = false;
    const look = (): void => {
      waiting = false;
      const said = /.{0,20}(?:施甸|推长办|长江|县人民政府).{0,20}/.exec(document.documentElement.outerHTML);
      if (said) hearCounty(`${location.pathname}: ${said[0]}`);
    };
    new MutationObserver(() => {
      if (!waiting) setTimeout(look, 50);
      waiting = true;
    }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  });
  return heard;
}

/** Silence proves nothing where nobody listens. */
async function hearsIt(page: Page, heard: readonly string[]): Promise<void> {
  await page.evaluate(() => document.body.append('施甸'));
  await expect.poll(() => heard.length).toBeGreaterThan(0);
}
