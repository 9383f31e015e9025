import { expect, test } from '@playwright/test';
import { Desk } from './desk.ts';
import { PUSH_OFFICE } from './intake.ts';

test('nobody comes in without signing in, and afterwards stands where they wanted to go', async ({ page }) => {
  await page.goto('/problems?stage=closed');

  await expect(page.getByRole('button', { name: '登录' })).toBeVisible();
  await page.getByLabel('用户名').fill('nobody');
  await page.getByLabel('密码').fill('wrong-password');
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page.getByRole('alert')).toContainText('用户名或密码');
});

test('the whole desk speaks English on request, and Chinese again', async ({ page }) => {
  const desk = new Desk(page);
  await desk.signInAs(PUSH_OFFICE, '经办人');

  await page.getByRole('button', { name: '账号' }).click();
  await page.getByText('English').click();
  await expect(page.getByRole('heading', { name: 'Workbench' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('link', { name: 'Register' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en'); // screen readers go by it
});

test('the keyboard finds a dossier and comes back', async ({ page }) => {
  const desk = new Desk(page);
  await desk.signInAs(PUSH_OFFICE, '经办人');

  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: '搜索编号、人员、文号' }).fill('0009');
  await expect(page.getByRole('option', { name: /-0009/ }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: '基本情况' })).toBeVisible();
});

const PAGES = ['/', '/problems', '/editions', '/imports', '/rules', '/calendar', '/people', '/feedback', '/me'];

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('no page is wider than the hand', async ({ page }) => {
    const desk = new Desk(page);
    await desk.signInAs(PUSH_OFFICE, '经办人');
    for (const address of PAGES) {
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width, address).toBeLessThanOrEqual(390);
    }
  });
});
