import { expect, test } from 'vitest';
import { openLawBook } from '../../law-book.ts';
import { followLaw } from '../../operations/law/follow-law.ts';
import { verifyLedger } from '../../operations/record/verify-ledger.ts';
import { withClient } from '../../store/database/connection.ts';
import { town } from '../../testing/town.ts';

const { office, seat, view, ask, hazard, sendBack } = await town();
const { services } = office;

type Listed = {
  readonly rules: boolean;
  readonly open: readonly { readonly dossier: string; readonly number: string; readonly known: boolean }[];
  readonly rulings: readonly {
    readonly choice: string;
    readonly endedOn: string | null;
    readonly made: { readonly dossier: string } | null;
    readonly uses: number;
    readonly used: readonly { readonly dossier: string }[];
  }[];
};
const listed = async (by = seat.director) => (await by.get('/questions')).json<Listed>();
const question = async (id: string) => (await view(seat.director, id)).questions.at(-1)!;
const rule = async (id: string, scope: string, choice = 'first') => {
  const wish = { type: 'RuleQuestion', question: (await question(id)).id, choice, scope, reason: '退初验单位' };
  return ask(seat.director, id, wish);
};

const first = await hazard('一');
const early = await hazard('二'); // asks before anybody has ruled
const later = await hazard('三');
for (const id of [first, early]) await sendBack(id);

test('whoever leads finds the open questions in a list and on the desk, and the desk leads to them', async () => {
  expect((await listed()).open.map(({ dossier }) => dossier)).toEqual(expect.arrayContaining([first, early]));
  expect(await listed()).toMatchObject({ rules: true, rulings: [] });
  expect(await listed(seat.inspector)).toMatchObject({ rules: false });
  const desk = (await seat.director.get('/workbench')).json<{ tasks: { dossier: string; question: boolean }[] }>();
  expect(desk.tasks.filter((task) => task.question).map(({ dossier }) => dossier)).toEqual(
    expect.arrayContaining([first, early]),
  );
  const pages = async (by = seat.director) => (await by.get('/session')).json<{ menu: string[] }>().menu;
  expect(await pages()).toContain('questions');
  expect(await pages(seat.inspector)).not.toContain('questions');
});

test('a ruling for the edition answers the next dossier, which says whose it is, and the list says who went by it', async () => {
  expect((await rule(first, 'edition')).status).toBe(200);
  await sendBack(later);

  const { tasks, questions } = await view(seat.director, later);
  expect(tasks.map(({ step }) => step)).toEqual(['first']);
  expect(questions).toMatchObject([{ ruling: { choice: 'first', used: true, by: { name: '（演示）director' } } }]);
  expect((await listed()).rulings).toMatchObject([
    { choice: 'first', endedOn: null, made: { dossier: first }, uses: 1, used: [{ dossier: later }] },
  ]);
});

test('a dossier that had asked before waits for its own ruling, is shown the one in force, and cannot rule for all again', async () => {
  expect((await listed()).open).toMatchObject([{ dossier: early, known: true }]);
  expect(await question(early)).toMatchObject({ ruling: null, known: { choice: 'first' } });

  expect(await rule(early, 'edition', 'rectify')).toMatchObject({
    status: 422,
    body: { code: 'bad-input', faults: [{ field: 'scope', code: 'ruled-already' }] },
  });
  expect((await rule(early, 'dossier', 'rectify')).status).toBe(200);
  expect((await listed()).open).toEqual([]);
});

test('another process of the house knows a ruling after its next look', async () => {
  const { db, region, today } = services;
  const { law, renew } = await openLawBook({ db, region, today });
  const other = { ...services, law, renewLaw: renew };
  const known = await followLaw(other, null);
  const key = (await question(first)).key;
  expect(law().answers?.[key]).toMatchObject({ choice: 'first' });

  const end = { type: 'EndRuling', question: (await question(first)).id, reason: '改按会议纪要' };
  expect((await ask(seat.director, first, end)).status).toBe(200);
  expect(law().answers?.[key]).toBeDefined();
  await followLaw(other, known);
  expect(law().answers?.[key]).toBeUndefined();
});

test('a ruling that was ended answers nobody who comes after it; where it was used, it stands', async () => {
  const after = await hazard('四');
  await sendBack(after);

  expect(await question(after)).toMatchObject({ ruling: null, known: null });
  expect((await view(seat.director, later)).questions).toMatchObject([{ ruling: { choice: 'first', used: true } }]);
  expect((await listed()).rulings).toMatchObject([{ endedOn: '2026-11-24', uses: 1 }]);
});

test('two who rule for all on one point at once, in two dossiers: one does, the other is told', async () => {
  const [one, other] = [await hazard('五'), await hazard('六')];
  for (const id of [one, other]) await sendBack(id);

  const answers = await Promise.all([rule(one, 'edition'), rule(other, 'edition', 'rectify')]);

  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 422]);
  expect((await listed()).rulings.filter(({ endedOn }) => endedOn === null)).toHaveLength(1);
});

test('who may not read a dossier finds it in no question: rulings are law and shown, what they were made on is not', async () => {
  const { open, rulings } = await listed(seat.stranger);

  expect(open).toEqual([]);
  expect(rulings.map(({ made, used }) => [made, used])).toEqual([
    [null, []],
    [null, []],
  ]);
});

test('the record tells every question and ruling that lists and the law are read from', async () => {
  expect((await verifyLedger(services)).findings).toEqual([]);
  await withClient(office.database.owner, (owner) =>
    owner.query("update question set choice = 'rectify' where scope = 'edition'"),
  );
  expect((await verifyLedger(services)).findings.map(({ detail }) => detail)).toEqual(
    expect.arrayContaining([expect.stringMatching(/^question where:.* is not what the events say$/)]),
  );
});
