import { expect, test, type Locator, type Page } from '@playwright/test';
import { Desk, enterDay } from './desk.ts';
import { PUSH_OFFICE } from './intake.ts';

// what does not come is said soon, and not after ten minutes
test.use({ actionTimeout: 60_000 });

/** A line of a desk by what it is about. */
const lineOf = (page: Page, subject: string): Locator =>
  page.getByRole('listitem').filter({ hasText: subject }).first();
/** The note that says what was done and who has it now. */
const note = (page: Page): Locator => page.locator('.ant-notification-notice').last();

test('a day of a township handler: the form opens from the desk, one form leads to the next, a slip is taken back', async ({
  page,
}) => {
  const desk = new Desk(page);
  const subject = '危废暂存间标识不全';
  await desk.sitDown('甸阳镇', '经办人', '/');

  await lineOf(page, subject).getByRole('button', { name: '办理' }).click();
  const plan = page.getByRole('dialog', { name: /^填写方案内容/ });
  await plan.getByLabel('整改目标').fill('（演示）暂存间标识齐全，分类存放。');
  await enterDay(plan, '整改时限', '2027-06-30');
  await plan.getByLabel('措施 1').fill('（演示）补齐标识牌');
  await enterDay(plan, '整改时限 1', '2027-03-31');
  await plan.getByRole('button', { name: '填写方案内容' }).click();
  await expect(plan).toBeHidden();

  // what comes next is the same line: its step waited for the plan
  await note(page)
    .getByRole('button', { name: /^下一件：制定整改方案/ })
    .click();
  const step = page.getByRole('dialog', { name: /^制定整改方案/ });
  await step.getByRole('button', { name: '制定整改方案' }).click();
  await expect(step).toBeHidden();
  await expect(note(page)).toContainText('分管领导');

  await desk.act('撤回：制定整改方案', (window) => window.getByLabel('理由').fill('（演示）措施写漏一条'));
  const timeline = page.getByRole('region', { name: '时间线' });
  await expect(timeline.getByText('撤回：制定整改方案')).toBeVisible();
  await expect(timeline.getByText('已撤回').first()).toBeVisible();
  await expect(timeline.getByText('（演示）措施写漏一条')).toBeVisible();
  await desk.act('制定整改方案');
  await page.goto('/');
  await expect(page.getByRole('heading', { name: '工作台' })).toBeVisible();
  await expect(lineOf(page, subject)).toBeHidden();
});

test('a day of a department’s section head: what was sent back says why and what has changed since', async ({
  page,
}) => {
  const desk = new Desk(page);
  const subject = '林地违规开挖便道';
  await desk.sitDown('林业和草原局', '股室负责人', '/');
  const line = lineOf(page, subject);
  await expect(line).toContainText('第2轮退回：（演示）整改措施过于笼统');

  await line.getByRole('link', { name: new RegExp(subject) }).click();
  await expect(page.getByRole('heading', { name: new RegExp(subject) })).toBeVisible();
  await page.getByRole('button', { name: /^前后对比/ }).click();
  await expect(page.locator('.compared del').first()).toBeVisible();
  await expect(page.locator('.compared ins').first()).toBeVisible();

  await page.goBack();
  await lineOf(page, subject).getByRole('button', { name: '办理' }).click();
  const review = page.getByRole('dialog', { name: /^审核并形成县级整改方案/ });
  await review.getByLabel('办理意见').fill('（演示）措施已逐条明确，同意。');
  await review.getByRole('button', { name: '审核并形成县级整改方案' }).click();
  await expect(review).toBeHidden();
  await expect(note(page)).toContainText('分管领导');
  // the form does not open again by coming back to the page
  await page.reload();
  await expect(page.getByRole('heading', { name: new RegExp(subject) })).toBeVisible();
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('a day of the coordinator: what is late elsewhere stands on the desk, and is urged', async ({ page }) => {
  const desk = new Desk(page);
  await desk.sitDown(PUSH_OFFICE, '经办人', '/?kind=watching');
  const line = page.getByRole('listitem').filter({ hasText: '超期' }).first();
  const subject = (await line.getByRole('link').first().innerText()).replace(/^新/, '');

  await line.getByRole('button', { name: '查看' }).click();
  await expect(page.getByRole('heading', { name: subject })).toBeVisible();
  await expect(page.getByRole('dialog')).toBeHidden(); // it is another's to do
  const urging = await desk.open('催办');
  await urging.getByRole('textbox').first().fill('（演示）请于本周内报送进展。');
  await desk.confirm(urging, '催办');
  await expect(note(page)).toContainText('已催办');
});
