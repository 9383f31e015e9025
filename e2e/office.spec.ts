import { expect, test } from '@playwright/test';
import { Desk } from './desk.ts';
import { PUSH_OFFICE } from './intake.ts';

const NOTICE = `国务院办公厅关于2027年部分节假日安排的通知
国办发明电〔2026〕演示号
　　一、元旦：1月1日（周五）至3日（周日）放假，共3天。
　　二、春节：2月5日（周五）至12日（周四）放假调休，共8天。2月14日（周日）、2月20日（周六）上班。
国务院办公厅
2026年11月20日`;

test('a holiday notice is pasted as it was printed; its days are shown to compare, and a slip in it is pointed at', async ({
  page,
}) => {
  const desk = new Desk(page);
  await desk.sitDown(PUSH_OFFICE, '经办人', '/calendar');
  await page.getByText('录入新通知').click();

  await page.getByLabel('通知内容').fill('请各单位做好值班安排。');
  await page.getByRole('button', { name: '检查并列出影响' }).click();
  await expect(page.getByRole('alert')).toContainText('没有认出放假通知');

  await page.getByLabel('通知内容').fill(NOTICE);
  await page.getByRole('button', { name: '检查并列出影响' }).click();
  await expect(page.getByText('2027-02-12是周五，原文写作周四')).toBeVisible();
  await expect(page.getByRole('row', { name: /^春节/ })).toContainText('2027-02-14（周日）、2027-02-20（周六）');
  await expect(page.getByText(/^将改动 \d+ 个未办结的时限/)).toBeVisible();
});

test('a copy is entered as read where it is listed', async ({ page }) => {
  const desk = new Desk(page);
  await desk.sitDown(PUSH_OFFICE, '经办人', '/?kind=unread');
  const copy = page.getByRole('listitem').filter({ hasText: '530521-2026-0001' }).first();
  const clause = await copy.locator('.clause').innerText();

  // the words pass by: whoever looks for them only afterwards may come too late on a busy machine
  const said = page.getByText('1 件抄送已记为已阅').waitFor();
  await Promise.all([said, copy.getByRole('button', { name: '已阅' }).click()]);

  await copy.waitFor({ state: 'attached' });
  await expect(copy.locator('.clause')).not.toHaveText(clause); // its other copy stands there now
});

test('what was entered is not thrown away by a key, and going on from a list chooses nothing', async ({ page }) => {
  const desk = new Desk(page);
  await desk.sitDown(PUSH_OFFICE, '经办人', '/problems');
  const opener = page.getByRole('button', { name: '登记问题' });
  await opener.click();
  const window = page.getByRole('dialog', { name: '登记问题' });
  const title = window.getByLabel('问题').first();
  const origin = window.getByRole('combobox', { name: '问题来源' });
  await origin.press('ArrowDown');
  await expect(page.locator('.ant-select-dropdown').getByTitle('国家移交', { exact: true })).toBeVisible();
  await origin.press('Tab');
  await expect(origin).not.toBeFocused();
  await expect(window.getByTitle('国家移交', { exact: true })).toBeHidden();

  await title.fill('（演示）填了一半');
  const goOn = page.getByRole('button', { name: '继续填写' });
  // on a busy machine the list above may still be going, and takes this key for itself
  await expect(async () => {
    await page.keyboard.press('Escape');
    await expect(goOn).toBeVisible({ timeout: 5_000 });
  }).toPass();
  await goOn.click();
  await expect(goOn).toBeHidden();
  await expect(title).toHaveValue('（演示）填了一半');

  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '不保留，关闭' }).click();
  await expect(window).toBeHidden();
  await expect(opener).toBeFocused();
});
