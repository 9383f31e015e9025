import { expect, test } from 'vitest';
import { theCalendar } from '../access/index.ts';
import { addDays, plainDate } from '../time/index.ts';
import {
  after,
  at,
  basicsOf,
  clerk,
  clockOf,
  clubWhere,
  consented,
  eventsOf,
  holderOf,
  inStage,
  MONDAY,
  noFile,
  planFor,
  reaching,
  storyWith,
  walk,
  type File,
} from '../testing/index.ts';
import { lawWhere } from '../testing/terms.ts';
import { laterThanListed } from './index.ts';

/** The acceptance has the plan's own date as its limit. */
const law = clubWhere((step, route) =>
  step.id === 'accept' && route === 'own'
    ? {
        ...step,
        silent: false,
        limits: [
          {
            id: 'accept-by',
            title: { zh: '按方案时限验收' },
            clause: '§8',
            from: 'plan-issued',
            term: { count: 'plan-date', roll: 'none' },
          },
        ],
      }
    : step,
);
const planned = addDays(MONDAY, 60);
const rectifying = walk(reaching('member', at('plan/draft')), inStage('rectifying'), { law });
const running = (file: File, id: string) => file.problem.clocks.find((clock) => clock.id === id);

test('a limit on the plan’s own date that names a step runs from when the plan is in force', () => {
  expect(clockOf(rectifying, 'accept-by')).toMatchObject({
    due: planned,
    metOn: null,
    target: { run: 'acceptance', step: 'accept' },
  });
});

test('it is met by that step, not by the report that the work is done, and is late when that is late', () => {
  const reported = walk(rectifying, inStage('accepting'), { law });
  expect(running(reported, 'plan-deadline')?.metOn).toBe(MONDAY);
  expect(running(reported, 'accept-by')?.metOn).toBeNull();

  const closed = walk(reported, inStage('closed'), { law });
  expect(eventsOf(closed, 'ClockMet').find(({ clock }) => clock === 'accept-by')).toMatchObject({ late: false });

  const late = walk(reported, inStage('closed'), { law, on: addDays(planned, 1) });
  expect(eventsOf(late, 'ClockMet').find(({ clock }) => clock === 'accept-by')).toMatchObject({ late: true });
});

const listed = plainDate('2030-04-01');
const registered = (deadline: typeof listed | null) => {
  const basics = {
    ...basicsOf('一号场坑洼'),
    field: 'clay',
    deadline: deadline && { date: deadline, longTerm: false, raw: '4月1日前' },
  };
  return after(
    noFile,
    { type: 'RegisterProblem', number: 'T-9', basics, facts: { origin: 'member' }, sources: [] },
    clerk,
    MONDAY,
  );
};
const handedOver = (deadline: typeof listed | null) =>
  walk(consented(walk(registered(deadline), ({ facts }) => facts['grade'] !== undefined)), at('handover/receive'));

test('the deadline of the list is nobody’s to lengthen, though the plan’s own date may be', () => {
  const extension = { times: 1, by: { role: 'committee', post: 'chair' }, beforeDue: true, clause: '§10' };
  const lengthened = lawWhere('look-by', { term: { count: 'plan-date', roll: 'none' }, extension }, 'quiet');
  const ask = { type: 'ExtendTerm', clock: 'listed-deadline', units: 5, reason: '雨季' } as const;

  const given = storyWith(expect, lengthened);
  given(handedOver(listed))
    .when(ask, holderOf('committee/chair'), MONDAY)
    .blocks({ code: 'silent', topic: 'extension' });
});

test('the deadline of the list is watched from the hand-over until a plan is in force', () => {
  const file = handedOver(listed);
  expect(clockOf(file, 'listed-deadline')).toMatchObject({ due: listed, metOn: null, event: 'handed-over' });
  expect(running(handedOver(null), 'listed-deadline')).toBeUndefined();

  const lapsed = after(file, { type: 'NoteLapse', clock: 'listed-deadline' }, theCalendar, addDays(listed, 1));
  expect(clockOf(lapsed, 'listed-deadline').lapsedOn).toBe(addDays(listed, 1));

  const issued = walk(file, inStage('rectifying'));
  expect(running(issued, 'listed-deadline')).toBeUndefined();
  expect(eventsOf(issued, 'ClockDropped')).toMatchObject([{ clock: 'listed-deadline' }]);
});

test('a plan that sets a later day than the list says so; one that does not says nothing', () => {
  const drafted = walk(handedOver(listed), ({ plan }) => plan !== null);
  expect(laterThanListed(drafted.problem)).toEqual({ listed, planned: planFor(MONDAY).deadline.date });
  expect(laterThanListed(walk(handedOver(planned), ({ plan }) => plan !== null).problem)).toBeNull();
  const { plan, ...rest } = drafted.problem;
  const longTerm = { ...plan!, deadline: { date: null, longTerm: true, raw: '长期坚持' } };
  expect(laterThanListed({ ...rest, plan: longTerm })).toEqual({ listed, planned: null });
});
