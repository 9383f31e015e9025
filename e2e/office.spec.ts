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

  await copy.getByRole('button', { name: '已阅' }).click();

  await expect(page.getByText('1 件抄送已记为已阅')).toBeVisible();
  await copy.waitFor({ state: 'attached' });
  await expect(copy.locator('.clause')).not.toHaveText(clause); // its other copy stands there now
});
