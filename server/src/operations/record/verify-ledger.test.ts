import { expect, test } from 'vitest';
import { loadDemonstration } from '../../demonstration/load.ts';
import { harm } from '../../testing/harm.ts';
import { registration, staffedOffice } from '../../testing/staff.ts';
import { confirmRuling } from '../law/confirm-ruling.ts';
import { verifyLedger } from './verify-ledger.ts';

const office = await staffedOffice();
const { services, people, cast } = office;
const place = (name: string, until: 'closed' | 'rectifying') => ({
  title: `（演示）${name}污水直排`,
  place: `（虚构）${name}`,
  township: 'youwang',
  field: 'sewage-garbage',
  facts: { origin: 'city', grade: 'general' },
  until,
});
await loadDemonstration(services, people, () => {}, [
  { title: '（演示）一期', age: 120, problems: [place('甲沟', 'closed'), place('乙沟', 'rectifying')] },
]);
const edition = services.law().policy.edition;
const leader = { actor: cast.holding('county-push-office', 'main-leader'), administrator: false };
const ruling = services.law().policy.rulings.find(({ status }) => status === 'pending')!.id;
const intent = { key: 'c0ffee00-0000-4000-8000-000000000001', fingerprint: 'f' };
await confirmRuling(services, { edition, ruling, note: '（演示）会议纪要', by: leader, intent });

await office.add({ name: '（演示）有密码的人', username: 'mima' });

const kinds = async () => [...new Set((await verifyLedger(services)).findings.map(({ kind }) => kind))];

const harmed = harm(office);

const CLOSED = `(select id from problem where stage = 'closed')`;
const OPEN = `(select id from problem where stage = 'rectifying')`;

test('an office in which nobody did any harm verifies, whatever it did', async () => {
  expect(await kinds()).toEqual([]);
});

test.each([
  ['a due date in the register', ['problem'], `update problem set due = '2199-01-01' where id = ${OPEN}`, 'problem'],
  ['a problem made closed', ['problem'], `update problem set stage = 'closed' where id = ${OPEN}`, 'problem'],
  ['a unit that no longer sees it', ['problem'], `update problem set units = '{}' where id = ${OPEN}`, 'problem'],
  ['a problem gone from the register', ['problem'], `delete from problem where id = ${OPEN}`, 'problem'],
  ['a limit pushed back', ['clock'], `update clock set due = '2199-01-01'`, 'clock'],
  ['a limit taken away', ['clock'], 'delete from clock', 'clock'],
  ['a copy that counts as read', ['copy'], `update copy set state = 'read'`, 'copy'],
  ['another file as evidence', ['evidence'], `update evidence set digest = '00'`, 'evidence'],
  ['an edition set back', ['edition'], `update edition set stage = 'forming'`, 'edition'],
  ['a post that nobody gave', ['posting'], `update posting set unit = 'county-government'`, 'posting'],
  ['an administrator whom nobody made', ['person'], 'update person set administrator = true', 'person'],
  ['a plan changed after it was published', ['policy'], `update policy set pack = pack || ' '`, 'policy'],
  ['a successor whom nobody named', ['policy'], `update policy set successors = '[{}]'`, 'policy'],
  ['a ruling that nobody confirmed', ['confirmed_ruling'], `update confirmed_ruling set ruling = 'R2'`, 'ruling'],
  [
    'a notice that nobody put in',
    ['calendar_amendment'],
    `insert into calendar_amendment values ('530521', 9, 'cn', 2027, '', '2026-01-01', '', '')`,
    'calendar_amendment 9',
  ],
  [
    'the text of a published edition',
    ['policy'],
    `update policy set pack = replace(pack, '工作日', '自然日')`,
    'policy',
  ],
  ['a file that is called otherwise', ['file'], `update file set name = 'x.pdf'`, 'file '],
  ['a file of another type', ['file'], `update file set media_type = 'text/html'`, 'file '],
  [
    'a password that somebody put in its place',
    ['auth.account'],
    `update auth.account set password = 'x'`,
    'password of',
  ],
  ['a password taken away', ['auth.account'], 'delete from auth.account', 'password of'],
  [
    'a way in that nobody gave',
    ['auth.sign_in'],
    `insert into auth.sign_in (id, name, email, email_verified, username) values (gen_random_uuid(), 'x', 'x@x', false, 'x')`,
    'sign-in',
  ],
  [
    'a problem that no search finds',
    ['problem_words'],
    `delete from problem_words where id = ${OPEN}`,
    'problem_words',
  ],
  ['a problem found by other words', ['problem_words'], `update problem_words set pairs = '{xx}'`, 'problem_words'],
])('%s shows, and where', async (_what, tables, sql, where) => {
  const found = await harmed(tables, sql);

  expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(['row-differs']));
  expect(found[0]!.detail).toContain(where);
});

test.each([
  [
    'taken out of the register, its events left behind',
    ['dossier', 'problem'],
    `delete from problem where id = ${CLOSED}`,
  ],
  ['taken away with its rows, its events left behind', ['dossier'], ''],
])('a dossier %s shows', async (_what, tables, first) => {
  const dossier = (await services.db.selectFrom('problem').select('id').where('stage', '=', 'closed').execute())[0]!.id;
  const found = await harmed(tables, `${first}; delete from dossier where id = '${dossier}'`);

  expect(found).toContainEqual(expect.objectContaining({ kind: 'surplus', dossier }));
});

test.each(['problem_words', 'case_words'])('%s of no dossier show', async (table) => {
  const found = await harmed([table], `insert into ${table} values ('530521', gen_random_uuid(), '{xx}')`);

  expect(found).toMatchObject([{ kind: 'surplus', detail: `${table} speaks of a dossier that is not there` }]);
});

test('a person’s dossier deleted whole, with all its rows, shows by what he did', async () => {
  const id = cast.holding('county-ecology', 'handler').id;
  const tables = ['dossier', 'dossier_event', 'person', 'posting', 'auth.sign_in', 'auth.account', 'auth.session'];
  const found = await harmed(
    tables,
    `delete from auth.session where user_id = '${id}'; delete from auth.account where user_id = '${id}';
     delete from auth.sign_in where id = '${id}'; delete from posting where person = '${id}'; delete from person where id = '${id}';
     delete from dossier_event where dossier = '${id}'; delete from dossier where id = '${id}'`,
  );

  expect(found.map(({ detail }) => detail)).toContain(`person ${id} acted and has no dossier any more`);
});

test.each([
  ['called by another kind', `update dossier set kind = 'person' where id = ${OPEN}`],
  ['with another state', `update dossier set state = jsonb_set(state, '{basics,title}', '"x"') where id = ${OPEN}`],
  [
    'of a person with another name',
    `update dossier set state = jsonb_set(state, '{name}', '"x"') where kind = 'person'`,
  ],
])('a dossier %s shows', async (_what, sql) => {
  expect((await harmed(['dossier'], sql)).map(({ kind }) => kind)).toContain('state-differs');
});

test('events that no longer fold are a finding, not the end of the check', async () => {
  const found = await harmed(
    ['dossier_event'],
    `delete from dossier_event where dossier = ${OPEN} and type = 'ProcedureStarted'`,
  );

  expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(['missing', 'broken-chain', 'state-differs']));
});

test('whoever corrects a title corrects it in the to-dos too', async () => {
  const clerk = await office.at('county-ecology', 'handler');
  const { id, version } = (await clerk.post('/problems', registration('丙沟'))).json<{ id: string; version: number }>();
  const basics = { title: '（演示）丙沟上游' };
  await clerk.post(`/problems/${id}/commands`, {
    version,
    ask: { type: 'CorrectProblem', basics, facts: {}, reason: '更正' },
  });

  const tasks = await services.db.selectFrom('task').select('subject').where('dossier', '=', id).execute();
  expect(new Set(tasks.map(({ subject }) => subject))).toEqual(new Set(['（演示）丙沟上游']));
  expect(await kinds()).toEqual([]);
});

test('an office at work verifies while it works', async () => {
  const clerk = await office.at('county-ecology', 'handler');
  const { id } = (await clerk.post('/problems', registration('丁沟'))).json<{ id: string }>();
  let [works, version] = [true, 3];
  const working = (async () => {
    for (; works; version += 1) {
      const ask = { type: 'CorrectProblem', basics: { remarks: `第${version}次` }, facts: {}, reason: '更正' };
      await clerk.post(`/problems/${id}/commands`, { version, ask });
    }
  })();
  const looks = [];
  for (let at = 0; at < 8; at += 1) looks.push(...(await kinds()));
  works = false;
  await working;

  expect(version).toBeGreaterThan(8);
  expect(looks).toEqual([]);
});
