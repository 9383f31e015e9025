import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { calendar } from './calendar.ts';

const paper = (no: number, days: string) => `jurisdiction: cn
year: 2027
notices:
  - title: 演示放假通知
    number: 演示〔2026〕${no}号
    issued: 2026-11-2${no}
    source: 虚构
    occasions:
      - name: { zh: 元旦, en: New Year }
        ${days}
`;

async function folderOf(...papers: readonly string[]): Promise<readonly string[]> {
  const dir = await mkdtemp(path.join(tmpdir(), 'notices-'));
  const files = papers.map((text, index) => ({ text, file: path.join(dir, `${index + 1}.yaml`) }));
  await Promise.all(files.map(({ text, file }) => writeFile(file, text)));
  return files.map(({ file }) => file);
}

async function check(...files: readonly string[]) {
  let said = '';
  const out = { stdout: { write: (text: string) => void (said += text) }, stderr: { write: () => {} } };
  return { code: await calendar.run(['check', ...files], out), said };
}

test('every file that is named is checked, each on top of the ones before it', async () => {
  const [first, second, slip] = (await folderOf(
    paper(1, 'off: [2027-01-01]'),
    paper(2, 'working: [2027-01-01]'),
    paper(3, 'off: [2027-02-30]'),
  )) as [string, string, string];

  expect(await check()).toMatchObject({ code: 0 });
  expect(await check(first, second)).toMatchObject({ code: 0, said: expect.stringContaining('no fault') });
  expect(await check(second)).toMatchObject({ code: 1, said: expect.stringContaining('2.yaml:10:19') });
  expect(await check(first, slip)).toMatchObject({ code: 1, said: expect.stringContaining('3.yaml:10') });
});

test('one notice is put in at a time', async () => {
  const out = { stdout: { write: () => {} }, stderr: { write: () => {} } };
  await expect(calendar.run(['import', 'a.yaml', 'b.yaml'], out)).rejects.toThrow('一次录入一份通知');
});

test('a notice’s own words become a calendar file that can be checked and put in', async () => {
  const words =
    '国务院办公厅关于2027年部分节假日安排的通知\n一、元旦：1月1日（周五）至3日（周日）放假，共3天。\n2026年11月5日\n';
  const dir = await mkdtemp(path.join(tmpdir(), 'words-'));
  const [pasted, file] = [path.join(dir, 'notice.txt'), path.join(dir, '2027.yaml')];
  await writeFile(pasted, words);
  let [yaml, doubts] = ['', ''];
  const out = {
    stdout: { write: (text: string) => void (yaml += text) },
    stderr: { write: (text: string) => void (doubts += text) },
  };

  expect([await calendar.run(['read', pasted], out), doubts]).toEqual([0, '']);
  await writeFile(file, yaml);

  expect(yaml).toContain('off: [2027-01-01..2027-01-03]');
  expect(await check(file)).toMatchObject({ code: 0 });
  await writeFile(pasted, words.replace('周五', '周四'));
  expect(await calendar.run(['read', pasted], out)).toBe(1);
  expect(doubts).toContain('2027-01-01是周五');
});
