import { expect } from '@playwright/test';
import type { Desk } from './desk.ts';
import { paper } from './papers.ts';
import { workbookOf, type Row } from './workbook.ts';

/** The office that keeps the list. */
export const ECOLOGY = '保山市生态环境局施甸分局';
export const DEVELOPMENT = '施甸县发展和改革局';
export const PUSH_OFFICE = '施甸县推动长江经济带发展领导小组办公室';
export const GOVERNMENT = '施甸县人民政府';

/** From the office's workbook to a registered problem; answers the address of its dossier. */
export async function bringIn(desk: Desk, list: string, row: Row): Promise<string> {
  const { page } = desk;
  await readIn(desk, list, row);
  await expect(page.getByRole('tab', { name: '可导入 1' })).toBeVisible();
  await page.getByRole('button', { name: '导入 1 项' }).click();
  await expect(page.getByRole('heading', { name: '已导入' })).toBeVisible();
  await page.getByRole('link', { name: /^530521-/ }).click();
  await expect(page.getByRole('heading', { name: row.problem })).toBeVisible();
  return page.url();
}

/** The office's workbook of one row as it was read, before anything is brought in. */
export async function readIn(desk: Desk, list: string, row: Row): Promise<void> {
  const { page } = desk;
  await desk.sitDown(ECOLOGY, '经办人', '/imports');
  const chooser = page.getByLabel('选择工作簿');
  await chooser.setInputFiles({ name: `${list}.xlsx`, mimeType: XLSX, buffer: await workbookOf(list, [row]) });
  // a workbook is read by a program of its own, which takes its time on a busy machine
  await expect(page.getByRole('tab', { name: /^可导入/ })).toBeVisible({ timeout: 60_000 });
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** 研判分类: the development bureau decides with the ecology branch; 推长办 gets it in writing (二(一).1). */
export async function classify(desk: Desk, dossier: string, grade: string): Promise<void> {
  await desk.sitDown(DEVELOPMENT, '股室负责人', dossier);
  await desk.act('研判分类', async (window) => {
    await desk.choose(window, '问题类别', grade);
    await paper(window, '施发改〔2026〕演示1号');
  });
  await desk.sitDown(ECOLOGY, '股室负责人', dossier);
  await desk.act('研判分类');
}

/** 一张表: formed of this problem alone, frozen, submitted, agreed to by the county government (一(二).2). */
export async function agreeTo(desk: Desk, problem: string): Promise<void> {
  const { page } = desk;
  await desk.sitDown(ECOLOGY, '经办人', '/editions');
  await page.getByRole('button', { name: '形成一张表' }).click();
  const window = page.getByRole('dialog');
  await window.getByLabel('编号、问题、人员、措施、文号').fill(problem);
  await window.getByLabel('编号、问题、人员、措施、文号').press('Enter');
  await window.getByRole('row', { name: problem }).getByRole('checkbox').check();
  await window.getByRole('button', { name: '形成（1 项）' }).click();
  // The list behind the window shows states too: only the edition's own address and verbs say that it is open.
  await page.waitForURL(/\/editions\/[^/?#]+/);
  await expect(page.getByRole('toolbar', { name: '全部事项' })).toBeVisible();
  await expect(page.getByText('汇总中')).toBeVisible();
  const edition = page.url();
  await desk.act('汇总形成“一张表”');
  await expect(page.getByText('已冻结，待同意')).toBeVisible();
  await desk.sitDown(ECOLOGY, '股室负责人', edition);
  await desk.act('报请县人民政府同意');
  await desk.sitDown(DEVELOPMENT, '股室负责人', edition);
  await desk.act('报请县人民政府同意');
  await desk.sitDown(GOVERNMENT, '分管领导', edition);
  await desk.act('县人民政府同意', (dialog) => paper(dialog, '施政复〔2026〕演示1号'));
  await expect(page.getByText('已同意', { exact: true })).toBeVisible();
}
