import type { Law } from '@bihuan/core/procedure';
import { expect, test } from 'vitest';
import { libraryLaw } from '../../testing/library.ts';
import { staffedOffice } from '../../testing/staff.ts';

/** The library where a suggestion says who of a workshop was asked, and a table who helps. */
function asking(): Law {
  const law = libraryLaw();
  const helper = { id: 'asked', label: { zh: '问过谁' }, type: 'person', required: false, personal: false } as const;
  const among = { ...helper, among: ['workshop'] };
  const table = { ...helper, id: 'helpers', type: 'rows' as const, columns: [among] };
  const kinds = law.policy.kinds!.map((kind) =>
    kind.id === 'suggestion' ? { ...kind, sheet: [...kind.sheet, among, table] } : kind,
  );
  return { ...law, policy: { ...law.policy, kinds } };
}

const office = await staffedOffice(asking());
const clerk = await office.at('desk', 'clerk');
const suggest = (values: object) =>
  clerk.post('/cases', { kind: 'suggestion', values: { what: '补书脊', ...values }, from: 'box' });
const idOf = (unit: string, post: string) => office.cast.holding(unit, post).id;

test('somebody of an office that the field names is taken, with the unit in which he sits', async () => {
  const id = idOf('bindery', 'clerk');
  const opened = await suggest({ asked: { id, name: '随便' } });
  const read = await clerk.get(`/cases/${opened.json<{ id: string }>().id}`);

  expect(opened.statusCode).toBe(201);
  expect(read.json()).toMatchObject({ values: { asked: { id, unit: 'bindery' } } });
  expect(read.json<{ values: { asked: { name: string } } }>().values.asked.name).not.toBe('随便');
});

test('nobody who sits elsewhere is taken, whatever the client says of him, and no bare name; in a table neither', async () => {
  const id = idOf('board', 'chair');

  for (const asked of [
    { id, name: '理事长' },
    { id, name: '理事长', unit: 'bindery' },
    { name: '理事长', unit: 'bindery' },
  ]) {
    const alone = await suggest({ asked });
    const inTable = await suggest({ helpers: [{ asked }] });
    expect(alone.json()).toMatchObject({ faults: [{ field: 'values.asked', code: 'unknown' }] });
    expect(inTable.json()).toMatchObject({ faults: [{ field: 'values.helpers.0.asked', code: 'unknown' }] });
  }
});
