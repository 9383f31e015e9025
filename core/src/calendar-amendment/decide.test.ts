import { expect, test } from 'vitest';
import { theInstallation, type Keeper } from '../person/index.ts';
import type { Policy } from '../policy/index.ts';
import type { Law } from '../procedure/index.ts';
import { calendarOf, plainDate, type CalendarYear } from '../time/index.ts';
import { decideNotice, evolveCalendar, noteFollowed, untouchedCalendar, type ApplyNotice } from './decide.ts';

const on = plainDate('2030-06-03');
const unit = {
  id: 'desk',
  names: [{ name: { zh: '村务室' } }],
  shortNames: [],
  level: 'county',
  kind: 'office',
  external: false,
  roles: [{ role: 'village.desk' }],
  posts: ['handler'],
} as const;
// only what the calendar reads of a pack
const policy = { recorder: { role: 'village.desk', post: 'handler' }, calendars: ['cn'] } as unknown as Policy;
const law: Law = { policy, units: [unit], calendar: calendarOf([]), digest: (text) => text };
const entered: CalendarYear = {
  jurisdiction: 'cn',
  year: 2031,
  notices: [{ title: '通知', number: '甲〔2030〕9号', issued: on, source: '虚构', occasions: [] }],
};
const ask: ApplyNotice = { entered, text: 't', present: { digest: 'd', moves: 2 }, seen: 'd', by: theInstallation, on };
const at = (unitId: string): Keeper => ({
  actor: { id: 'p', name: '甲', postings: [{ unit: unitId, unitName: '', post: 'handler' }] },
  administrator: false,
});

test('a notice is put in with its papers, its hand and how many clocks it was shown to move', () => {
  const decision = decideNotice(ask, untouchedCalendar, [], law);
  expect(decision).toMatchObject({
    events: [{ type: 'NoticeApplied', no: 1, year: 2031, notices: [{ number: '甲〔2030〕9号' }], seen: 'd', moves: 2 }],
  });
  const events = 'events' in decision ? decision.events : [];
  expect(events.reduce(evolveCalendar, untouchedCalendar)).toEqual({ applied: 1, followed: 0 });
});

test('the coordinating office may put one in too', () => {
  expect(decideNotice({ ...ask, by: at('desk') }, untouchedCalendar, [], law)).toHaveProperty('events');
});

test.each<[string, Partial<ApplyNotice>, object]>([
  ['by anybody else', { by: at('mill') }, { code: 'not-allowed', obstacle: { code: 'not-calendar-keeper' } }],
  [
    'of a place whose calendar the plan does not count by',
    { entered: { ...entered, jurisdiction: '990101' } },
    { obstacle: { code: 'not-our-calendar' } },
  ],
  [
    'after clocks changed under the list that was shown',
    { seen: 'another' },
    { code: 'content-changed', shown: 'another', present: 'd' },
  ],
])('a notice %s is refused', (_what, change, refused) => {
  expect(decideNotice({ ...ask, ...change }, untouchedCalendar, [], law)).toMatchObject({ refused });
});

test('a notice that stands already and moves no clock changes nothing; one that clocks have not followed yet does', () => {
  const idle = { ...ask, present: { digest: 'd', moves: 0 } };
  expect(decideNotice(idle, untouchedCalendar, [entered], law)).toMatchObject({
    refused: { obstacle: { code: 'changes-nothing' } },
  });
  expect(decideNotice(ask, untouchedCalendar, [entered], law)).toHaveProperty('events');
});

test('the same notice from a second hand, while the clocks follow the first, is not put in twice', () => {
  const following = { applied: 1, followed: 0 };
  expect(decideNotice(ask, following, [entered], law)).toMatchObject({
    refused: { obstacle: { code: 'changes-nothing' } },
  });
  expect(decideNotice(ask, following, [], law)).toHaveProperty('events');
});

test('that the clocks have followed is noted once', () => {
  const events = noteFollowed({ applied: 2, followed: 1 }, 7, on);
  expect(events).toMatchObject([{ type: 'ClocksFollowed', no: 2, problems: 7, by: { id: 'system:calendar' } }]);
  expect(noteFollowed(events.reduce(evolveCalendar, { applied: 2, followed: 1 }), 0, on)).toEqual([]);
});
