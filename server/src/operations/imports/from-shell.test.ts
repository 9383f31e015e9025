import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { importOffice, workbook } from '../../testing/imports.ts';
import { actorNamed, dryRun, importFile } from './from-shell.ts';

const office = await importOffice();
const { services } = office;
const file = path.join(services.home, '清单.xlsx');
await writeFile(
  file,
  await workbook([
    ['演示清单'],
    ['编号', '问题', '责任单位'],
    ['1', '演示：丑沟垃圾', '由旺镇'],
    ['2', '演示：寅坡弃土', '查无此局'],
  ]),
);
const asked = { file, sheet: null, kind: null, chosen: { origin: 'city' }, skipOpen: true };
const problems = () => services.db.selectFrom('problem').select('title').execute();

test('a dry run from the shell says what would come in and writes nothing', async () => {
  const read = await dryRun(services, asked);

  expect(read).toMatchObject({ others: [], read: { rows: [{ pile: 'ready' }, { pile: 'needs-decision' }] } });
  expect(await dryRun(services, { ...asked, sheet: '没有' })).toBeNull();
  expect(await problems()).toEqual([]);
  expect(await services.db.selectFrom('import').select('id').execute()).toEqual([]);
});

test('a file comes in from the shell in a person’s name, from a seat that registers problems and no other', async () => {
  const steps: string[] = [];
  const [clerk, bystander] = [await actorNamed(services, 'clerk'), await actorNamed(services, 'bystander')];
  expect(await actorNamed(services, 'nobody')).toBeNull();
  expect(await importFile(services, { ...asked, key: randomUUID() }, bystander!, () => {})).toMatchObject({
    refused: { obstacle: { code: 'wrong-seat' } },
  });
  expect(await importFile(services, { ...asked, key: randomUUID(), skipOpen: false }, clerk!, () => {})).toEqual({
    halt: 'import-questions-open',
  });

  const ended = await importFile(services, { ...asked, key: randomUUID() }, clerk!, (done, of) =>
    steps.push(`${done}/${of}`),
  );

  expect(ended).toMatchObject({ done: { counts: { in: 1, failed: 1 }, sheet: '清单', others: [] } });
  expect(steps.at(-1)).toBe('2/2');
  expect((await problems()).map(({ title }) => title)).toEqual(['演示：丑沟垃圾']);
});
