import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { testOffice } from '../../testing/office.ts';

const { stranger } = await testOffice();

type Fault = { readonly at: string; readonly message: string };
const faults = async (ask: object): Promise<readonly Fault[]> =>
  (await stranger.post(`/problems/${randomUUID()}/commands`, { version: 1, ask })).json<{ errors: Fault[] }>().errors;
const places = async (ask: object): Promise<readonly string[]> => [...new Set((await faults(ask)).map(({ at }) => at))];

const proof = { type: 'AddEvidence', file: randomUUID(), kind: 'other', place: '', measure: null, note: '' };

test.each([
  ['a day that does not exist', { ...proof, takenOn: '2026-02-30' }, 'body/ask/takenOn'],
  ['a field of another wish', { ...proof, takenOn: null, reason: '更正' }, 'body/ask/reason'],
  ['a field that is missing', { type: 'AcknowledgeCopy' }, 'body/ask/copy'],
  ['a wish that nobody knows', { type: 'Forgive' }, 'body/ask'],
])('%s is said of the wish that was meant, and nothing of all the others', async (_what, ask, place) => {
  expect(await places(ask)).toEqual([place]);
  expect((await faults(ask))[0]!.message).toMatch(/\p{Script=Han}/u);
});
