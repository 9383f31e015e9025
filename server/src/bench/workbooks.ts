import { randomUUID } from 'node:crypto';
import ExcelJS from 'exceljs';
import { sitDown, type Desk } from './desk.ts';
import type { Figure } from './figure.ts';
import { watched } from './memory.ts';
import type { Office } from './office.ts';

/** Memory that one workbook may cost a server, MB above what it had. */
const CEILING = 300;

/** Import of many rows and export of very many: how long, and how much memory the server took above idle. */
export async function measureWorkbooks(office: Office, rows: number): Promise<readonly Figure[]> {
  const desk = await sitDown(office.base, '李丁', 4);
  const pid = office.child.pid!;
  const part = 'workbooks';
  const figures: Figure[] = [];
  for (const count of [Math.ceil(rows / 10), rows]) {
    const bytes = await workbookOf(count);
    const { above, seconds } = await watched(pid, () => bringIn(desk, `演示-${count}.xlsx`, bytes));
    const what = `导入 ${count} 行 / import of ${count} rows`;
    figures.push({
      part,
      what: `${what}: 内存 / memory`,
      value: above,
      unit: 'MB',
      target: { at: 'most', value: CEILING },
    });
    figures.push({ part, what, value: seconds, unit: 's', target: null });
  }
  const { above, seconds, done } = await watched(pid, () => desk.drain('/problems.xlsx'));
  figures.push({
    part,
    what: '导出全部台账：内存 / export of the register: memory',
    value: above,
    unit: 'MB',
    target: { at: 'most', value: CEILING },
  });
  figures.push({
    part,
    what: `导出 / export, ${(done / 1024 / 1024).toFixed(1)} MB`,
    value: seconds,
    unit: 's',
    target: null,
  });
  return figures;
}

async function workbookOf(count: number): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('清单');
  sheet.addRow([`${count}行清单（演示数据，纯属虚构）`]);
  sheet.addRow(['序号', '编号', '问题', '来源', '领域', '乡镇', '责任单位', '整改时限']);
  for (let no = 1; no <= count; no++)
    sheet.addRow([
      no,
      `压${count}-${no}`,
      `（演示）第${no}处虚构问题，沟渠边堆放杂物`,
      '市级确定',
      '污水垃圾',
      '甸阳镇',
      '甸阳镇',
      '2027年6月底前',
    ]);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

type View = { readonly state: string; readonly counts: { readonly in: number; readonly failed: number } };

async function bringIn(desk: Desk, name: string, bytes: Buffer): Promise<void> {
  const received = await desk.post(`/imports?name=${encodeURIComponent(name)}`, bytes, randomUUID());
  if (received.status !== 201) throw new Error(JSON.stringify(received.body));
  const { id } = received.body as { id: string }; // the contract's answer
  const applied = await desk.post(`/imports/${id}/apply`, { skipOpen: true }, randomUUID());
  if (applied.status !== 200) throw new Error(JSON.stringify(applied.body));
  for (;;) {
    const { body } = await desk.get(`/imports/${id}`);
    const view = body as View; // the contract's ImportView
    if (view.state === 'done') return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
