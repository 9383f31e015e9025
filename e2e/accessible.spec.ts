import { expect, test, type Locator, type Page } from '@playwright/test';
import { hindrances } from './accessible.ts';
import { Desk } from './desk.ts';
import { read } from './doors.ts';
import { DEVELOPMENT, ECOLOGY, GOVERNMENT, PUSH_OFFICE, readIn } from './intake.ts';

type Kinds = { readonly kinds: readonly { id: string; is: string; mayOpen: boolean; mayImport: boolean }[] };
type Row = { readonly id: string; readonly stage: string };
type Offers = {
  readonly offers: readonly { type: string; obstacle: unknown; needs: Readonly<Record<string, unknown>> }[];
};

/** Nothing hinders anybody here. */
async function free(page: Page, where: string): Promise<void> {
  expect.soft(await hindrances(page), where).toEqual([]);
}

const PAGES =
  '/ /problems /editions /duties /questions /imports /rules /calendar /people /feedback /me /capture /nowhere';

test('every page can be read and worked by everybody', async ({ page }) => {
  const desk = new Desk(page);
  await page.goto('/sign-in');
  await free(page, '/sign-in');
  await desk.sitDown(PUSH_OFFICE, '经办人', '/');
  const { kinds } = await read<Kinds>(desk, '/api/kinds');
  const plain = kinds.filter(({ is }) => is === 'plain' || is === 'gathering');
  const cases = await Promise.all(plain.map(({ id }) => read<{ rows: readonly Row[] }>(desk, `/api/cases?kind=${id}`)));
  const addresses = [
    ...PAGES.split(' '),
    ...plain.map(({ id }) => `/kinds/${id}`),
    ...plain.filter(({ mayOpen }) => mayOpen).map(({ id }) => `/kinds/${id}/new`),
    ...plain.filter(({ mayImport }) => mayImport).map(({ id }) => `/kinds/${id}/import`),
    ...cases.flatMap(({ rows }) => rows.slice(0, 1).map(({ id }) => `/cases/${id}`)),
  ];
  for (const address of addresses) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    await free(page, address);
    await eachTab(page, address);
  }
});

test('the pages of whoever keeps the installation can be read and worked by everybody', async ({ page }) => {
  await new Desk(page).sitDown('系统', '系统管理员', '/people');
  for (const address of ['/people', '/people?view=people', '/people/import', '/settings']) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    await free(page, address);
  }
});

/** What stands behind the other tabs of a page. */
async function eachTab(page: Page, where: string): Promise<void> {
  for (const tab of (await page.getByRole('tab').all()).slice(1)) {
    await tab.click();
    await free(page, `${where}: ${await tab.innerText()}`);
  }
}

const SEATS = [
  [PUSH_OFFICE, '经办人'],
  [ECOLOGY, '经办人'],
  [DEVELOPMENT, '股室负责人'],
  [GOVERNMENT, '分管领导'],
  ['甸阳镇', '经办人'],
  ['甸阳镇', '分管领导'],
  ['水长乡', '经办人'],
  ['林业和草原局', '股室负责人'],
] as const;

test('every tab and every window of a dossier can be read and worked by everybody', async ({ page }) => {
  const desk = new Desk(page);
  await desk.sitDown(PUSH_OFFICE, '经办人', '/');
  const { rows } = await read<{ rows: readonly Row[] }>(desk, '/api/problems?size=50');
  for (const { id, stage } of new Map(rows.map((row) => [row.stage, row])).values()) {
    await page.goto(`/problems/${id}`);
    await eachTab(page, stage);
  }
  const { kinds } = await read<Kinds>(desk, '/api/kinds');
  const plain = kinds.filter(({ is }) => is === 'plain' || is === 'gathering');
  const cases = await Promise.all(plain.map(({ id }) => read<{ rows: readonly Row[] }>(desk, `/api/cases?kind=${id}`)));
  const dossiers = [
    ...rows.map(({ id }) => `/problems/${id}`),
    ...cases.flatMap((list) => list.rows.map(({ id }) => `/cases/${id}`)),
  ];
  const opened = new Set<string>();
  for (const [unit, post] of SEATS) {
    await desk.sitDown(unit, post, '/me');
    for (const address of dossiers) if (await unseen(desk, address, opened)) await windowsAt(page, address, opened);
  }
  expect(opened.size).toBeGreaterThan(20);
});

/** Whether a verb of this dossier asks for what no window has asked for yet; afterwards it counts as seen. */
async function unseen({ page }: Desk, address: string, opened: Set<string>): Promise<boolean> {
  const answer = await page.request.get(`/api${address}`);
  if (!answer.ok()) return false; // not every seat reads every dossier
  const before = opened.size;
  const { offers }: Offers = await answer.json();
  for (const { type, obstacle, needs } of offers) {
    const asked = Object.keys(needs).filter((need) => Boolean(needs[need]));
    if (obstacle === null) opened.add([type, ...asked].join(' '));
  }
  return opened.size > before;
}

async function windowsAt(page: Page, address: string, opened: Set<string>): Promise<void> {
  await page.goto(address);
  await windowsOf(page, address, opened, page.getByRole('toolbar', { name: '全部事项' }));
}

/** Opens every verb of a bar that may be done here, looks at its window, and goes away. */
async function windowsOf(page: Page, where: string, opened: Set<string>, bar: Locator): Promise<void> {
  await expect(bar).toBeVisible();
  for (const verb of await bar.getByRole('button').all()) {
    const name = (await verb.innerText()).replace(/（.*$/, '');
    if (opened.has(name) || (await verb.getAttribute('aria-disabled')) === 'true') continue;
    opened.add(name);
    await verb.click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await free(page, `${where}: ${name}`);
    // what lies on top goes first: a clause that the pointer happens to stand on explains itself over the window
    await expect(async () => {
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden({ timeout: 2_000 });
    }).toPass();
  }
}

/** What opens beside the verbs of a dossier: who presses what, one after another, on which page. */
const OPENERS: readonly (readonly [unit: string, post: string, address: string, ...presses: string[]])[] = [
  [PUSH_OFFICE, '经办人', '/', '账号'],
  [PUSH_OFFICE, '经办人', '/', '通知'],
  [PUSH_OFFICE, '经办人', '/', '搜索编号、人员、文号'],
  [PUSH_OFFICE, '经办人', '/?kind=watching'],
  [PUSH_OFFICE, '经办人', '/?kind=unread', '已阅'],
  [PUSH_OFFICE, '经办人', '/problems', '列设置'],
  [PUSH_OFFICE, '经办人', '/problems', '常用查询'],
  [PUSH_OFFICE, '经办人', '/problems', '常用查询', '存为常用'],
  [PUSH_OFFICE, '经办人', '/problems', '登记问题'],
  [PUSH_OFFICE, '经办人', '/problems', '更多筛选'],
  [PUSH_OFFICE, '经办人', '/problems', '（演示）保护区界桩缺失'],
  [ECOLOGY, '经办人', '/editions', '形成一张表'],
  [GOVERNMENT, '分管领导', '/editions', '县人民政府同意'],
  [GOVERNMENT, '分管领导', '/editions', '退回'],
  [PUSH_OFFICE, '经办人', '/duties/liaisons/2026-03-31', '催报'],
  [PUSH_OFFICE, '主要领导', '/rules?part=rulings', '确认裁定'],
  ['系统', '系统管理员', '/people', '添加人员'],
  ['系统', '系统管理员', '/people?unit=county-development', '任职'],
  ['系统', '系统管理员', '/people?unit=county-development', '离任'],
  ['系统', '系统管理员', '/people?view=people', '曹丙（演示）', '重设密码'],
  ['系统', '系统管理员', '/people?view=people', '曹丙（演示）', '停用账号'],
];

test('whatever opens over a page can be read and worked by everybody', async ({ page }) => {
  const desk = new Desk(page);
  for (const [unit, post, address, ...presses] of OPENERS) {
    await desk.sitDown(unit, post, address);
    if (address === '/editions' && presses[0] !== '形成一张表')
      await page.getByRole('link', { name: '（演示）第四批突出问题' }).click();
    for (const name of presses) {
      await page
        .getByRole('button', { name })
        .or(page.getByRole('link', { name }))
        .or(page.getByRole('menuitem', { name }))
        .filter({ visible: true })
        .last()
        .click();
    }
    await free(page, [unit, address, ...presses].join(' '));
  }
});

test('whatever is done to several problems at once can be read and worked by everybody', async ({ page }) => {
  const desk = new Desk(page);
  const opened = new Set(['取消选择']); // it opens nothing
  for (const [unit, post] of SEATS) {
    await desk.sitDown(unit, post, '/problems?size=50');
    await page.getByRole('table').getByRole('checkbox').first().check();
    const bar = page.getByRole('toolbar', { name: /^已选/ });
    await expect(
      bar.getByRole('button').filter({ hasNotText: '取消选择' }).or(bar.getByText('没有可以一并办理的事项')).first(),
    ).toBeVisible();
    await windowsOf(page, `/problems of ${unit} ${post}`, opened, bar);
  }
  expect(opened.size).toBeGreaterThan(3);
});

test('every stage of an import can be read and worked by everybody', async ({ page }) => {
  const desk = new Desk(page);
  await readIn(desk, '（演示）无障碍', {
    number: '演示-无障碍',
    problem: '（演示）取水口标识牌倒伏',
    origin: '某次检查',
    field: '污水垃圾',
    township: '甸阳镇',
    unit: '某某公司',
    deadline: '详见附件',
  });
  await free(page, 'as it was read');
  await eachTab(page, 'the piles');
});

test('a page that is broken on purpose is found', async ({ page }) => {
  const desk = new Desk(page);
  await desk.sitDown(PUSH_OFFICE, '经办人', '/me');
  await free(page, 'as it is');
  await page.evaluate(() => {
    const broken = '<button></button><p style="color:#ccc">看不清的一句话</p>';
    document.querySelector('#page')!.insertAdjacentHTML('beforeend', broken);
  });
  expect((await hindrances(page)).map((found) => found.split(':')[0])).toEqual(['button-name', 'color-contrast']);
});
