import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { loadDemonstration } from '../../demonstration/load.ts';
import { pathOf } from '../../files/vault.ts';
import { fileAlarms } from '../../store/files.ts';
import { staffedOffice } from '../../testing/staff.ts';
import { verifyLedger } from './verify-ledger.ts';

const { services, people } = await staffedOffice();
await loadDemonstration(services, people, () => {}, [
  {
    title: '（演示）已销号一期',
    age: 200,
    problems: [
      {
        title: '（演示）某养殖场粪污外溢',
        place: '（虚构）',
        township: 'youwang',
        field: 'agricultural',
        facts: { origin: 'city', grade: 'key' },
        until: 'closed',
      },
    ],
  },
]);
const findings = async () => (await verifyLedger(services)).findings;
const alarms = async () => (await fileAlarms(services.db, services.region)).alarms;
const files = await services.db.selectFrom('file').select(['id', 'name']).execute();
const photo = files.find(({ name }) => name.includes('after-photo'))!.id;
const scan = files.find(({ name }) => name.includes('扫描件'))!.id;

test('a record is intact while every file it names has the bytes that were filed', async () => {
  expect(await findings()).toEqual([]);
  expect(await alarms()).toEqual([]);
});

test.each([
  ['a photo that was exchanged', photo, 'file-changed', (at: string) => appendFile(at, '。')],
  ['a scan that was exchanged', scan, 'file-changed', (at: string) => writeFile(at, 'another paper')],
  ['a photo that was taken away', photo, 'file-missing', (at: string) => rm(at)],
])('%s is found, with the event that named it', async (_what, file, kind, tamper) => {
  const at = pathOf(services.home, file);
  const bytes = await readFile(at);

  await tamper(at);
  const found = await findings();
  const told = await alarms();
  await writeFile(at, bytes);

  expect(found.length).toBeGreaterThan(0);
  expect(found.map((finding) => [finding.kind, finding.detail])).toEqual(found.map(() => [kind, `file ${file}`]));
  // the administrators are told as when somebody asks for it, until it is put back
  const { name } = files.find(({ id }) => id === file)!;
  expect(told.map((alarm) => [alarm.file, alarm.found, alarm.name])).toEqual([[file, kind, name]]);
  expect(await findings()).toEqual([]);
  expect(await alarms()).toEqual([]);
});
