import { expect, test } from 'vitest';
import { club } from '../testing/law.ts';
import { byOrder, duty, twiceAYear } from '../testing/duties.ts';
import { holderOf } from '../testing/people.ts';
import { plainDate } from '../time/index.ts';
import {
  decideRound,
  emptyBook,
  entryOf,
  evolveBook,
  openPeriod,
  owedBy,
  periodsToOpen,
  periodsToRemind,
  unfinished,
  type DutyBook,
  type DutyEvent,
} from './index.ts';

const on = plainDate;
const today = on('2030-03-01');
const ordered = duty(byOrder, { due: { on: 'order' } });
const order = {
  first: on('2030-03-05'),
  last: on('2030-03-20'),
  text: '暴雨后巡场',
  by: holderOf('office/chief'),
  on: today,
};
const fold = (log: readonly DutyEvent[], book: DutyBook = emptyBook) => log.reduce(evolveBook, book);

function written(ask: Partial<typeof order>, book = emptyBook, asked = ordered): readonly DutyEvent[] {
  const decision = decideRound({ ...order, ...ask }, asked, book, club);
  if ('refused' in decision) throw new Error(JSON.stringify(decision.refused));
  return decision.events;
}

const refusal = (ask: Partial<typeof order>, asked = ordered) => {
  const decision = decideRound({ ...order, ...ask }, asked, emptyBook, club);
  return 'refused' in decision ? decision.refused : null;
};

test('whoever may order a round does: it stands in the book under his name and opens by the calendar on its first day', () => {
  const book = fold(written({}));

  expect(written({})[0]).toMatchObject({ type: 'RoundOrdered', clause: '§2', by: { unit: 'office', post: 'chief' } });
  expect(book.rounds).toEqual([{ id: '2030-03-05', first: '2030-03-05', last: '2030-03-20', text: '暴雨后巡场' }]);
});

test('two rounds that begin on one day have names of their own', () => {
  const first = fold(written({}));

  expect(fold(written({}, first), first).rounds.map(({ id }) => id)).toEqual(['2030-03-05', '2030-03-05-2']);
});

test('nobody else orders, nobody orders what falls due by itself, and an order says from when to when and what', () => {
  expect(refusal({ by: holderOf('office/clerk') })).toMatchObject({
    code: 'not-allowed',
    obstacle: { code: 'wrong-seat' },
    clause: '§2',
  });
  expect(refusal({}, duty(twiceAYear))).toMatchObject({ obstacle: { code: 'silent', topic: 'rounds' } });
  expect(refusal({ text: ' ', last: on('2030-03-04') })).toMatchObject({
    code: 'bad-input',
    faults: [
      { field: 'last', code: 'not-earlier' },
      { field: 'text', code: 'required' },
    ],
  });
  expect(refusal({ first: on('2030-02-01'), last: on('2030-02-28') })).toMatchObject({
    faults: [{ field: 'last', code: 'not-later' }],
  });
});

const opened = (): { book: DutyBook; event: DutyEvent } => {
  const asked = duty(twiceAYear, { opensBefore: 30, reminds: 5 });
  const [opening] = periodsToOpen(asked, on('2030-04-06'), { since: today, opened: new Set(), rounds: [] }, club);
  const debts = owedBy(asked, club, opening!.opensOn);
  const fixed = { policy: club.policy.edition, debts, frame: null, draw: null, gathering: 'g' };
  const event = openPeriod(asked, opening!, fixed, on('2030-04-06'));
  return { book: fold([event]), event };
};

test('the calendar signs for the opening of a period, with what is owed by whom and how its day was counted', () => {
  const { event, book } = opened();

  expect(event).toMatchObject({
    type: 'PeriodOpened',
    by: { id: 'system:calendar' },
    period: '2030-05-06',
    due: '2030-05-06',
    openedLate: false,
  });
  expect(event).toMatchObject({ days: [{ counted: null }, { date: '2030-05-06', counted: 1 }] });
  expect(unfinished(book)).toMatchObject({ id: '2030-05-06', size: 5, opening: [{ unit: 'greens' }, {}, {}, {}, {}] });
});

test('a period of which every return stands is done, and its list of what is to be opened is let go', () => {
  const { book } = opened();
  const done = evolveBook(book, {
    type: 'ReturnsOpened',
    period: '2030-05-06',
    size: 5,
    ...entryOf(ordered, on('2030-04-06')),
  });

  expect(unfinished(done)).toBeNull();
  expect(done.periods[0]).toMatchObject({ size: 5, opening: null });
});

test('who has not filed is reminded once, from the day the duty says to the last', () => {
  const { book } = opened();
  const done = evolveBook(book, {
    type: 'ReturnsOpened',
    period: '2030-05-06',
    size: 5,
    ...entryOf(ordered, on('2030-04-06')),
  });
  const due = (at: DutyBook, day: string) => periodsToRemind(at, on(day)).map(({ id }) => id);

  expect([due(done, '2030-04-30'), due(done, '2030-05-01'), due(done, '2030-05-06'), due(done, '2030-05-07')]).toEqual([
    [],
    ['2030-05-06'],
    ['2030-05-06'],
    [],
  ]);
  expect(due(book, '2030-05-01')).toEqual([]);
  const reminded = evolveBook(done, {
    type: 'PeriodReminded',
    period: '2030-05-06',
    reminded: 2,
    ...entryOf(ordered, on('2030-05-01')),
  });
  expect(due(reminded, '2030-05-02')).toEqual([]);
});

test('a round may be ordered up to its own last day', () => {
  expect(refusal({ first: on('2030-02-01'), last: today })).toBeNull();
});
