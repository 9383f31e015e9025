import { expect } from '@playwright/test';
import type { Desk } from './desk.ts';
import { take } from './doors.ts';
import { FIRE_OFFICE, test } from './town.ts';

const WALL = '/duties/monthly-check/2026-08';

test('两个单位报了同一处隐患：汇总页提示，看两件后并为一件，并可恢复', async ({ desk }) => {
  const { page } = desk;
  await report(desk, '老街社区', '二楼疏散通道堆放竹料，剩余宽度半米');
  await report(desk, '渡口村', '二楼疏散通道内堆放竹料，宽度只剩半米');
  await desk.sitDown(FIRE_OFFICE, '文书', WALL);
  await page.getByRole('link', { name: /尚未冻结/ }).click();
  const proposals = page.getByRole('region', { name: '合并建议' });
  await expect(proposals.getByRole('table')).toHaveCount(1);
  await expect(proposals.getByText(/文字相似.*地点相同/)).toBeVisible();

  const survivor = await proposals.getByRole('link').nth(1).getAttribute('href');
  await proposals.getByRole('button', { name: '看两件并处理' }).click();
  const window = page.getByRole('dialog');
  const merge = window.getByRole('button', { name: /^合 ?并$/ });
  await expect(merge).toBeDisabled();
  await window.getByRole('radio').nth(1).check();
  await window.getByLabel('理由').fill('（演示）同一处，两家都报了。');
  await merge.click();
  await expect(window).toBeHidden();
  await expect(proposals).toBeHidden();

  await page.goto(survivor ?? '');
  await page.getByRole('link', { name: /晴消-.*疏散通道/ }).click();
  await expect(page.getByText('本件已于 2026-08-31 按并入办结')).toBeVisible();
  await desk.act('恢复单独办理', (asked) => asked.getByLabel('理由').fill('（演示）是两处。'));
  await expect(page.getByText('按并入办结（')).toBeHidden();
});

/** A unit's check of the month in which it found a hazard; that opens a dossier of its own. */
async function report(desk: Desk, unit: string, what: string): Promise<void> {
  await desk.sitDown(unit, '消防安全员', WALL);
  const line = desk.page.getByRole('row', { name: new RegExp(unit) });
  const id = (await line.getByRole('link').first().getAttribute('href'))?.split('/').pop() ?? '';
  const where = { words: '竹器厂二车间' };
  const values = { places: 12, result: 'hazard', 'hazard-what': what, 'hazard-where': where, 'hazard-field': 'exits' };
  await take(desk, id, 'fill', { values });
  await desk.sitDown(unit, '负责人', WALL);
  await take(desk, id, 'settle');
}
