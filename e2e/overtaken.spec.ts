import { expect, test } from '@playwright/test';
import { Desk } from './desk.ts';
import { bringIn, classify, DEVELOPMENT } from './intake.ts';

test('two windows on one step: the slower one is told who was faster, and its words are still there', async ({
  page,
  browser,
}) => {
  const first = new Desk(page);
  const dossier = await bringIn(first, '（演示）两人同办', {
    number: '演示-两人',
    problem: '（演示）两人同时办理的问题',
    origin: '市级确定',
    field: '污水垃圾',
    township: '甸阳镇',
    unit: '甸阳镇',
    deadline: '2027年6月底前',
  });
  const second = new Desk(await (await browser.newContext()).newPage());
  await second.sitDown(DEVELOPMENT, '股室负责人', dossier);
  const slow = await second.open('研判分类');
  await second.choose(slow, '问题类别', '一般性问题');
  await slow.getByLabel('办理意见').fill('（演示）慢了一步的意见');

  await classify(first, dossier, '重点突出问题');
  await slow.getByLabel('文号').fill('施发改〔2026〕演示2号');
  await slow.getByLabel('成文日期', { exact: true }).fill('2026-11-01');
  await slow.getByLabel('成文日期', { exact: true }).press('Enter');
  await slow
    .getByRole('button', { name: /^研判分类/ })
    .first()
    .click();

  await expect(slow.getByRole('alert')).toContainText('李丙（演示） 已于');
  await expect(slow.getByLabel('办理意见')).toHaveValue('（演示）慢了一步的意见');
});

test('a file that is no workbook is refused with what to do', async ({ page }) => {
  const desk = new Desk(page);
  await desk.signInAs(DEVELOPMENT, '经办人');
  await page.goto('/imports');
  await page
    .getByLabel('选择工作簿')
    .setInputFiles({ name: '清单.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from('不是工作簿') });

  await expect(page.getByRole('alert')).toContainText('另存');
});
