import { chmod, lstat, mkdir, mkdtemp, readlink, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lodging, type Lodging } from './lodging.ts';
import { ownFolder, servant } from './servant.ts';

const root = process.getuid?.() === 0;
let at: string;
const where = (home: string): Promise<Lodging> =>
  lodging(path.join(at, home), path.join(at, 'refuge'), ['postgres', 'nobody']);

beforeEach(async () => {
  at = await mkdtemp(path.join(tmpdir(), 'lodging-'));
  await chmod(at, 0o755);
});
afterEach(() => rm(at, { recursive: true, force: true }));

test('a home that is a file, or lies in one, is refused with what to do', async () => {
  await writeFile(path.join(at, 'paper'), '');

  for (const home of ['paper', 'paper/home']) {
    await expect(where(home)).rejects.toMatchObject({ remedy: expect.stringContaining('BIHUAN_HOME') });
  }
});

test.runIf(root)('whoever made the database runs it, also where root starts the program now', async () => {
  const nobody = servant(['nobody']);
  await mkdir(path.join(at, 'home'), { mode: 0o755 });
  await ownFolder(nobody, path.join(at, 'home/pg'));

  expect(await where('home')).toEqual({ who: nobody, data: path.join(at, 'home/pg'), run: path.join(at, 'home/run') });
});

test.runIf(root)(
  'in a closed home a link leads to the data, and goes along when the home is moved or opened',
  async () => {
    await mkdir(path.join(at, 'closed'), { mode: 0o700 });
    const { who, data } = await where('closed');
    await ownFolder(who, data);

    expect(await readlink(path.join(at, 'closed/pg'))).toBe(data);
    expect((await where('closed')).data).toBe(data);
    await chmod(path.join(at, 'closed'), 0o755);
    expect((await where('closed')).data).toBe(data);
  },
);

test.runIf(root)('two first starts in a closed home get the same place', async () => {
  await mkdir(path.join(at, 'closed'), { mode: 0o700 });

  const [one, other] = await Promise.all([where('closed'), where('closed')]);

  expect(one).toEqual(other);
});

test.runIf(root)('no second, empty database is begun where the first is gone or can no longer be entered', async () => {
  await mkdir(path.join(at, 'gone'), { mode: 0o700 });
  const { data } = await where('gone');
  await rm(path.dirname(data), { recursive: true });
  await mkdir(path.join(at, 'shut'), { mode: 0o700 });
  await ownFolder(servant(['nobody']), path.join(at, 'shut/pg'));

  await expect(where('gone')).rejects.toThrow(/database is gone/);
  await chmod(path.join(at, 'gone'), 0o755);
  await expect(where('gone')).rejects.toThrow(/database is gone/);
  await expect(where('shut')).rejects.toThrow(/cannot enter/);
  expect((await lstat(path.join(at, 'shut/pg'))).isDirectory()).toBe(true);
});

test.runIf(root)('folders made for the servant can be passed through under any umask', async () => {
  await mkdir(path.join(at, 'closed'), { mode: 0o700 });
  const before = process.umask(0o077);
  try {
    const { data } = await where('closed');

    expect((await lstat(path.dirname(data))).mode & 0o777).toBe(0o755);
    expect((await lstat(path.join(at, 'refuge'))).mode & 0o777).toBe(0o755);
  } finally {
    process.umask(before);
  }
});
