import { expect } from '@playwright/test';
import { hindrances } from './accessible.ts';
import { atSecondAcceptance } from './town-hazard.ts';
import { FIRE_OFFICE, test } from './town.ts';

test('复验不合格退回给谁没有规定：裁定一次，适用本版，第二件照用', async ({ desk }) => {
  const { page } = desk;
  const head = page.locator('.dossier-head');
  const [first, second] = [
    await atSecondAcceptance(desk, '（演示）应急灯不亮'),
    await atSecondAcceptance(desk, '（演示）水箱无水'),
  ];

  await desk.sitDown(FIRE_OFFICE, '检查员', first);
  await desk.act('退回', (window) => window.getByLabel('理由').fill('（演示）灯仍不亮。'));
  await expect(page.getByText('待定事项').first()).toBeVisible();

  await desk.sitDown(FIRE_OFFICE, '负责人', '/');
  await page
    .getByRole('link', { name: /应急灯不亮/ })
    .first()
    .click();
  await desk.act('裁定待定事项', async (window) => {
    await window.getByRole('radio', { name: /^村（社区）或站所初验/ }).check();
    await window.getByRole('radio', { name: /^本版方案内/ }).check();
    await window.getByLabel('理由').fill('（演示）初验把关不严，退初验单位。');
  });
  await expect(head.getByText(/现由老街社区.*办理/)).toBeVisible();

  await desk.sitDown(FIRE_OFFICE, '检查员', second);
  await desk.act('退回', (window) => window.getByLabel('理由').fill('（演示）水位仍不足。'));
  await expect(head.getByText(/现由老街社区.*办理/)).toBeVisible();
  await page.getByRole('tab', { name: '待定事项' }).click();
  await expect(page.getByText(/初验把关不严.*沿用本版方案内的裁定/s).last()).toBeVisible();

  await page.goto('/questions');
  await page.getByText('已有 1 件沿用').click();
  await expect(page.getByRole('link', { name: /水箱无水/ })).toBeVisible();

  await desk.sitDown(FIRE_OFFICE, '负责人', '/duties');
  await page.getByRole('button', { name: '下达' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await hindrances(page), 'a round by order').toEqual([]);
});
