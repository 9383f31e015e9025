import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { loadDemonstration } from '../../demonstration/load.ts';
import { receiveFile } from '../../operations/files/files.ts';
import { staffedOffice } from '../../testing/staff.ts';

const office = await staffedOffice();
const { services, people, cast } = office;
await loadDemonstration(services, people, () => {}, [
  {
    title: '（演示）一期',
    age: 120,
    problems: [
      {
        title: '（演示）某渠堆渣',
        place: '（虚构）',
        township: 'youwang',
        field: 'mining',
        facts: { origin: 'city', grade: 'key' },
        until: 'at-city',
      },
    ],
  },
]);
const { id } = await services.db.selectFrom('problem').select('id').executeTakeFirstOrThrow();
const handler = await office.at('youwang', 'handler');

type View = {
  readonly version: number;
  readonly evidence: readonly { readonly name: string; readonly kind: string; readonly flags: readonly string[] }[];
};
const view = async (): Promise<View> => (await handler.get(`/problems/${id}`)).json<View>();

/** A picture of one dot. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
/** Another file with the same picture in it. */
const ANOTHER = Buffer.concat([PICTURE, Buffer.from([0])]);

/** A file as evidence of a kind. */
async function file(content: Buffer, kind: string): Promise<void> {
  const { version } = await view();
  const bytes = Readable.from([content]);
  const received = await receiveFile(services, `${kind}.png`, bytes, cast.holding('youwang', 'handler'));
  if ('refused' in received) throw new Error(received.refused);
  const ask = { type: 'AddEvidence', file: received.file.id, kind, takenOn: null, place: '', measure: null, note: '' };
  expect((await handler.post(`/problems/${id}/commands`, { version, ask })).statusCode).toBe(200);
}

test('one picture filed as before and as after is pointed at; another picture is not', async () => {
  await file(PICTURE, 'before-photo');
  await file(PICTURE, 'after-photo');
  await file(ANOTHER, 'measure-proof');

  const flags = Object.fromEntries((await view()).evidence.map((held) => [held.kind, held.flags]));

  expect(flags).toMatchObject({
    'before-photo': ['same-file-here'],
    'after-photo': ['same-file-here'],
    'measure-proof': [],
  });
});
