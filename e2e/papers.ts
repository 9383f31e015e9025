import type { Locator } from '@playwright/test';
import { enterDay } from './desk.ts';
import { PICTURE } from './workbook.ts';

/** Today at the office. */
export const TODAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' }).format(
  new Date(),
);

/** Number and date of an official paper. */
export async function paper(window: Locator, number: string): Promise<void> {
  await window.getByLabel('文号').fill(number);
  await enterDay(window, '成文日期', TODAY);
}

/** The act of a unit that does not sign in here: number, date and scan of what it sent. */
export async function recorded(window: Locator, number: string): Promise<void> {
  await paper(window, number);
  await window.locator('input[type=file]').setInputFiles({ name: '来文.png', mimeType: 'image/png', buffer: PICTURE });
  await window.locator('.received').getByText('来文.png').waitFor();
}
