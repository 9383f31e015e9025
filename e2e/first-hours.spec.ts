import ExcelJS from 'exceljs';
import { expect, test, type Page } from '@playwright/test';
import { hindrances } from './accessible.ts';
import { Installation } from './installation.ts';
import { workbookOf } from './workbook.ts';

// what does not come is said soon, and not after ten minutes
test.use({ actionTimeout: 60_000 });

const ADMINISTRATOR = { name: '演示管理员', username: 'guanli', password: '管理员自己的密码-1' };
const OWN = '本人自己的新密码-1';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A telephone list as a county office keeps it. Plainly invented. */
async function telephoneList(): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('通讯录');
  sheet.addRow(['整改工作通讯录（演示数据，纯属虚构）']);
  sheet.mergeCells('A1:E1');
  sheet.addRow(['序号', '单位', '职务', '姓名', '联系电话']);
  const rows = [
    [1, '县推长办', '主要领导', '演示甲', '0875-8120000'],
    [2, '县推长办', '经办人、股室负责人', '演示乙', '0875-8120001'],
    [3, '县发改局', '局长', '演示丙', '0875-8120002'],
    [4, '由旺镇', '经办人', '演示甲', '0875-8120009'],
  ];
  for (const row of rows) sheet.addRow(row);
  return Buffer.from(await book.xlsx.writeBuffer());
}

async function signIn(page: Page, username: string, password: string): Promise<void> {
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录' }).click();
}

/** The first administrator reads the code from the terminal and is led through what is missing. */
async function begin(page: Page, code: string): Promise<void> {
  await page.goto('/');
  expect(await hindrances(page), 'the first page of all').toEqual([]);
  await page.getByLabel('安装码').fill(code);
  await page.getByLabel('姓名').fill(ADMINISTRATOR.name);
  await page.getByLabel('用户名').fill(ADMINISTRATOR.username);
  await page.getByLabel('新密码').fill(ADMINISTRATOR.password);
  await page.getByRole('button', { name: '启用系统' }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  await signIn(page, ADMINISTRATOR.username, ADMINISTRATOR.password);
  await expect(page.getByRole('heading', { name: '开始使用' })).toBeVisible();
}

/** The list is looked at, asked about once, and brought in; answers the slip of this person. */
async function bringIn(page: Page, who: string): Promise<{ username: string; password: string }> {
  await page.getByRole('link', { name: '从名册导入' }).click();
  const chooser = page.getByLabel('选择工作簿');
  await chooser.setInputFiles({ name: '通讯录.xlsx', mimeType: XLSX, buffer: await telephoneList() });
  // a workbook is read by a program of its own, which takes its time on a busy machine
  await expect(page.getByRole('columnheader', { name: '导入结果' })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('button', { name: '写入 2 人' })).toBeDisabled();
  await page.getByRole('button', { name: '职务全部按建议' }).click();
  await page.getByRole('combobox', { name: '名册中另有同名' }).click();
  await page.getByTitle('不是同一人').click();
  await page.getByRole('button', { name: '写入 4 人' }).click();
  await expect(page.getByText('已写入 4 人。')).toBeVisible({ timeout: 90_000 });
  const slip = page.getByRole('list', { name: '首次登录用的密码' }).getByRole('listitem').filter({ hasText: who });
  const [username, password] = await slip.locator('code').allInnerTexts();
  await page.getByRole('button', { name: '已打印并转交' }).click();
  return { username: username ?? '', password: password ?? '' };
}

test('the first hours of an installation: from the code in the terminal to the first list, by what the screens say', async ({
  browser,
}) => {
  const installation = await Installation.empty('530521');
  try {
    const desk = { baseURL: installation.address, locale: 'zh-CN', viewport: { width: 1366, height: 768 } };
    const keeper = await (await browser.newContext(desk)).newPage();
    await begin(keeper, installation.code);
    const steps = keeper.getByRole('region', { name: '启用之初，还差这些' });
    await expect(steps.getByRole('link', { name: '县推长办 · 主要领导或分管领导' })).toBeVisible();
    await expect(steps.getByText('已有 0，共需').first()).toBeVisible();

    const slip = await bringIn(keeper, '演示乙');
    await keeper.getByRole('link', { name: '闭环' }).click();
    // ticked from what is there: the leader of the coordinator, whoever records, whoever opens
    await expect(steps.getByRole('listitem').filter({ hasText: '代外部单位登记' }).last()).toContainText('已办好');
    await expect(steps.getByText(/^已有 3，共需/).first()).toBeVisible();
    await expect(steps.getByRole('listitem').filter({ hasText: '放假安排' })).toBeVisible();

    const clerk = await (await browser.newContext(desk)).newPage();
    await clerk.goto('/');
    await signIn(clerk, slip.username, slip.password);
    await expect(clerk.getByRole('heading', { name: '演示乙，请先设自己的密码' })).toBeVisible();
    await clerk.goto('/people');
    await expect(clerk.getByRole('heading', { name: '演示乙，请先设自己的密码' })).toBeVisible();
    expect(await hindrances(clerk), 'a password of one’s own').toEqual([]);
    await clerk.getByLabel('收到的密码').fill(slip.password);
    await clerk.getByLabel('新密码').fill(OWN);
    await clerk.getByRole('button', { name: '修改密码，进入系统' }).click();
    await expect(clerk.getByRole('heading', { name: '单位与人员' })).toBeVisible();

    // 推长办's desk says what comes next, and this person does it
    await clerk.getByRole('link', { name: '闭环' }).click();
    await clerk.getByRole('region', { name: '启用之初，还差这些' }).getByRole('link', { name: '导入清单' }).click();
    const row = {
      number: '1',
      problem: '（演示）甲沟生活污水直排',
      origin: '县级自查',
      field: '污水垃圾',
      township: '由旺镇',
      unit: '由旺镇人民政府',
      deadline: '2027年6月30日前',
    };
    const list = await workbookOf('问题清单', [row]);
    await clerk.getByLabel('选择工作簿').setInputFiles({ name: '清单.xlsx', mimeType: XLSX, buffer: list });
    await clerk.getByRole('button', { name: '导入 1 项' }).click({ timeout: 60_000 });
    await expect(clerk.getByRole('heading', { name: '已导入' })).toBeVisible({ timeout: 60_000 });

    // the list is in: its problem stands in the register
    await clerk.getByRole('link', { name: '问题台账' }).click();
    await expect(clerk.getByRole('row', { name: row.problem })).toBeVisible();
  } finally {
    await installation.close();
  }
});
