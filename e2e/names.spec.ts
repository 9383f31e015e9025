import { expect, test, type Page, type Request } from '@playwright/test';
import { Desk } from './desk.ts';
import { read } from './doors.ts';
import { PUSH_OFFICE } from './intake.ts';

type Words = readonly { readonly id: string }[];
type Plan = Readonly<Record<'fields' | 'posts' | 'caseRoles' | 'roles' | 'evidenceKinds' | 'units' | 'facts', Words>>;
type Rows = { readonly rows: readonly { id: string; stage: string }[] };

/** Doors from which a page knows what things are called. */
const NAMES = /\/api\/(units|plan|kinds)(\?|$)/;
/** What no screen shows, whatever it is of: ids of dossiers and people. */
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-/;

test('while names are still on their way no id stands in their place, and then the names do', async ({ page }) => {
  const desk = new Desk(page);
  await desk.sitDown(PUSH_OFFICE, '经办人', '/me');
  const plan = await read<Plan>(desk, '/api/plan');
  const { kinds } = await read<{ kinds: Words }>(desk, '/api/kinds');
  const ids = [...Object.values(plan).flat(), ...kinds].map(({ id }) => id).filter((id) => /[-.]|^[a-z]{5,}/.test(id));
  expect(ids).toEqual(expect.arrayContaining(['county-push-office', 'section-head', 'sewage-garbage']));
  const { rows } = await read<Rows>(desk, '/api/problems?size=50');
  const each = [...new Map(rows.map((row) => [row.stage, row])).values()].map(({ id }) => `/problems/${id}`);

  const pages = [
    '/',
    '/problems?holder=dianyang&township=dianyang',
    '/people?view=people',
    '/questions',
    '/duties',
    '/rules',
  ];
  const names = await holding(page);
  for (const address of [...pages, ...each.flatMap((dossier) => [dossier, `${dossier}?tab=plan`])]) {
    names.hold();
    await page.goto(address, { waitUntil: 'commit' });
    await expect(page.locator('#page')).not.toBeEmpty();
    await expect.poll(names.allElseIsHere).toBe(true);
    expect(await shown(page, ids), `${address} before the names`).toEqual([]);
    names.letGo();
    await page.waitForLoadState('networkidle');
    expect(await shown(page, ids), `${address} with the names`).toEqual([]);
  }
  await page.evaluate(() => document.querySelector('#page')!.append('责任单位：county-push-office'));
  expect(await shown(page, ids)).toEqual(['county-push-office']); // who looks sees it
});

type Held = { readonly hold: () => void; readonly allElseIsHere: () => boolean; readonly letGo: () => void };

/** Can hold what says the names until everything else of the page is here. */
async function holding(page: Page): Promise<Held> {
  let letGo = (): void => {};
  let gone = Promise.resolve();
  const underway = new Set<string>();
  const came = (request: Request): unknown => underway.delete(request.url());
  page
    .on('request', (request) => underway.add(request.url()))
    .on('requestfinished', came)
    .on('requestfailed', came);
  await page.route(NAMES, async (route) => {
    await gone;
    await route.continue();
  });
  return {
    hold: () => {
      underway.clear();
      gone = new Promise<void>((resolve) => {
        letGo = resolve;
      });
    },
    allElseIsHere: () => underway.size > 0 && [...underway].every((url) => NAMES.test(url)),
    letGo: () => letGo(),
  };
}

/** The ids that can be read on the page now: in its words and in what its fields hold. */
async function shown(page: Page, ids: readonly string[]): Promise<readonly string[]> {
  const said = await page.evaluate(() => {
    const fields = [...document.querySelectorAll('input')].map(({ value }) => value);
    return [document.body.innerText, ...fields].join('\n');
  });
  const words = new Set(said.split(/[^\w.-]+/));
  return [...ids.filter((id) => words.has(id)), ...[...words].filter((word) => UUID.test(word))];
}
