import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { finishImports } from '../../operations/imports/finish.ts';
import { verifyLedger } from '../../operations/record/verify-ledger.ts';
import { png, workbookWithPictures } from '../../files/testing/pictures.ts';
import { importOffice } from '../../testing/imports.ts';

const office = await importOffice();
const { clerk, other, services } = office;

const HEAD = ['编号', '问题', '责任单位', '整改前照片'];
const [ditch, yard, river] = [png(1), png(2), png(3)];
const WORDS = {
  图: ['演示：甲沟污水直排', '演示：乙场固废露天堆放', '演示：丙河弃渣侵占河道'],
  存: ['演示：砖窑烟气无组织排放', '演示：水源地围网破损', '演示：屠宰点粪便外溢'],
  重: ['演示：林区毁林开垦', '演示：医院废液混装', '演示：加油站油气泄漏'],
};
const rowsOf = (of: keyof typeof WORDS) => [
  HEAD,
  ...WORDS[of].map((words, at) => [`${of}-${at + 1}`, words, at === 1 ? '姚关镇' : '由旺镇', null]),
];
const list = (of: keyof typeof WORDS) =>
  workbookWithPictures(rowsOf(of), [
    { row: 1, column: 1, bytes: river },
    { row: 2, column: 4, bytes: ditch },
    { row: 2, column: 4, bytes: yard },
    { row: 3, column: 4, bytes: yard },
    { row: 4, column: 4, bytes: river },
  ]);

const filesOnDisk = async (): Promise<number> =>
  (await readdir(path.join(services.home, 'files'), { recursive: true, withFileTypes: true })).filter((one) =>
    one.isFile(),
  ).length;

type Evidence = {
  readonly kind: string;
  readonly name: string;
  readonly note: string;
  readonly addedBy: string;
  readonly file: string;
  readonly flags: readonly string[];
};
const evidenceOf = async (dossier: string): Promise<readonly Evidence[]> =>
  (await clerk.get(`/problems/${dossier}`)).json<{ evidence: Evidence[] }>().evidence;

const choose = (id: string, pictures: string) =>
  clerk.post(`/imports/${id}/mapping`, { chosen: { origin: 'county', 'pictures:4': pictures } });

test('pictures are shown beside their rows, asked about once, and come in as evidence of the problem', async () => {
  const id = await clerk.receive('图片清单.xlsx', await list('图'));
  const view = await clerk.view(id);
  expect(view.notes.map(({ zh }) => zh)).toEqual([
    expect.stringContaining('表里有4张图片（第2、3、4行）'),
    expect.stringMatching(/有1张图片不导入（第1行）：不在要导入的行里/),
  ]);
  expect(view).toMatchObject({ state: 'checked', counts: { ready: 3, ask: 0 } });
  const asked = view.once.find(({ pictures }) => pictures !== undefined);
  expect(asked).toMatchObject({ id: 'pictures:4', label: { zh: '“整改前照片”列的图片' }, pictures: 4, chosen: null });
  expect([asked!.options[0]!.id, asked!.options.at(-1)!.id]).toEqual(['before-photo', 'none']);

  const lines = await clerk.lines(id, 'ready');
  expect(lines.map(({ pictures }) => pictures.map((picture) => picture.id))).toEqual([
    ['2-4', '2-4-2'],
    ['3-4'],
    ['4-4'],
  ]);
  const shown = await clerk.get(`/imports/${id}/pictures/2-4`);
  expect([shown.statusCode, shown.headers['content-type'], shown.rawPayload.equals(ditch)]).toEqual([
    200,
    'image/png',
    true,
  ]);
  expect(shown.headers['content-security-policy']).toContain('sandbox');
  expect((await clerk.get(`/imports/${id}/pictures/9-9`)).statusCode).toBe(404);
  expect((await other.get(`/imports/${id}/pictures/2-4`)).statusCode).toBe(404);

  await clerk.post(`/imports/${id}/mapping`, { chosen: { origin: 'county' } });
  expect((await clerk.post(`/imports/${id}/apply`, {})).json<{ code: string }>().code).toBe('import-fact-missing');
  const strange = await choose(id, 'no-such-kind');
  expect(strange.statusCode).toBe(422);
  await choose(id, 'before-photo');
  const decisions = [{ on: 'picture:4-4', choose: 'skip' }];
  await clerk.post(`/imports/${id}/decisions`, { decisions });
  expect((await clerk.lines(id, 'ready'))[2]!.pictures).toMatchObject([
    { mayCome: true, left: { zh: '选择了不导入' } },
  ]);
  const unknown = [{ on: 'picture:9-9', choose: 'skip' }];
  expect((await clerk.post(`/imports/${id}/decisions`, { decisions: unknown })).statusCode).toBe(422);

  const before = await filesOnDisk();
  expect((await clerk.post(`/imports/${id}/apply`, {})).statusCode).toBe(200);
  await finishImports(services);
  expect(await clerk.view(id)).toMatchObject({ state: 'done', counts: { in: 3, failed: 0 } });
  const came = await clerk.lines(id, 'in');
  const evidence = await Promise.all(came.map(({ dossier }) => evidenceOf(dossier!.id)));
  expect(evidence.map((some) => some.map(({ kind, name, note }) => [kind, name, note]))).toEqual([
    [
      ['before-photo', '整改前照片（D2）.png', '导入自“图片清单.xlsx”（清单，D2）'],
      ['before-photo', '整改前照片（D2）.png', '导入自“图片清单.xlsx”（清单，D2）'],
    ],
    [['before-photo', '整改前照片（D2）.png', '导入自“图片清单.xlsx”（清单，D3）']],
    [],
  ]);
  // the picture of two rows is one file, pointed at like any photo that serves twice
  expect(evidence.map((some) => some.map(({ flags }) => flags))).toEqual([
    [[], ['same-file-elsewhere']],
    [['same-file-elsewhere']],
    [],
  ]);
  expect(evidence[0]![0]!.addedBy).toContain('（演示）clerk');
  expect((await filesOnDisk()) - before).toBe(2);
  expect((await clerk.get(`/files/${evidence[0]![0]!.file}`)).rawPayload.equals(ditch)).toBe(true);
  expect((await verifyLedger(services)).findings).toEqual([]);
});

test('pictures that are left out come in nowhere, and an import that is discarded leaves none behind', async () => {
  const id = await clerk.receive('另存.xlsx', await list('存'));
  const before = await filesOnDisk();
  await choose(id, 'none');
  await clerk.post(`/imports/${id}/apply`, {});
  await finishImports(services);
  const [first] = await clerk.lines(id, 'in');
  expect(await evidenceOf(first!.dossier!.id)).toEqual([]);

  const discarded = await clerk.receive('弃用.xlsx', await list('重'));
  await choose(discarded, 'before-photo');
  await clerk.get(`/imports/${discarded}/pictures/2-4`);
  await clerk.post(`/imports/${discarded}/discard`, { reason: '演示' });
  expect(await filesOnDisk()).toBe(before + 1); // its workbook, as it was received
});

test('rows that go to a problem known already bring no pictures, and the page says so', async () => {
  const same = rowsOf('图').map((row, at) => (at === 1 ? [row[0]!, row[1]!, '姚关镇', null] : row));
  const id = await clerk.receive('改.xlsx', await workbookWithPictures(same, [{ row: 2, column: 4, bytes: ditch }]));
  await clerk.answerAll(id, 'update');
  const view = await clerk.view(id);
  expect(view.notes.map(({ zh }) => zh)).toEqual([expect.stringContaining('所在行并入或更新已有的问题')]);
  expect(view.once.filter(({ pictures }) => pictures !== undefined)).toEqual([]);
});

test('two imports of one list at once keep the pictures of the one that brought its rows in', async () => {
  const [first, second] = [
    await clerk.receive('重一.xlsx', await list('重')),
    await clerk.receive('重二.xlsx', await list('重')),
  ];
  const before = await filesOnDisk();
  for (const id of [first, second]) {
    await choose(id, 'before-photo');
    expect((await clerk.post(`/imports/${id}/apply`, {})).statusCode).toBe(200);
  }
  await finishImports(services);

  expect(await clerk.view(first)).toMatchObject({ counts: { in: 3 } });
  expect(await clerk.view(second)).toMatchObject({ counts: { in: 0 } });
  expect((await filesOnDisk()) - before).toBe(3);
  expect(
    (await services.db.selectFrom('file').select('id').where('name', 'like', '整改前照片%').execute()).length,
  ).toBe(5);
});
