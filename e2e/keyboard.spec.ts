import { expect, test, type Page } from '@playwright/test';
import { Desk } from './desk.ts';
import { read } from './doors.ts';
import { PUSH_OFFICE } from './intake.ts';

type Row = { readonly id: string; readonly stage: string };

/** Goes on by Tab until this has the keyboard; answers how often it took. */
async function tabsTo(page: Page, there: () => Promise<boolean>): Promise<number> {
  for (let tabs = 1; tabs <= 40; tabs++) {
    await page.keyboard.press('Tab');
    if (await there()) return tabs;
  }
  return Number.POSITIVE_INFINITY;
}

const focused = async (page: Page): Promise<string> =>
  page.evaluate(() => (document.activeElement instanceof HTMLElement ? document.activeElement.innerText.trim() : ''));

test('the first thing to do is ten steps of the keyboard away at most, its window begins in its first field and leads back', async ({
  page,
}) => {
  const desk = new Desk(page);
  await desk.sitDown('甸阳镇', '经办人', '/');
  const handle = page.getByRole('button', { name: '办理' }).first();
  await expect(handle).toBeVisible();
  const toLines = await tabsTo(page, async () => (await focused(page)) === '跳到第一件');
  await page.keyboard.press('Enter');
  await expect(handle).toBeFocused();
  expect(toLines + 1).toBeLessThanOrEqual(10);

  await page.keyboard.press('Enter');
  const window = page.getByRole('dialog');
  await expect(window).toBeVisible();
  const address = page.url().replace(/\?.*/, '');
  await page.goto(address);
  const bar = page.getByRole('toolbar', { name: '全部事项' });
  await expect(bar).toBeVisible();
  const toVerbs = await tabsTo(page, async () => (await focused(page)) === '跳到办理');
  await page.keyboard.press('Enter');
  const verb = bar.getByRole('button').first();
  await expect(verb).toBeFocused();
  expect(toVerbs + 1).toBeLessThanOrEqual(10);

  await page.keyboard.press('Enter');
  await expect(window.locator('input, textarea').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(window).toBeHidden();
  await expect(verb).toBeFocused();
});

test('whoever skips nothing comes to the page as well, and to its end', async ({ page }) => {
  const desk = new Desk(page);
  await desk.sitDown(PUSH_OFFICE, '经办人', '/calendar');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await tabsTo(page, async () => (await focused(page)) === '跳到正文')).toBe(1);
  await page.keyboard.press('Enter');
  await expect(page.locator('#page')).toBeFocused();
});

/** How much of the height nothing stands still over, once somebody has gone down the page. */
const heightLeft = async (page: Page): Promise<number> =>
  page.evaluate(() => {
    scrollTo(0, 400);
    const still = [...document.querySelectorAll<HTMLElement>('body *')].filter((part) =>
      /sticky|fixed/.test(getComputedStyle(part).position),
    );
    const taken = still.map((part) => part.getBoundingClientRect()).filter(({ width }) => width > innerWidth / 2);
    const above = Math.max(0, ...taken.filter(({ top }) => top < innerHeight / 2).map(({ bottom }) => bottom));
    const below = Math.min(innerHeight, ...taken.filter(({ top }) => top >= innerHeight / 2).map(({ top }) => top));
    return (below - above) / innerHeight;
  });

test.describe('enlarged to twice the size', () => {
  test.use({ viewport: { width: 683, height: 384 } });

  test('half the height is left for what the page says', async ({ page }) => {
    const desk = new Desk(page);
    await desk.sitDown(PUSH_OFFICE, '经办人', '/');
    const { rows } = await read<{ rows: readonly Row[] }>(desk, '/api/problems?size=50');
    const each = [...new Map(rows.map((row) => [row.stage, row])).values()];
    for (const address of ['/', '/problems', ...each.map(({ id }) => `/problems/${id}`)]) {
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
      expect(await heightLeft(page), address).toBeGreaterThanOrEqual(0.5);
    }
    await page.addStyleTag({ content: '.topbar { position: sticky !important; height: 200px; }' });
    expect(await heightLeft(page)).toBeLessThan(0.5); // a head that stood still would be seen
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('nothing but a table in its own box goes sideways', async ({ page }) => {
    const desk = new Desk(page);
    await desk.sitDown(PUSH_OFFICE, '经办人', '/');
    const { rows } = await read<{ rows: readonly Row[] }>(desk, '/api/problems?size=50');
    const each = [...new Map(rows.map((row) => [row.stage, row])).values()];
    const more = [
      '/duties',
      '/duties/liaisons/2026-03-31',
      '/questions',
      '/kinds/task-force',
      '/kinds/film-viewing/new',
    ];
    for (const address of [...more, ...each.map(({ id }) => `/problems/${id}`)]) {
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
      await page.waitForLoadState('networkidle');
      expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(390);
      expect(await page.evaluate(sideways), address).toEqual([]);
    }
  });
});

/** Boxes that can be moved sideways and hold no table; runs in the page. */
const sideways = (): readonly string[] =>
  [...document.querySelectorAll<HTMLElement>('#page *')]
    .filter((box) => /auto|scroll/.test(getComputedStyle(box).overflowX) && box.scrollWidth > box.clientWidth + 1)
    .filter((box) => box.clientWidth > 0 && box.querySelector('table') === null && box.closest('table') === null)
    .map((box) => box.className);
