import { expect } from '@playwright/test';
import { enterDay, type Desk } from './desk.ts';
import { addEvidence } from './evidence.ts';
import { FIRE_OFFICE, test, TOWN } from './town.ts';

const PAGES = [
  '/',
  '/kinds/hazard',
  '/kinds/check-return',
  '/kinds/month-sheet',
  '/duties',
  '/rules',
  '/calendar',
  '/people',
];
const PREMISES = '晴川竹器厂';
const VILLAGE = '老街社区';

test('火灾隐患（第二个政策包）：从登记到销号，公示中异议成立一次', async ({ town, desk }) => {
  const { page } = desk;
  const hazard = await register(desk);
  await putOnNotice(desk, hazard);
  await putRight(desk, hazard);
  await accepted(desk, hazard);

  await desk.sitDown(FIRE_OFFICE, '文书', hazard);
  await desk.act('登记异议', async (window) => {
    await window.getByLabel('提出人').fill('（演示）居民');
    await enterDay(window, '提出日期', '2026-08-31');
    await window.getByLabel('异议内容').fill('（演示）后门仍堆着竹料。');
  });
  // the fire office accepted it: an objection to that goes to the deputy mayor
  await desk.sitDown(TOWN, '分管副镇长', hazard);
  await desk.act('处理异议', async (window) => {
    await window.getByText('异议成立').click();
    await window.getByLabel('理由').fill('（演示）现场核实属实。');
  });
  await expect(page.getByText('验收中', { exact: true }).first()).toBeVisible();
  await desk.sitDown(FIRE_OFFICE, '检查员', hazard);
  await desk.act('镇消安办复验');

  await town.moveTo('2026-09-15');
  await desk.sitDown(FIRE_OFFICE, '文书', hazard);
  await desk.act('公示10个工作日');
  await desk.sitDown(TOWN, '分管副镇长', hazard);
  await desk.act('分管副镇长签字销号');
  await expect(page.getByText('2026-09-15 已办结')).toBeVisible();
  for (const address of PAGES) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
});

async function register(desk: Desk): Promise<string> {
  const { page } = desk;
  await desk.sitDown(FIRE_OFFICE, '检查员', '/kinds/hazard');
  await page.getByRole('button', { name: '新建火灾隐患' }).click();
  await page.getByRole('menuitem', { name: '日常巡查' }).click();
  const form = page.locator('main');
  await form.getByLabel('隐患', { exact: true }).fill('（演示）楼梯间堆满竹料');
  await form.getByRole('textbox', { name: '部位' }).fill('竹器厂二车间');
  await desk.choose(form, '类型', '疏散通道和安全出口');
  await page.getByRole('button', { name: '提交登记' }).click();
  await expect(page.getByRole('heading', { name: '（演示）楼梯间堆满竹料' })).toBeVisible();
  return page.url();
}

async function putOnNotice(desk: Desk, hazard: string): Promise<void> {
  await desk.sitDown(FIRE_OFFICE, '检查员', hazard);
  await desk.act('现场核查', async (window) => {
    await window.getByText('构成隐患', { exact: true }).click();
    await window.getByLabel('核查情况').fill('（演示）通道只剩半米。');
  });
  await desk.act('定级', (window) => desk.choose(window, '隐患等级', '一般隐患'));
  await desk.sitDown(FIRE_OFFICE, '负责人', hazard);
  await desk.act('发整改通知书', async (window) => {
    await desk.choose(window, '责任单位 单位', `${PREMISES}（虚构）`);
    await desk.choose(window, '初验单位 单位', `${VILLAGE}（虚构）`);
  });
}

async function putRight(desk: Desk, hazard: string): Promise<void> {
  await desk.sitDown(PREMISES, '消防安全员', hazard);
  for (const kind of ['整改前照片', '整改后照片']) await addEvidence(desk, kind);
  await desk.act('整改并填报', (window) => window.getByLabel('整改情况').fill('（演示）通道已清空。'));
}

async function accepted(desk: Desk, hazard: string): Promise<void> {
  await desk.sitDown(VILLAGE, '负责人', hazard);
  await desk.act('村（社区）或站所初验');
  await desk.sitDown(FIRE_OFFICE, '检查员', hazard);
  await desk.act('镇消安办复验');
  await expect(desk.page.getByText('公示中', { exact: true }).first()).toBeVisible();
}
