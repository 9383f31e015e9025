import { expect, test } from 'vitest';
import { png, workbookWithPictures } from '../../files/testing/pictures.ts';
import { finishImports } from '../../operations/imports/finish.ts';
import { verifyLedger } from '../../operations/record/verify-ledger.ts';
import { importer } from '../../testing/imports.ts';
import { libraryLaw } from '../../testing/library.ts';
import { staffedOffice } from '../../testing/staff.ts';

const office = await staffedOffice(libraryLaw());
const { services, cast } = office;
const clerk = importer(office, await office.cookie(cast.holding('desk', 'clerk').id));
const HEAD = ['建议', '地点', '区域', '页数', '费用（万元）', '建议交由', '有关建议', '照片'];

test('pictures beside a row come into the field that is chosen for them', async () => {
  const bytes = png(5);
  const rows = [HEAD, ['换一盏台灯', '二楼走廊', '阅览室', '3', '0.01', '修书室', '', null]];
  const book = await workbookWithPictures(rows, [{ row: 2, column: 8, bytes }]);
  const id = await clerk.receive('带照片.xlsx', book, 'suggestion');
  const view = await clerk.view(id);
  expect(view.once.find(({ pictures }) => pictures === 1)).toMatchObject({
    id: 'pictures:8',
    options: [{ id: 'picture', title: { zh: '照片' } }, { id: 'none' }],
  });
  await clerk.post(`/imports/${id}/mapping`, { chosen: { channel: 'box', 'pictures:8': 'picture' } });
  await clerk.post(`/imports/${id}/apply`, {});
  await finishImports(services);

  const [line] = await clerk.lines(id, 'in');
  const page = (await clerk.get(`/cases/${line!.dossier!.id}`)).json<{
    values: { picture: { id: string; name: string }[] };
  }>();
  expect(page.values.picture).toMatchObject([{ name: '照片（H2）.png', size: bytes.length }]);
  expect((await clerk.get(`/files/${page.values.picture[0]!.id}`)).rawPayload.equals(bytes)).toBe(true);
  expect((await verifyLedger(services)).findings).toEqual([]);
});
