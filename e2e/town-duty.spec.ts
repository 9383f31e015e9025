import { expect, type Locator } from '@playwright/test';
import type { Desk } from './desk.ts';
import { take } from './doors.ts';
import { FIRE_OFFICE, test } from './town.ts';

const WALL = '/duties/monthly-check/2026-08';

test('每月自查：开启、零报告、退回重报、逾期报送、汇总冻结', async ({ town, desk }) => {
  const { page } = desk;
  await desk.sitDown(FIRE_OFFICE, '文书', WALL);
  await expect(page.getByRole('link', { name: '待报送' })).toHaveCount(8);

  await fileCheck(desk, '晴川竹器厂');
  await desk.sitDown('晴川竹器厂', '负责人', WALL);
  await openReturn(desk, '晴川竹器厂');
  await desk.act('退回', (window) => window.getByLabel('理由').fill('（演示）漏了仓库。'));
  await desk.sitDown(FIRE_OFFICE, '文书', WALL);
  await expect(lineOf(desk, '晴川竹器厂')).toContainText('已退回');
  await fileCheck(desk, '晴川竹器厂', '13');
  await settle(desk, '晴川竹器厂');

  await desk.sitDown('晴川镇中心小学', '消防安全员', WALL);
  await openReturn(desk, '晴川镇中心小学');
  await desk.act('零报告');
  await settle(desk, '晴川镇中心小学');

  await town.moveTo('2026-09-08'); // the day after it was due
  await fileThroughTheDoors(desk, '老街社区');
  await desk.sitDown(FIRE_OFFICE, '文书', WALL);
  await expect(lineOf(desk, '晴川竹器厂')).toContainText('已报送');
  await expect(lineOf(desk, '晴川镇中心小学')).toContainText('零报告');
  await expect(lineOf(desk, '老街社区')).toContainText('逾期报送');
  await expect(lineOf(desk, '上湾村')).toContainText('逾期未报');

  await page.getByRole('link', { name: /尚未冻结/ }).click();
  const gathering = page.url();
  await desk.act('冻结汇总');
  await desk.sitDown(FIRE_OFFICE, '负责人', gathering);
  await desk.act('通报各单位');
  await expect(page.getByText('2026-09-08 已办结')).toBeVisible();

  await fileThroughTheDoors(desk, '上湾村');
  await desk.sitDown(FIRE_OFFICE, '文书', gathering);
  const members = page.getByRole('table').filter({ hasText: '冻结后' });
  await expect(members.getByRole('row', { name: /上湾村/ })).toContainText(/未报送.*已补报/);
});

const lineOf = ({ page }: Desk, unit: string): Locator => page.getByRole('row', { name: new RegExp(unit) });

/** From the wall to the return of one's own unit. */
async function openReturn({ page }: Desk, unit: string): Promise<void> {
  await page
    .getByRole('row', { name: new RegExp(unit) })
    .getByRole('link')
    .first()
    .click();
  await expect(page.getByRole('toolbar', { name: '全部事项' })).toBeVisible();
}

async function fileCheck(desk: Desk, unit: string, places = '12'): Promise<void> {
  await desk.sitDown(unit, '消防安全员', WALL);
  await openReturn(desk, unit);
  await desk.act('填报自查情况', async (window) => {
    await window.getByLabel('检查场所').fill(places);
    await desk.choose(window, '自查结果', '已当场消除');
  });
}

async function settle(desk: Desk, unit: string): Promise<void> {
  await desk.sitDown(unit, '负责人', WALL);
  await openReturn(desk, unit);
  await desk.act('单位负责人审定报送');
}

/** The same once more, without the page. */
async function fileThroughTheDoors(desk: Desk, unit: string): Promise<void> {
  await desk.sitDown(unit, '消防安全员', WALL);
  const address = await lineOf(desk, unit).getByRole('link').first().getAttribute('href');
  const id = address?.split('/').at(-1) ?? '';
  await take(desk, id, 'fill', { values: { places: 12, result: 'clean' } });
  await desk.sitDown(unit, '负责人', WALL);
  await take(desk, id, 'settle');
}
