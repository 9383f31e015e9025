import { expect } from '@playwright/test';
import type { Desk } from './desk.ts';
import { PICTURE } from './workbook.ts';

/** 上传佐证: a picture of this kind, from the open dossier. */
export async function addEvidence(desk: Desk, kind: string): Promise<void> {
  const { page } = desk;
  await page.getByRole('toolbar', { name: '全部事项' }).getByRole('button', { name: '上传佐证' }).click();
  const window = page.getByRole('dialog');
  await window.getByLabel('选择文件').setInputFiles({ name: `${kind}.png`, mimeType: 'image/png', buffer: PICTURE });
  await desk.choose(window, '材料类别', kind);
  await window.getByRole('button', { name: /^上传/ }).click();
  await expect(window).toBeHidden();
}
