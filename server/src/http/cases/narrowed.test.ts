import { expect, test } from 'vitest';
import { libraryDesk } from '../../testing/library-desk.ts';
import { unzipped } from '../../testing/unzipped.ts';

const library = await libraryDesk();
const { clerk, officeHead, suggest, take } = library;

type Page = { readonly rows: readonly { readonly id: string; readonly number: string }[]; readonly total: number };
const found = async (query: string) =>
  (await clerk.get(`/cases?kind=suggestion&${query}`)).json<Page>().rows.map(({ id }) => id);

const waiting = await suggest('（演示）等着的', { room: 'reading' });
const taken = await suggest('（演示）办过的', { room: 'stacks' });
await take(officeHead, taken, { values: { verdict: 'taken' } });
const today = library.services.today();
const { kinds } = (await clerk.get('/kinds')).json<{
  kinds: { id: string; steps: { zh: string }[]; byPeriod: boolean }[];
}>();
const kind = kinds.find(({ id }) => id === 'suggestion')!;

test('a list is narrowed by the channel that a dossier came by', async () => {
  expect(await found('from=box')).toEqual(expect.arrayContaining([waiting, taken]));
  expect(await found('from=post')).toEqual([]);
});

test('a list is narrowed by the step at hand, which the kind names', async () => {
  const [step] = kind.steps;
  expect(await found(`step=${encodeURIComponent(step!.zh)}`)).toEqual([waiting]);
});

test('a list is narrowed by a unit that plays a part, whatever part it is', async () => {
  const parts = { 'case.worker': [{ unit: 'bindery', unitName: '修书室', person: null }] };
  const bound = await library.open(clerk, 'suggestion', { what: '（演示）交装订室的' }, { from: 'letter', parts });

  expect(await found('unit=bindery')).toEqual([bound]);
  expect(await found('unit=desk')).toEqual([]);
});

test('D11 · words that nothing was searched for are named, in the list of every kind', async () => {
  const said = async (q: string) =>
    (await clerk.get(`/cases?kind=suggestion&q=${encodeURIComponent(q)}`)).json<{ leftOut: string[] }>().leftOut;

  expect(await said('一 二 三 四 五 六 七')).toEqual(['六', '七']);
  expect(await said('一 二')).toEqual([]);
});

test('days from and to, both included, either end open', async () => {
  expect(await found(`from=box&opened=${today}..${today}`)).toHaveLength(2);
  expect(await found(`from=box&opened=..${today}`)).toHaveLength(2);
  expect(await found('opened=2031-01-01..')).toEqual([]);
  expect(await found('closed=1999-01-01..2000-01-01')).toEqual([]);
});

test('the workbook has the rows of the narrowed list and no other', async () => {
  const sheet = async (query: string) => {
    const answer = await clerk.get(`/cases/export?kind=suggestion&${query}`);
    return unzipped(answer.rawPayload);
  };
  const narrowed = await sheet(`step=${encodeURIComponent(kind.steps[0]!.zh)}&from=box`);

  expect(narrowed).toContain('（演示）等着的');
  expect(narrowed).not.toContain('（演示）办过的');
  expect(await sheet('from=box')).toContain('（演示）办过的');
});

test.each([
  ['opened=2026-02-31..', 'opened'],
  ['after=W10', 'after'],
  ['after=nonsense', 'after'],
])('what could be no place and no day is refused in words: %s', async (query, at) => {
  const answer = await clerk.get(`/cases?kind=suggestion&${query}`);

  expect([answer.statusCode, answer.json<{ errors: object[] }>().errors]).toMatchObject([
    400,
    [{ at: expect.stringContaining(at), message: expect.stringMatching(/\p{Script=Han}/u) }],
  ]);
});

test.each(['/problems', '/tasks', '/copies', '/notifications', '/desk?view=held', '/desk?view=done'])(
  'no list gives its first page for a place that it never gave out: %s',
  async (path) => {
    const answer = await clerk.get(`${path}${path.includes('?') ? '&' : '?'}after=W251bGxd`);
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([400, 'invalid-input']);
  },
);
