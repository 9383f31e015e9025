import { expect, test } from 'vitest';
import {
  decidePerson,
  evolvePerson,
  nobody,
  pagesFor,
  confirmsRulings,
  coordinates,
  type Keeper,
  type PersonAsk,
} from './index.ts';
import { chief, club, clerk, foreman, MONDAY } from '../testing/index.ts';
import { units } from '../testing/units.ts';
import { addDays } from '../time/index.ts';

const keeper: Keeper = { actor: { id: 'k', name: '管理员（演示）', postings: [] }, administrator: true };
const office = (actor: Keeper['actor']): Keeper => ({ actor, administrator: false });
const posting = { id: 'p1', unit: 'greens', post: 'foreman', from: MONDAY, until: null };
const add = {
  type: 'AddPerson',
  name: '某人（演示）',
  username: 'mou',
  unit: null,
  administrator: false,
  postings: [posting],
} as const;
const decided = (ask: PersonAsk, person = nobody, by = keeper) =>
  decidePerson({ ...ask, person: 'x', by, on: MONDAY }, person, units);
const after = (ask: PersonAsk, person = nobody) => {
  const decision = decided(ask, person);
  if ('refused' in decision) throw new Error(JSON.stringify(decision.refused));
  return decision.events.reduce(evolvePerson, person);
};
const added = after(add);

test.each([
  ['who registers problems', office(clerk), 'workbench problems editions imports rules calendar people feedback'],
  ['who leads', office(chief), 'workbench problems editions questions imports rules calendar people feedback'],
  ['who does not', office(foreman), 'workbench problems editions rules calendar people feedback'],
  ['who keeps the accounts', keeper, 'rules calendar people feedback'],
  ['who holds nothing yet', office({ ...foreman, postings: [] }), ''],
])('%s is offered the pages of that business and no others', (_who, by, pages) => {
  expect(pagesFor(by, club, MONDAY).join(' ')).toBe(pages);
});

test('before a plan is published nobody imports', () => {
  expect(pagesFor(office(clerk), null, MONDAY)).not.toContain('imports');
});

test('the whole office that records speaks for it; its leaders alone say that the county stands by a ruling', () => {
  expect([clerk, chief, foreman].map((actor) => coordinates(office(actor), club, MONDAY))).toEqual([true, true, false]);
  expect([clerk, chief, foreman].map((actor) => confirmsRulings(office(actor), club, MONDAY))).toEqual([
    false,
    true,
    false,
  ]);
});

test.each([
  ['in a unit that the plan does not have', { ...posting, unit: 'moon' }, 'unit', 'unknown'],
  ['in a unit that does not sign in here', { ...posting, unit: 'league' }, 'unit', 'unknown'],
  ['in a post that the unit does not have', { ...posting, post: 'treasurer' }, 'post', 'unknown'],
  ['that ends on the day it begins', { ...posting, until: MONDAY }, 'until', 'not-earlier', addDays(MONDAY, 1)],
  [
    'that he holds already on some of these days',
    { ...posting, id: 'p2' },
    'from',
    'overlaps',
    `草坪队 ${posting.from}—`,
  ],
])('nobody holds a post %s', (_what, ask, field, code, bound?: string) => {
  expect(decided({ type: 'HoldPost', posting: ask }, added)).toEqual({
    refused: { code: 'bad-input', faults: [{ field, code, ...(bound ? { bound } : {}) }], clause: null },
  });
});

test('a post that was left may be held again from the day it was left, and no day before', () => {
  const left = after({ type: 'LeavePost', posting: 'p1', until: addDays(MONDAY, 5) }, added);
  const again = (days: number) =>
    decided({ type: 'HoldPost', posting: { ...posting, id: 'p2', from: addDays(MONDAY, days) } }, left);

  expect(again(5)).toMatchObject({ events: [{ type: 'PostHeld' }] });
  expect(again(4)).toMatchObject({ refused: { faults: [{ field: 'from' }] } });
});

test.each([
  ['without a name', { name: ' ' }, 'name', 'required'],
  ['with a name of more than forty signs', { name: '名'.repeat(41) }, 'name', 'too-long'],
  ['with blanks in the user name', { username: 'm ou' }, 'username', 'malformed'],
  ['in a unit nobody knows', { unit: 'moon' }, 'unit', 'unknown'],
])('nobody is added %s', (_what, change, field, code) => {
  expect(decided({ ...add, ...change })).toMatchObject({ refused: { faults: [{ field, code }] } });
});

test('a name of forty signs, in a unit of the plan, will do', () => {
  expect(decided({ ...add, name: '名'.repeat(40), unit: 'greens' })).toHaveProperty('events');
});

test.each([
  ['a post is left that was never held', { type: 'LeavePost', posting: 'p9', until: MONDAY }, 'no-such-posting'],
  ['somebody is added twice', add, 'already-added'],
  ['an account is opened that is open', { type: 'SetActive', active: true }, 'nothing-to-do'],
] as const)('nothing happens when %s', (_what, ask, code) => {
  expect(decided(ask, added)).toMatchObject({ refused: { obstacle: { code } } });
});

test('everybody sets his own password, nobody another’s, and nobody shuts himself out', () => {
  const self = { actor: { ...foreman, id: 'x' }, administrator: false };

  expect(decided({ type: 'SetPassword', proved: true }, added, self)).toHaveProperty('events');
  // an open screen is not the person
  expect(decided({ type: 'SetPassword' }, added, self)).toMatchObject({
    refused: { obstacle: { code: 'own-password' } },
  });
  expect(decided({ type: 'SetPassword' }, added, office(foreman))).toMatchObject({
    refused: { obstacle: { code: 'not-administrator' } },
  });
  const own = { actor: { ...keeper.actor, id: 'x' }, administrator: true };
  expect(decided({ type: 'SetActive', active: false }, added, own)).toMatchObject({
    refused: { obstacle: { code: 'own-account' } },
  });
});

test('whoever keeps accounts holds no post, from the first day or later', () => {
  const administrator = after({ ...add, administrator: true, postings: [] });
  const code = 'administrator-holds-no-post';

  expect(decided({ ...add, administrator: true })).toMatchObject({ refused: { obstacle: { code } } });
  expect(decided({ type: 'HoldPost', posting }, administrator)).toMatchObject({ refused: { obstacle: { code } } });
});

test('a password that another has handed out is to be changed, until the person has set one of their own', () => {
  const self = { actor: { ...foreman, id: 'x' }, administrator: false };
  const changed = (ask: PersonAsk, person: typeof nobody, by: Keeper) => {
    const decision = decided(ask, person, by);
    if ('refused' in decision) throw new Error(JSON.stringify(decision.refused));
    return decision.events.reduce(evolvePerson, person);
  };
  const fresh = after({ ...add, handedOut: true });
  expect([added.mustChange, fresh.mustChange]).toEqual([undefined, true]);

  const own = changed({ type: 'SetPassword', proved: true }, fresh, self);
  expect('mustChange' in own).toBe(false);
  expect(changed({ type: 'SetPassword' }, own, keeper).mustChange).toBe(true);
});

test('a mistyped name is corrected with a reason, and the one before is kept with the day', () => {
  const ask = { type: 'CorrectPerson', name: '某仁（演示）', phone: null, reason: '录入时写错' } as const;
  expect(after(ask, added)).toMatchObject({
    name: '某仁（演示）',
    formerNames: [{ name: '某人（演示）', until: MONDAY }],
  });
  expect(decided({ ...ask, reason: ' ' }, added)).toMatchObject({
    refused: { faults: [{ field: 'reason', code: 'required' }] },
  });
  expect(decided({ ...ask, name: ' ' }, added)).toMatchObject({ refused: { faults: [{ field: 'name' }] } });
  expect(decided(ask, added, office(foreman))).toMatchObject({ refused: { obstacle: { code: 'not-administrator' } } });
});

test('a telephone is kept as written, changed without a reason, and is a telephone', () => {
  const ask = { type: 'CorrectPerson', name: added.name, reason: '' } as const;
  const reached = after({ ...ask, phone: '0875-8120000 转 8' }, added);
  expect(reached).toMatchObject({ phone: '0875-8120000 转 8', name: added.name });
  expect(reached).not.toHaveProperty('formerNames');
  expect(after({ ...ask, phone: null }, reached)).not.toHaveProperty('phone');
  expect(decided({ ...ask, phone: '办公室' }, added)).toMatchObject({
    refused: { faults: [{ field: 'phone', code: 'no-telephone' }] },
  });
  expect(decided({ ...ask, phone: null }, added)).toMatchObject({ refused: { obstacle: { code: 'nothing-to-do' } } });
});
