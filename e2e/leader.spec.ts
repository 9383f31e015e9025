import { expect, test, type Page } from '@playwright/test';
import { Desk } from './desk.ts';
import { DEVELOPMENT, ECOLOGY, GOVERNMENT } from './intake.ts';
import { paper } from './papers.ts';

// what does not come is said soon, and not after ten minutes
test.use({ actionTimeout: 60_000 });

const LIST = '（演示）第四批突出问题';
/** What waits for him on his desk. */
const waiting = (page: Page) => page.getByRole('listitem').filter({ hasText: LIST });

test('a day of a county leader: sends a list back with a reason, is told when it comes again, agrees to it, and sees what is late', async ({
  page,
}) => {
  const desk = new Desk(page);
  await desk.signInAs(GOVERNMENT, '分管领导');

  await waiting(page).getByRole('link').first().click();
  await expect(page.getByRole('heading', { name: new RegExp(LIST) })).toBeVisible();
  const edition = page.url();
  await desk.act('退回', (window) => window.getByLabel('理由').fill('（演示）第二项没有写明整改时限。'));
  await page.goto('/');
  await expect(page.getByRole('heading', { name: '工作台' })).toBeVisible();
  await expect(waiting(page)).toBeHidden();

  await comesAgain(desk, edition);

  await desk.sitDown(GOVERNMENT, '分管领导', '/');
  await page.getByRole('button', { name: /^通知/ }).click();
  await page.getByRole('dialog', { name: '通知' }).getByText(LIST).first().click();
  await expect(page.getByText('已冻结，待同意')).toBeVisible();

  // 办理 opens the form itself
  await page.goto('/');
  await waiting(page).getByRole('button', { name: '办理' }).click();
  const agreeing = page.getByRole('dialog', { name: /^县人民政府同意/ });
  await paper(agreeing, '施政复〔2026〕演示4号');
  await agreeing.getByRole('button', { name: '县人民政府同意' }).click();
  await expect(agreeing).toBeHidden();
  await expect(page.getByText('已同意', { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByText('已同意', { exact: true })).toBeVisible();
  await expect(agreeing).toBeHidden();
});

test('what a county leader reads: how much is late and how many have filed open to their rows', async ({ page }) => {
  const desk = new Desk(page);
  await desk.signInAs(GOVERNMENT, '主要领导');

  await page.getByRole('link', { name: '问题台账' }).click();
  const late = page.getByRole('button', { name: /^其中超期 \d+ 项$/ });
  const said = Number(/\d+/.exec(await late.innerText())?.[0]);
  await late.click();
  await expect(page).toHaveURL(/light=red/);
  await expect(late).toHaveText(`其中超期 ${said} 项`);
  const rows = page.locator('.ant-table-row');
  await expect(rows).toHaveCount(said);
  await expect(rows.filter({ hasText: '超期' })).toHaveCount(said);
  await rows.first().getByRole('link', { name: '打开' }).click();
  await expect(page.getByRole('region', { name: '时间线' })).toBeVisible();

  await page.getByRole('link', { name: '定期任务' }).click();
  const filed = page.getByRole('link', { name: /^已报 \d+ \/ \d+$/ }).first();
  const returns = Number(/\d+/.exec(await filed.innerText())?.[0]);
  await filed.click();
  await expect(page.locator('.wall-sheet tbody tr')).toHaveCount(returns);
});

/** The two offices that form the list bring it in again. */
async function comesAgain(desk: Desk, edition: string): Promise<void> {
  await desk.sitDown(ECOLOGY, '经办人', edition);
  await desk.act('汇总形成“一张表”');
  for (const office of [ECOLOGY, DEVELOPMENT]) {
    await desk.sitDown(office, '股室负责人', edition);
    await desk.act('报请县人民政府同意');
  }
}
