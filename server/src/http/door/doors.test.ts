import { describe, expect, test } from 'vitest';
import { verifyLedger } from '../../operations/record/verify-ledger.ts';
import { asksOf, OPERATIONS } from '../../testing/doors/contract.ts';
import type { Door } from '../../testing/doors/door.ts';
import { ground } from '../../testing/doors/ground.ts';
import { doorsOf } from '../../testing/doors/index.ts';
import { knocks, missingIn, rightly } from '../../testing/doors/knock.ts';
import { recorder } from '../../testing/doors/record.ts';
import { refusals } from '../../testing/doors/refused.ts';
import { QUESTIONS, strange } from '../../testing/doors/spoil.ts';

const here = await ground();
const { app, services, database } = here.office;
const doors = doorsOf(here);
const record = await recorder(database.owner);
// in the order of the tables: whoever signs out does so at the end
const order = Object.keys(doors);
const operations = OPERATIONS.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id));

const othersThan = ({ path, alsoOn }: Door): string[] => here.ids.filter((id) => id !== path?.['id'] && id !== alsoOn);

test('every door of the contract stands in the tables, and every wish', () => {
  expect(order.toSorted()).toEqual(OPERATIONS.map(({ id }) => id).toSorted());
  expect(Object.keys(doors['commandProblem']!.bodies!).toSorted()).toEqual(asksOf('ProblemAsk').toSorted());
  expect(Object.keys(doors['commandCase']!.bodies!).toSorted()).toEqual(asksOf('CaseAsk').toSorted());
});

const farmer = await here.office.cookie(here.office.cast.holding('county-agriculture', 'handler').id);

test.each(refusals(here, farmer))('$what: refused, and nothing changed', async ({ ask, status, code, obstacle }) => {
  const before = await record();
  const answer = await ask();

  expect(missingIn(answer, { status, codes: [code] })).toEqual([]);
  if (obstacle) {
    const said = answer.json<{ obstacle: { code: string }; detail: string }>();
    expect([said.obstacle.code, said.detail]).toEqual([obstacle, expect.stringMatching(/\p{Script=Han}/u)]);
  }
  expect(await record()).toBe(before);
});

describe.each(operations)('$id', (operation) => {
  const door = doors[operation.id]!;

  test('what is wrong is refused in words, and changes nothing', async () => {
    const before = await record();
    const wrong: string[] = [];
    for (const knock of await knocks(operation, door, othersThan(door))) {
      const answer = await app.inject(knock.send);
      wrong.push(...missingIn(answer, knock).map((missing) => `${knock.what}: ${missing}`));
    }

    expect(wrong).toEqual([]);
    expect(await record()).toBe(before);
  });

  test('what is right is done', async () => {
    await door.before?.();
    const [make] = Object.values(door.bodies ?? {});

    const answer = await app.inject(rightly(operation, door, await make?.()));

    expect([answer.statusCode, answer.statusCode === door.answered ? '' : answer.body]).toEqual([door.answered, '']);
    expect(operation.statuses).toContain(answer.statusCode < 400 ? String(answer.statusCode) : '4XX');
  });

  test('what is strange is done or refused, and never breaks anything', { timeout: 60_000 }, async () => {
    const broken: string[] = [];
    const asked = operation.parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name);
    for (const [name, value] of asked.flatMap((each) => QUESTIONS.map((question) => [each, question] as const))) {
      const body = await Object.values(door.bodies ?? {})[0]?.();
      const answer = await app.inject(rightly(operation, door, body, { query: { [name]: value } }));
      if (answer.statusCode >= 500) broken.push(`${name}=${value}: ${answer.statusCode}`);
    }
    for (const [name, make] of Object.entries(door.bodies ?? {})) {
      const right = await make();
      const first = await app.inject(rightly(operation, door, right));
      if (first.statusCode === 400) broken.push(`${name} is out of shape: ${first.body}`);
      for (const { what, into } of strange(right)) {
        const answer = await app.inject(rightly(operation, door, into(await make())));
        if (answer.statusCode >= 500) broken.push(`${name}: ${what}: ${answer.statusCode}`);
      }
    }

    expect(broken).toEqual([]);
  });
});

test('after all that the ledger holds', async () => {
  expect((await verifyLedger(services)).findings).toEqual([]);
});
