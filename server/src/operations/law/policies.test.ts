import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { COUNTY, EDITION } from '../../testing/county.ts';
import { testOffice } from '../../testing/office.ts';
import { publishPolicy } from './publish-policy.ts';

const { services, add, as } = await testOffice();
const ADDRESS = encodeURIComponent(EDITION);
const seat = (post: string, unit = 'county-push-office') => [{ unit, post, from: '2026-01-01', until: null } as never];
await add({ name: '（演示）主任', username: 'zhuren', posts: seat('main-leader') });
await add({ name: '（演示）经办', username: 'jingban', posts: seat('handler') });
await add({ name: '（演示）管理员', username: 'guanli', administrator: true });
const [leader, clerk, administrator] = await Promise.all([as('zhuren'), as('jingban'), as('guanli')]);

/** The Shidian pack with one text in its place of another, in a folder of its own. */
async function changed(from: string, to: string): Promise<string> {
  const dir = await mkdtemp(path.join(tmpdir(), 'bihuan-pack-'));
  const copy = path.join(dir, '2023-05-17');
  await cp(COUNTY, copy, { recursive: true });
  const file = path.join(copy, 'policy.yaml');
  const text = await readFile(file, 'utf8');
  expect(text).toContain(from);
  await writeFile(file, text.replace(from, to));
  return copy;
}

test('what is published stays: again is nothing new, with other content it is refused', async () => {
  expect(await publishPolicy(services, COUNTY)).toMatchObject({
    refused: { obstacle: { code: 'already-published' } },
  });
  const other = await changed('县推长办及时移交上级清单', '县推长办尽快移交上级清单');
  expect(await publishPolicy(services, other)).toMatchObject({
    refused: { obstacle: { code: 'edition-immutable', edition: EDITION } },
  });
  await rm(path.dirname(other), { recursive: true });
  await expect(services.db.updateTable('policy').set({ digest: 'x' }).execute()).rejects.toThrow('permission denied');
});

test('a pack with a fault that no ruling settles is not published, and says where', async () => {
  const dir = await changed('in-force-from: 2023-05-17', 'in-force-from: 2027-01-01');
  const file = path.join(dir, 'policy.yaml');
  const text = await readFile(file, 'utf8');
  await writeFile(
    file,
    text.replace(
      'settles: [{ kind: overlap, about: [A1, A2] }, { kind: overlap, about: [A1, A3] }]',
      'settles: [{ kind: overlap, about: [A1, A2] }]',
    ),
  );

  const answer = await publishPolicy(services, dir);

  expect(answer).toMatchObject({ refused: { obstacle: { code: 'faults-open' } } });
  const open = 'faults' in answer ? answer.faults.filter((fault) => fault.ruling === null) : [];
  expect(open[0]).toMatchObject({ kind: 'overlap', line: expect.any(Number) });
  await rm(path.dirname(dir), { recursive: true });
});

test('the page of rules shows every route said and drawn, each fault with its line, and rulings nobody has confirmed', async () => {
  const response = await clerk.get(`/policies/${ADDRESS}`);
  expect(response.statusCode).toBe(200);
  const { procedures, faults, rulings, confirms, current } = response.json();
  expect({ confirms, current }).toEqual({ confirms: false, current: true });
  const routes = procedures.flatMap(
    (procedure: { routes: { id: string; svg: string; steps: object[] }[] }) => procedure.routes,
  );
  expect(routes.map((route: { id: string }) => route.id)).toEqual(
    expect.arrayContaining(['P1', 'P2', 'P3', 'A1', 'A2', 'A3', 'A4']),
  );
  for (const { svg, steps } of routes) {
    expect(svg).toMatch(/^<svg/);
    expect(svg).not.toMatch(/<script|href=|url\(http/);
    expect(steps.length).toBeGreaterThan(0);
  }
  expect(
    faults.every(
      (fault: { file: string; line: number; ruling: string }) =>
        fault.file.startsWith('policies/shidian') && fault.line > 0 && fault.ruling,
    ),
  ).toBe(true);
  expect(rulings.every((ruling: { status: string }) => ruling.status === 'pending')).toBe(true);
  expect((await clerk.get('/policies')).json().policies).toMatchObject([{ edition: EDITION, current: true }]);
  expect((await clerk.get('/policies/nowhere%2F2020-01-01')).statusCode).toBe(404);
});

test('facts in, route out, with what would have changed it; a misspelt fact is refused', async () => {
  const explained = (
    await clerk.post(`/policies/${ADDRESS}/explain`, { facts: { origin: 'province', grade: 'general' } })
  ).json();
  expect(explained).toMatchObject({
    plan: { id: 'P2' },
    acceptance: { id: 'A3', ruling: { id: 'R1', status: 'pending' } },
  });
  expect(explained.acceptance.steps.map((step: { joined: object[] }) => step.joined.length)).not.toContain(0);
  expect(explained.wouldChange.length).toBeGreaterThan(0);

  const half = (await clerk.post(`/policies/${ADDRESS}/explain`, { facts: { origin: 'province' } })).json();
  expect(half).toMatchObject({ missing: ['grade'], plan: { id: null } });
  const misspelt = await clerk.post(`/policies/${ADDRESS}/explain`, { facts: { orign: 'province' } });
  expect(misspelt.json()).toMatchObject({ code: 'bad-input', faults: [{ field: 'facts.orign', code: 'unknown' }] });
});

test('a leader of the coordinating office confirms a ruling, once; then every explanation says so', async () => {
  const url = `/policies/${ADDRESS}/rulings/R1/confirm`;
  const note = { note: '县政府专题会议纪要〔2026〕演示1号' };
  expect((await clerk.post(url, note)).statusCode).toBe(403);
  expect((await administrator.post(url, note)).json()).toMatchObject({ obstacle: { code: 'not-coordinator' } });
  const both = await Promise.all([leader.post(url, note), leader.post(url, note)]);
  expect(both.map((answer) => answer.statusCode)).toEqual(expect.arrayContaining([200, 422]));

  const { rulings, confirms } = (await leader.get(`/policies/${ADDRESS}`)).json();
  expect(confirms).toBe(true);
  expect(rulings.find((ruling: { id: string }) => ruling.id === 'R1')).toMatchObject({
    status: 'confirmed',
    confirmedOn: '2026-11-24',
    confirmedBy: expect.stringContaining('（演示）主任'),
    note: note.note,
  });
  const explained = (
    await clerk.post(`/policies/${ADDRESS}/explain`, { facts: { origin: 'province', grade: 'general' } })
  ).json();
  expect(explained.acceptance.ruling).toMatchObject({ id: 'R1', status: 'confirmed' });
});

test('the page offers to confirm exactly to whom the edition that is shown gives it, whatever the present one says', async () => {
  const dir = await changed('in-force-from: 2023-05-17', 'in-force-from: 2027-01-01');
  const file = path.join(dir, 'policy.yaml');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('en: Main leader }, leads: true,', 'en: Main leader },'));
  const published = await publishPolicy(services, dir);
  await rm(path.dirname(dir), { recursive: true });

  const edition = encodeURIComponent('done' in published ? published.done.edition : '');
  expect((await leader.get(`/policies/${edition}`)).json()).toMatchObject({ confirms: false, confirmable: true });
  expect((await leader.post(`/policies/${edition}/rulings/R2/confirm`, { note: '纪要' })).statusCode).toBe(403);
});
