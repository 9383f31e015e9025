import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { CaseEvent } from '@bihuan/core/case';
import { verifyLedger } from '../../operations/record/verify-ledger.ts';
import { bodyOf, eventsOf } from '../../store/dossiers/events.ts';
import { libraryDesk, type Shown } from '../../testing/library-desk.ts';

const library = await libraryDesk();
const { services, chair, deskHead, clerk, open, read, ask } = library;

const NAME = '（演示）欧阳读者';
const WITNESS = '（演示）上官证人';
const given = {
  what: '（演示）柜台',
  reader: { name: NAME, phone: '13800001234' },
  witnesses: [{ name: { name: WITNESS }, said: '（演示）在场' }],
};
type Kept = { personal: string };
type Sheet = { reader: Kept; witnesses: { name: Kept; said: string }[] };
type Page = Shown & { apart: { id: string; field: string; erasedOn: string | null; masked: string | null }[] };
const page = async (id: string, by = chair) => (await read(by, id)) as Page; // the page says more than most stories ask
const sheet = async (id: string) => (await page(id)).values as Sheet; // as the library's pack has it
const show = (id: string, field: string, reason = '（演示）回访', by = chair) =>
  by.post(`/cases/${id}/personal`, { field, reason });
const shown = async (id: string, field: string) =>
  (await show(id, field)).json<{ values: Record<string, unknown> }>().values;
/** What the record has of who looked. */
const looksAt = async (id: string) =>
  (await eventsOf(services.db, services.region, id))
    .map((link) => bodyOf<CaseEvent>(link.body))
    .filter(({ type }) => type === 'PersonalShown');
const findings = async () => (await verifyLedger(services)).findings;

test('the record names what is personal by a digest and says nothing of it', async () => {
  const id = await open(deskHead, 'complaint', given);
  const { reader, witnesses } = await sheet(id);

  expect(reader).toEqual({ personal: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(witnesses).toEqual([{ name: { personal: expect.any(String) }, said: '（演示）在场' }]);
  expect(await findings()).toEqual([]);
});

test('whom the plan lets see it sees it masked; another reader sees that it is there', async () => {
  const id = await open(deskHead, 'complaint', given);

  expect((await page(id)).apart).toMatchObject([
    { field: 'reader', masked: '（＊＊＊　138****1234', erasedOn: null },
    { field: 'witnesses.name', masked: '（＊＊＊' },
  ]);
  expect((await page(id, deskHead)).apart).toMatchObject([{ masked: null }, { masked: null }]);
});

test('it is shown for a reason, by whom the plan lets, and every time the record says so', async () => {
  const id = await open(deskHead, 'complaint', given);
  const { reader, witnesses } = await sheet(id);

  expect(await shown(id, 'reader')).toEqual({ [reader.personal]: given.reader });
  expect(await shown(id, 'witnesses.name')).toEqual({ [witnesses[0]!.name.personal]: { name: WITNESS } });
  expect(await looksAt(id)).toMatchObject([
    { type: 'PersonalShown', field: 'reader', reason: '（演示）回访', by: { unitName: '理事会' } },
    { type: 'PersonalShown', field: 'witnesses.name' },
  ]);
  expect((await show(id, 'reader', '')).statusCode).toBe(422);
  expect((await show(id, 'what')).statusCode).toBe(422);
  expect((await show(id, 'reader', '（演示）', deskHead)).statusCode).toBe(403);
  expect((await show(id, 'reader', '（演示）好奇', clerk)).statusCode).toBe(404);
  expect(await looksAt(id)).toHaveLength(2);
});

test('whoever looks has not to wait for whoever acts, and the same request twice is two looks', async () => {
  const id = await open(deskHead, 'complaint', given);
  const key = randomUUID();
  const looks = await Promise.all(
    [1, 2].map(() => chair.post(`/cases/${id}/personal`, { field: 'reader', reason: '（演示）' }, key)),
  );

  expect(looks.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
  expect(await looksAt(id)).toHaveLength(2);
});

test('a correction keeps what was there before, and whoever is let see it sees both', async () => {
  const id = await open(deskHead, 'complaint', given);
  const before = await sheet(id);
  const corrected = { name: NAME, phone: '13900001234' };
  const rows = [{ ...before.witnesses[0]!, said: '（演示）改口' }];
  const wish = { type: 'FillSheet', values: { reader: corrected, witnesses: rows }, reason: '（演示）更正' };
  expect((await ask(chair, id, wish)).statusCode).toBe(200);

  const after = await sheet(id);
  expect(after.witnesses).toEqual(rows);
  expect(await shown(id, 'reader')).toEqual({
    [before.reader.personal]: given.reader,
    [after.reader.personal]: corrected,
  });
});

test('it is erased by law: the page says when, nobody sees it again, and the record holds', async () => {
  const id = await open(deskHead, 'complaint', given);
  const { reader } = await sheet(id);
  const erase = { type: 'ErasePersonal', ids: [reader.personal], reason: '（演示）本人要求', basis: '§4' };

  expect((await ask(deskHead, id, erase)).statusCode).toBe(403);
  expect((await ask(chair, id, { ...erase, basis: '' })).statusCode).toBe(422);
  expect((await ask(chair, id, erase)).statusCode).toBe(200);

  expect((await page(id)).apart).toMatchObject([
    { field: 'reader', masked: null, erasedOn: '2026-11-24' },
    { field: 'witnesses.name', erasedOn: null },
  ]);
  expect((await show(id, 'reader')).statusCode).toBe(422);
  const row = await services.db
    .selectFrom('personal')
    .select(['key', 'sealed'])
    .where('id', '=', reader.personal)
    .executeTakeFirstOrThrow();
  expect(row).toEqual({ key: null, sealed: null });
  expect(await findings()).toEqual([]);
});

test('nobody names what another dossier or field keeps apart, or what is kept nowhere', async () => {
  const one = await open(deskHead, 'complaint', given);
  const other = await open(deskHead, 'complaint', { ...given, what: '（演示）另一件' });
  const own = await sheet(other);
  for (const personal of [(await sheet(one)).reader.personal, own.witnesses[0]!.name.personal, '0'.repeat(64)]) {
    const answer = await ask(chair, other, { type: 'FillSheet', values: { reader: { personal } }, reason: '借用' });
    expect([answer.statusCode, answer.json()]).toMatchObject([422, { faults: [{ field: 'values.reader' }] }]);
  }
  const opening = { kind: 'complaint', values: { what: '（演示）', reader: own.reader } };
  expect((await deskHead.post('/cases', opening)).json()).toMatchObject({ faults: [{ field: 'values.reader' }] });
});

test('what is personal is looked at before it is put away, and a refused command leaves nothing behind', async () => {
  const rows = async () => (await services.db.selectFrom('personal').select('id').execute()).length;
  const before = await rows();
  const values = { what: '（演示）', reader: { name: '' } };
  const answer = await deskHead.post('/cases', { kind: 'complaint', values });
  expect(answer.json()).toMatchObject({ code: 'bad-input', faults: [{ field: 'values.reader' }] });

  const refused = await deskHead.post('/cases', { kind: 'complaint', values: { ...given, severity: 'grave' } });
  expect(refused.statusCode).toBe(422);
  expect(await rows()).toBe(before);
});
