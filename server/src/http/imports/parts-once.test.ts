import type { Law } from '@bihuan/core/procedure';
import { expect, test } from 'vitest';
import { finishImports } from '../../operations/imports/finish.ts';
import { importer, workbook } from '../../testing/imports.ts';
import { libraryLaw } from '../../testing/library.ts';
import { staffedOffice } from '../../testing/staff.ts';

/** The library where a suggestion about the stacks names from the beginning who is to see to it. */
function wanting(): Law {
  const law = libraryLaw();
  const required = { when: { fact: 'room', oneOf: ['stacks'] } };
  const caseRoles = law.policy.caseRoles.map((role) => (role.id === 'case.worker' ? { ...role, required } : role));
  return { ...law, policy: { ...law.policy, caseRoles } };
}

const office = await staffedOffice(wanting());
const clerk = importer(office, await office.cookie(office.cast.holding('desk', 'clerk').id));
const list = (...rooms: readonly string[]) =>
  workbook([['读者建议（虚构）'], ['建议', '区域'], ...rooms.map((room, at) => [`${room}第${at}件`, room])]);

test('who must play a part from the beginning is asked once for all rows that need it, and named in each of them', async () => {
  const id = await clerk.receive('书库.xlsx', await list('书库', '阅览室', '书库'), 'suggestion');
  const view = await clerk.view(id);
  expect(view.once).toMatchObject([
    { id: 'channel', lacking: 3 },
    { id: 'part:case.worker', label: { zh: '落实部室' }, lacking: 2, chosen: null },
  ]);
  const once: readonly { readonly id: string; readonly options: readonly { readonly id: string }[] }[] = view.once;
  expect(once[1]!.options.map((option) => option.id)).toContain('bindery');

  await clerk.post(`/imports/${id}/mapping`, { chosen: { channel: 'box' } });
  expect((await clerk.post(`/imports/${id}/apply`, {})).json<{ code: string }>().code).toBe('import-fact-missing');
  const strange = await clerk.post(`/imports/${id}/mapping`, { chosen: { 'part:case.worker': 'board' } });
  expect(strange.json()).toMatchObject({ faults: [{ field: 'chosen.part:case.worker', code: 'unknown' }] });

  await clerk.post(`/imports/${id}/mapping`, { chosen: { 'part:case.worker': 'bindery' } });
  expect((await clerk.post(`/imports/${id}/apply`, {})).statusCode).toBe(200);
  await finishImports(office.services);
  expect(await clerk.view(id)).toMatchObject({ state: 'done', counts: { in: 3, failed: 0 } });
  const [first] = await clerk.lines(id, 'in');
  const read = await clerk.get(`/cases/${first!.dossier!.id}`);
  expect(read.json()).toMatchObject({ parts: { 'case.worker': [{ unit: 'bindery' }] } });
});

test('where no row needs it, nobody is asked', async () => {
  const id = await clerk.receive('阅览室.xlsx', await list('阅览室'), 'suggestion');

  expect((await clerk.view(id)).once.map(({ id: of }: { readonly id: string }) => of)).toEqual(['channel']);
});
