import { expect, test } from 'vitest';
import { addDays, type PlainDate } from '../time/index.ts';
import {
  after,
  at,
  holderOf,
  MONDAY,
  paper,
  reaching,
  recordedOn,
  taking,
  taskAt,
  walk,
  type File,
} from '../testing/index.ts';
import { datedEarly } from './dating.ts';

const clerk = holderOf('office/clerk');
const later = (days: number) => addDays(MONDAY, days);
const early = ({ log }: File) =>
  [...datedEarly(log)].map(([event, began]) => ['step' in event ? event.step : event.type, began]);

/** The league's plan and what follows: each paper dated and entered on days of its own. */
const issued = (dated: PlainDate, entered: PlainDate): File => {
  const file = reaching('league', at('plan/superior-plan'));
  const ask = taking(file, clerk, taskAt(file, 'plan/superior-plan'), { recorded: recordedOn(dated) });
  return after(file, ask, clerk, entered);
};
const reviewed = (file: File, unit: string, dated: PlainDate, entered: PlainDate): File => {
  const ask = taking(file, clerk, taskAt(file, 'plan/expert-review', unit), { recorded: recordedOn(dated) });
  return after(file, ask, clerk, entered);
};

test('a paper dated before its procedure began is pointed at, with the day it did', () => {
  expect(early(issued(later(-400), MONDAY))).toEqual([['superior-plan', MONDAY]]);
  expect(early(issued(MONDAY, later(9)))).toEqual([]);
});

test('a paper dated before an earlier step ended is pointed at', () => {
  const review = walk(issued(later(5), later(9)), at('plan/expert-review'), { on: later(9) });

  expect(early(reviewed(review, 'federation', later(6), later(20)))).toEqual([['expert-review', later(9)]]);
  expect(early(reviewed(review, 'federation', later(9), later(20)))).toEqual([]);
});

test('papers entered late, one after the other, are in order when their days are', () => {
  const one = reviewed(walk(issued(MONDAY, later(9)), at('plan/expert-review')), 'federation', later(2), later(30));
  const both = reviewed(one, 'league', later(1), later(30));

  expect(early(both)).toEqual([]);
});

test('after a return, the paper of the round before is pointed at', () => {
  const review = walk(issued(MONDAY, MONDAY), at('plan/expert-review'));
  const back = after(
    review,
    {
      type: 'ReturnStep',
      task: taskAt(review, 'plan/expert-review', 'federation'),
      to: 'superior-plan',
      reason: '重发',
      becauseOf: '§6',
      recorded: recordedOn(later(3)),
    },
    clerk,
    later(4),
  );
  const ask = taking(back, clerk, taskAt(back, 'plan/superior-plan'), { recorded: recordedOn(MONDAY) });

  expect(early(after(back, ask, clerk, later(4)))).toEqual([['superior-plan', later(3)]]);
});

test('a numbered paper that comes along with an act of this house is looked at alike', () => {
  const file = reaching('member', at('handover/hand-over'));
  const ask = taking(file, clerk, 'handover/hand-over/1/0', { document: paper(later(-7)) });

  expect(early(after(file, ask, clerk, MONDAY))).toEqual([['hand-over', MONDAY]]);
});
