import { writeFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { commandLine } from '../testing/command-line.ts';
import { testOffice } from '../testing/office.ts';
import { discardNotice, enterNotice } from '../operations/calendar/enter-notice.ts';
import { sm3 } from '../sm3.ts';
import { followLaw } from '../operations/law/follow-law.ts';
import { calendar } from './calendar.ts';
import type { Command } from './command.ts';
import { user } from './user.ts';

const { services, database, stranger } = await testOffice();
const home = await commandLine(database);

async function run(command: Command, line: string): Promise<string> {
  let said = '';
  const code = await command.run(line.split(' '), {
    stdout: { write: (text: string) => void (said += text) },
    stderr: { write: () => {} },
  });
  expect(code).toBe(0);
  return said;
}

test('a person added in the terminal signs in with the password shown once, and with the next one only after it is set again', async () => {
  const said = await run(
    user,
    'add --username 李某 --name （演示）李某 --unit county-ecology --post handler --from 2026-01-01',
  );
  const password = said.match(/: ([a-z0-9]{4}(?:-[a-z0-9]{4}){3})$/m)![1]!;
  const session = await stranger.post('/session', { username: '李某', password });
  expect(session.json().person.postings).toMatchObject([{ unit: 'county-ecology', post: 'handler' }]);

  await run(user, 'password --username 李某');
  expect((await stranger.post('/session', { username: '李某', password })).statusCode).toBe(401);
});

test('a post is taken up and left, and the list shows the posts of today', async () => {
  await run(user, 'post --username 李某 --unit county-ecology --post liaison --from 2026-01-01');
  await run(user, 'post --username 李某 --unit county-ecology --post handler --until 2026-02-01');
  expect(await run(user, 'list')).toBe('李某\t（演示）李某\t保山市生态环境局施甸分局 联络员\n');
  expect(JSON.parse(await run(user, 'list --json')).people[0].postings).toHaveLength(2);
});

test.each([
  ['a password for nobody', 'password --username nobody', '没有这个用户'],
  ['a unit that is not there', 'post --username 李某 --unit nowhere --post handler', '--unit: 方案中没有'],
  ['a name that is taken', 'add --username 李某 --name 另一人', '用户名已被使用'],
  ['a missing option', 'add --username x2', '缺少 --name'],
  ['a verb that is not there', 'drop --username 李某', 'no such verb'],
])('%s is refused with what to do', async (_what, line, says) => {
  await expect(run(user, line)).rejects.toThrow(says);
});

test('a notice put in from the terminal reaches the running server', async () => {
  const file = path.join(home, '2027.yaml');
  const off = `off: [2027-01-01]`;
  const yaml = `jurisdiction: cn\nyear: 2027\nnotices:\n  - title: 演示通知\n    number: 演示〔2026〕9号\n    issued: 2026-11-01\n    source: 虚构\n    occasions:\n      - name: { zh: 元旦, en: New Year }\n        ${off}\n`;
  await writeFile(file, yaml);
  const stamp = await followLaw(services, null);
  expect(await run(calendar, `check ${file}`)).toContain('日历无误');
  expect(await run(calendar, `import ${file}`)).toContain('--enter');
  expect(services.law().calendar.published.has(2027)).toBe(false);

  await run(calendar, `import ${file} --enter`);
  await expect(run(calendar, `import ${file} --apply`)).rejects.toThrow('一份通知须由两人办理');
  const actor = { id: randomUUID(), name: '（演示）管理员', postings: [] };
  const second = yaml.replace('演示通知', '演示通知（核对稿）');
  await writeFile(file, second);
  const by = { actor, administrator: true };
  const intent = () => ({ key: randomUUID(), fingerprint: 'second' });
  // one paper waits once: what was entered first goes back
  await discardNotice(services, { text: sm3(yaml), reason: '（演示）题名有误', by, intent: intent() });
  await enterNotice(services, { yaml: second, by, intent: intent() });
  await run(calendar, `import ${file} --apply`);

  expect(await followLaw(services, stamp)).toMatchObject({ notices: stamp.notices + 1 });
  expect(services.law().calendar.published.has(2027)).toBe(true);
});

test('every calendar of the program is without fault', async () => {
  expect(JSON.parse(await run(calendar, 'check --json'))).toEqual({ faults: [] });
});

test('where somebody real is in, no command takes another day than the real one', async () => {
  vi.stubEnv('BIHUAN_DEMO', '1');
  vi.stubEnv('BIHUAN_DEMO_DAY', '2027-04-01');

  await expect(run(user, 'list')).rejects.toThrow('real people are in here');
});
