import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { loadDemonstration } from '../../demonstration/load.ts';
import { withClient } from '../../store/database/connection.ts';
import { SHAPE } from '../../store/dossiers/dossiers.ts';
import { staffedOffice } from '../../testing/staff.ts';
import { refold } from './refold.ts';
import { verifyLedger } from './verify-ledger.ts';

const office = await staffedOffice();
const { services, people, database } = office;
const { db } = services;
await loadDemonstration(services, people, () => {}, [
  {
    title: '（演示）一期',
    age: 120,
    problems: (['closed', 'rectifying'] as const).map((until) => ({
      title: `（演示）${until}沟污水直排`,
      place: `（虚构）${until}沟`,
      township: 'youwang',
      field: 'sewage-garbage',
      facts: { origin: 'city', grade: 'general' },
      until,
    })),
  },
]);

const findings = async () => (await verifyLedger(services)).findings.map(({ kind }) => kind);
const asOwner = (text: string) => withClient(database.owner, (client) => client.query(text));
const dossiers = async () => (await sql<{ n: number }>`select count(*)::int as n from dossier`.execute(db)).rows[0]!.n;

/** The office as the program before left it: states without what came later, nothing known of the files. */
beforeEach(async () => {
  await asOwner(`update dossier set shape = 0, state = state - array['kind', 'milestones', 'questions', 'objections']
                 where kind in ('problem', 'edition')`);
  await asOwner('update dossier set shape = 0');
  await asOwner('delete from filed');
});

test('states of the version before are folded anew once, and the record verifies', async () => {
  const count = await dossiers();
  expect(new Set(await findings())).toEqual(new Set(['state-differs', 'row-differs']));

  expect(await refold(services)).toEqual({ folded: count, left: [] });

  expect(await findings()).toEqual([]);
  expect(await refold(services)).toEqual({ folded: 0, left: [] });
});

test('two processes that start at once fold each state once or twice, and to the same', async () => {
  await Promise.all([refold(services), refold(services)]);

  expect(await findings()).toEqual([]);
});

test('interrupted, it goes on where it stopped', async () => {
  const count = await dossiers();
  await asOwner(
    `update dossier set shape = ${SHAPE} where id in (select id from dossier where shape = 0 and kind = $$person$$)`,
  );

  const { folded } = await refold(services);

  expect(folded).toBeGreaterThan(0);
  expect(folded).toBeLessThan(count);
});

test('a state that somebody changed is not made good: the proof still finds it', async () => {
  await asOwner(
    `update dossier set state = jsonb_set(state, '{basics,title}', '"别的"') where kind = 'problem' and state->>'stage' = 'closed'`,
  );

  const { left } = await refold(services);

  expect(left).toHaveLength(1);
  const found = (await verifyLedger(services)).findings;
  expect(found.filter(({ kind }) => kind === 'state-differs').map(({ dossier }) => dossier)).toEqual(left);
  await asOwner(`delete from filed`);
  await asOwner(
    `update dossier set state = jsonb_set(state, '{basics,title}', to_jsonb(p.title)) from problem p where p.id = dossier.id`,
  );
});
