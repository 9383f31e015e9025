import { expect, test } from 'vitest';
import { rm } from 'node:fs/promises';
import type { Problem } from '@bihuan/core/problem';
import { pathOf } from '../../files/vault.ts';
import { loadDemonstration } from '../../demonstration/load.ts';
import { verifyLedger } from '../../operations/record/verify-ledger.ts';
import { findDossier } from '../../store/dossiers/dossiers.ts';
import { unzipped } from '../../testing/unzipped.ts';
import { staffedOffice } from '../../testing/staff.ts';

const office = await staffedOffice();
const { services, people } = office;
await loadDemonstration(services, people, () => {}, [
  {
    title: '（演示）一期',
    age: 300,
    problems: [
      {
        title: '（演示）某沟污水直排',
        place: '（虚构）某沟',
        township: 'youwang',
        field: 'sewage-garbage',
        facts: { origin: 'city', grade: 'general' },
        until: 'closed',
      },
    ],
  },
]);
const clerk = await office.at('county-push-office', 'handler');
const { id } = (await clerk.get('/problems?stage=closed')).json<{ rows: { id: string }[] }>().rows[0]!;
const standing = async () => (await findDossier<Problem>(services.db, services.region, id))!;
const owed = (await standing()).state.copies.find(({ state }) => state === 'owed')!;
const scans = await Promise.all(['正文.png', '附件一.png', '附件二.png'].map((name) => clerk.file(name)));
const [scan, ...further] = scans;
const send = async (document: object) =>
  clerk.post(`/problems/${id}/commands`, {
    version: (await standing()).version,
    ask: { type: 'RecordCopySent', copy: owed.id, document },
  });
const paper = { number: '（演示）〔2026〕9号', date: '2026-11-20', scan };

test('a further scan that is not here is refused, and nothing is recorded', async () => {
  const answer = await send({ ...paper, further: [id] });

  expect([answer.statusCode, answer.body.includes('document.scan')]).toEqual([422, true]);
  expect((await standing()).state.copies.find((copy) => copy.id === owed.id)?.state).toBe('owed');
});

test('all scans of a paper are bound in the record, and each is read by whoever reads the dossier', async () => {
  const answer = await send({ ...paper, further });
  const entries = (await clerk.get(`/problems/${id}/events`)).json<{
    entries: { type: string; detail: { document?: { further?: { file: string; name: string; digest: string }[] } } }[];
  }>().entries;
  const bound = entries.findLast(({ type }) => type === 'CopySent');
  const reader = await office.at('youwang', 'handler');
  const read = await Promise.all(scans.map((file) => reader.get(`/files/${file}`)));

  expect(answer.statusCode).toBe(200);
  expect(JSON.stringify(bound)).toContain('附件二.png');
  expect(further.every((file) => JSON.stringify(bound).includes(file))).toBe(true);
  expect(read.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
  expect((await verifyLedger(services)).findings).toEqual([]);
});

test('the workbook of the register names every scan of a paper', async () => {
  const text = await unzipped((await clerk.get('/problems.xlsx')).rawPayload);

  expect(text).toContain('文件及扫描件');
  expect(text).toContain('（演示）〔2026〕9号（2026-11-20）：正文.png、附件一.png、附件二.png');
});

test('the verifier misses a further scan whose bytes are gone', async () => {
  await rm(pathOf(services.home, further[1]!));

  // its own log says what came in, and the problem names it
  const { findings } = await verifyLedger(services);
  expect(findings.map(({ kind, detail }) => [kind, detail])).toEqual([
    ['file-missing', expect.stringContaining(further[1]!)],
    ['file-missing', expect.stringContaining(further[1]!)],
  ]);
  expect(findings.map(({ dossier }) => dossier).toSorted()).toEqual([further[1]!, id].toSorted());
});
