import { expect, test } from 'vitest';
import { libraryDesk } from '../../testing/library-desk.ts';

const { clerk, deskHead, chair, open, read, suggest } = await libraryDesk();
type Beforehand = { prefilled: { fields: readonly string[]; from: unknown } };
const beforehand = async (id: string) => ((await read(chair, id)) as unknown as Beforehand).prefilled; // as the contract has it
const about = (dossier: string) => ({ links: [{ how: 'about', dossier }] });

test('what is opened for another dossier has filled in beforehand what its kind takes from there', async () => {
  const suggestion = await suggest('添置老花镜');
  const complaint = await open(deskHead, 'complaint', { what: '无人答复' }, about(suggestion));

  expect((await read(chair, complaint)).values).toEqual({ what: '无人答复', wish: '添置老花镜' });
  expect(await beforehand(complaint)).toEqual({
    fields: ['wish'],
    from: expect.objectContaining({ dossier: suggestion }),
  });
  const other = await open(deskHead, 'complaint', { what: '无人答复', wish: '致歉' }, about(suggestion));
  expect((await read(chair, other)).values).toEqual({ what: '无人答复', wish: '致歉' });
  expect(await beforehand(other)).toEqual({ fields: [], from: null });
});

test('nothing is taken from a dossier that its opener may not read', async () => {
  const hidden = await open(chair, 'complaint', { what: '馆员失礼' });
  const answer = await clerk.post('/cases', {
    kind: 'suggestion',
    values: { what: '培训' },
    from: 'box',
    ...about(hidden),
  });

  expect(answer.statusCode).toBe(422);
  expect(answer.body).not.toContain('馆员失礼');
});
