import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { due } from './due.ts';

async function ask(line: string): Promise<{ code: number; said: string; complained: string }> {
  const heard = { said: '', complained: '' };
  const out = {
    stdout: { write: (text: string) => void (heard.said += text) },
    stderr: { write: (text: string) => void (heard.complained += text) },
  };
  const code = await due.run(line.split(' ').filter(Boolean), out);
  return { code, ...heard };
}

const json = async (line: string) => JSON.parse((await ask(`${line} --json`)).said);

test.each([
  ['--from 2025-09-30 --workdays 10', '2025-10-21'],
  ['--from 2025-09-30 --workdays 10 --start-counted', '2025-10-20'],
  ['--from 2026-09-26 --natural 5', '2026-10-08'],
  ['--from 2026-09-26 --natural 5 --roll none', '2026-10-01'],
  ['--from 2026-09-26 --natural 5 --roll backward', '2026-09-30'],
  ['--from 2026-01-31 --months 1', '2026-02-28'],
  ['--from 2026-01-31 --months 1 --calendar 530521', '2026-02-28'],
  ['--from 2026-01-15 --months 1', '2026-02-24'],
  ['--from 2026-09-30T15:00 --hours 24', '2026-10-01T15:00'],
])('%s is due on %s', async (line, day) => {
  expect(await json(line)).toMatchObject({ due: day, provisional: false });
});

test('the JSON says of every day whether it was counted and why', async () => {
  const { days } = await json('--from 2025-09-30 --workdays 1');
  expect(days).toHaveLength(10);
  expect(days[0]).toMatchObject({ date: '2025-09-30', counted: false, why: '工作日', mark: '起算日，不计' });
  expect(days[1]).toMatchObject({
    date: '2025-10-01',
    counted: false,
    why: '国庆节、中秋节放假（国务院办公厅关于2025年部分节假日安排的通知，国办发明电〔2024〕12号）',
  });
  expect(days[9]).toMatchObject({ date: '2025-10-09', counted: true, ordinal: 1, why: '工作日' });
});

test('a span into 2027 is provisional and says so in words', async () => {
  expect(await json('--from 2026-12-25 --workdays 10')).toMatchObject({ provisional: true, awaiting: [2027] });
  expect((await ask('--from 2026-12-25 --workdays 10')).said).toContain('（暂定）');
  expect((await ask('--from 2026-12-25 --workdays 10 --lang en')).said).toContain('(provisional)');
});

test('people get a strip of days, in Chinese or English', async () => {
  const { said } = await ask('--from 2025-10-10 --workdays 2');
  expect(said.split('\n')).toEqual([
    '自 2025-10-10 起，2个工作日（当日不计）',
    '到期日 2025-10-13 周一',
    '',
    '2025-10-10（周五）  起算日，不计  工作日',
    '2025-10-11（周六）  第1日  国庆节、中秋节调休上班（国务院办公厅关于2025年部分节假日安排的通知，国办发明电〔2024〕12号）',
    '2025-10-12（周日）  不计  周末',
    '2025-10-13（周一）  第2日，到期  工作日',
    '',
  ]);
  expect((await ask('--from 2025-10-10 --workdays 2 --lang en')).said).toContain(
    '2 working days (start day not counted) from 2025-10-10',
  );
});

test('a notice that the program does not have is counted with, on top of the ones before it', async () => {
  const paper = (year: number, no: number, days: string) => `jurisdiction: cn
year: ${year}
notices:
  - title: 演示放假通知
    number: 演示〔2026〕${no}号
    issued: 2026-11-2${no}
    source: 虚构
    occasions:
      - name: { zh: 元旦, en: New Year }
        ${days}
`;
  const dir = await mkdtemp(path.join(tmpdir(), 'notices-'));
  const file = async (no: number, days: string) => {
    await writeFile(path.join(dir, `${no}.yaml`), paper(2027, no, days));
    return `--notice ${path.join(dir, `${no}.yaml`)}`;
  };
  const [first, second] = [await file(1, 'off: [2027-01-01..2027-01-03]'), await file(2, 'working: [2027-01-01]')];
  const question = '--from 2026-12-25 --workdays 10';

  expect(await json(`${question} ${first}`)).toMatchObject({ due: '2027-01-11', provisional: false });
  expect(await json(`${question} ${first} ${second}`)).toMatchObject({ due: '2027-01-08', provisional: false });
  expect(await ask(`${question} ${second}`)).toMatchObject({
    code: 1,
    complained: expect.stringContaining('2.yaml:10'),
  });
  expect(await ask(`${question} --notice ${dir}/none.yaml`)).toMatchObject({
    code: 1,
    complained: expect.stringContaining('读不到文件'),
  });
  expect((await ask(question)).said).toContain('--notice');
});

test('--help is an answer, not a complaint', async () => {
  expect(await ask('--help')).toEqual({ code: 0, said: due.help, complained: '' });
});

test.each([
  ['', '期限须给且只给一种'],
  ['--from 2025-09-30', '期限须给且只给一种'],
  ['--from 2025-09-30 --workdays 5 --natural 5', '期限须给且只给一种'],
  ['--workdays 5', '缺少起算日'],
  ['--from 2025-02-30 --workdays 5', '没有这一天'],
  ['--from yesterday --workdays 5', '没有这一天'],
  ['--from 0001-01-01 --workdays 5', '年份有误'],
  ['--from 2025-09-30 --workdays 0', '不是天数'],
  ['--from 2025-09-30 --workdays -3', '不是天数'],
  ['--from 2025-09-30 --natural -1', '不是天数'],
  ['--from 2025-09-30T10:00 --hours -8', '不是天数'],
  ['--from 2026-02-30 --workdays 5', '没有这一天'],
  ['--from 2017-06-01 --workdays 5', '没有收录2017年的放假安排'],
  ['--from 2017-12-28 --natural 5', '没有收录2017年的放假安排'],
  ['--from 1999-12-31 --months 1', '没有收录1999、2000年的放假安排'],
  ['--from 2025-09-30 --workdays=-3', '不是天数'],
  ['--from 2025-09-30 --workdays 1.5', '不是天数'],
  ['--from 2025-09-30 --workdays 1e3', '不是天数'],
  ['--from 2025-09-30 --workdays 3000', '无法推算'],
  ['--from 2025-09-30 --natural 999999', '无法推算'],
  ['--from 2025-09-30 --hours 5', '按小时计的期限须有时刻'],
  ['--from 2025-09-30T15:00 --hours 5 --roll forward', '不能与'],
  ['--from 2025-09-30 --workdays 5 --roll sideways', '无此选项'],
  ['--from 2025-09-30 --workdays 5 --lang fr', '无此选项'],
  ['--from 2025-09-30 --workdays 5 --calendar ../../etc', '没有这个日历'],
  ['--from 2025-09-30 --workdays 5 --calendar 999999', '没有这个日历'],
  ['--from 2025-09-30 --workdays 5 --calendar us', '没有这个日历'],
  ['--from 2025-09-30 --workdays 5 --workdays 10', '给了两次'],
  ['--from 2025-09-30 --from 2025-10-01 --workdays 5', '给了两次'],
  ['--from 2025-09-30 --workdays 5 --unknown', '看不懂这些参数'],
  ['2025-09-30 --workdays 5', '看不懂这些参数'],
])('«%s» is refused with what, why and what to do', async (line, what) => {
  const { code, said, complained } = await ask(line);
  expect(code).toBe(2);
  expect(said).toBe('');
  expect(complained).toContain(what);
  expect(complained.trim().split('\n').length).toBeGreaterThanOrEqual(2);
});
