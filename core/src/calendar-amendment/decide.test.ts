import { expect, test } from 'vitest';
import { theInstallation, type Keeper } from '../person/index.ts';
import type { Policy } from '../policy/index.ts';
import type { Law } from '../procedure/index.ts';
import { calendarOf, plainDate, type CalendarYear } from '../time/index.ts';
import {
  decideNotice,
  decideUndoing,
  evolveCalendar,
  noteFollowed,
  untouchedCalendar,
  type ApplyNotice,
  type CalendarLog,
} from './decide.ts';
import { decideDiscarding, decideEntering } from './entering.ts';

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

const entering = { entered, text: 't', yaml: 'year: 2031', words: null, by: at('desk'), on, moves: 2 };
const eventsIn = <E>(decision: { readonly events: readonly E[] } | { readonly refused: object }): readonly E[] =>
  'events' in decision ? decision.events : [];
/** The desk has entered it, and it waits for a second person. */
const waiting: CalendarLog = eventsIn(decideEntering(entering, untouchedCalendar, [], law)).reduce(
  evolveCalendar,
  untouchedCalendar,
);

test('a notice takes two people: whoever entered it does not put it in, and nobody puts in what nobody entered', () => {
  expect(waiting).toMatchObject({ applied: 0, waiting: [{ text: 't', yaml: 'year: 2031', by: { id: 'p' } }] });
  expect(decideNotice({ ...ask, by: at('desk') }, waiting, [], law)).toMatchObject({
    refused: { obstacle: { code: 'entered-by-you' } },
  });
  expect(decideNotice(ask, untouchedCalendar, [], law)).toMatchObject({
    refused: { obstacle: { code: 'not-entered' } },
  });
  expect(decideNotice({ ...ask, text: 'another' }, waiting, [], law)).toMatchObject({
    refused: { obstacle: { code: 'not-entered' } },
  });
  expect(decideEntering(entering, waiting, [], law)).toMatchObject({
    refused: { obstacle: { code: 'entered-already' } },
  });
  expect(decideEntering({ ...entering, by: at('mill') }, untouchedCalendar, [], law)).toMatchObject({
    refused: { obstacle: { code: 'not-calendar-keeper' } },
  });
});

test('one paper waits once, whoever writes it and however; another paper of the same year waits beside it', () => {
  const [paper] = entered.notices;
  const again = { ...entering, text: 'written otherwise', yaml: 'year: 2031 # otherwise' };
  const other = { ...again, entered: { ...entered, notices: [{ ...paper!, number: '甲〔2030〕10号' }] } };
  expect(decideEntering(again, waiting, [], law)).toMatchObject({
    refused: { obstacle: { code: 'entered-already', name: '甲' } },
  });
  expect(decideEntering(other, waiting, [], law)).toHaveProperty('events');
  // one that was entered before papers were noted is told by its text alone
  const { papers: _papers, ...old } = waiting.waiting![0]!;
  expect(decideEntering(again, { ...waiting, waiting: [old] }, [], law)).toHaveProperty('events');
});

test('a notice that waits is discarded with a reason, and then may be entered anew', () => {
  const discard = { text: 't', reason: ' 日期抄错 ', by: at('desk'), on };
  expect(decideDiscarding({ ...discard, by: at('mill') }, waiting, law)).toMatchObject({
    refused: { obstacle: { code: 'not-calendar-keeper' } },
  });
  expect(decideDiscarding({ ...discard, text: 'another' }, waiting, law)).toMatchObject({
    refused: { obstacle: { code: 'not-waiting' } },
  });
  const events = eventsIn(decideDiscarding(discard, waiting, law));
  expect(events).toMatchObject([{ type: 'NoticeDiscarded', reason: '日期抄错' }]);
  expect(decideEntering(entering, events.reduce(evolveCalendar, waiting), [], law)).toHaveProperty('events');
});

test('the words of the paper wait with what was read from them', () => {
  const events = eventsIn(decideEntering({ ...entering, words: '关于放假的通知' }, untouchedCalendar, [], law));
  expect(events.reduce<CalendarLog>(evolveCalendar, untouchedCalendar).waiting).toMatchObject([
    { words: '关于放假的通知' },
  ]);
});

test('the last notice is taken back while no clock was met under it, and the clocks follow once more', () => {
  const applied = eventsIn(decideNotice(ask, waiting, [], law)).reduce(evolveCalendar, waiting);
  const followed = { ...applied, followed: 1 };
  const undo = { no: 1, reason: '文号有误', met: 0, by: at('desk'), on };
  expect(decideUndoing({ ...undo, met: 3 }, followed, law)).toMatchObject({
    refused: { obstacle: { code: 'clocks-met', met: 3 } },
  });
  expect(decideUndoing({ ...undo, no: 2 }, followed, law)).toMatchObject({
    refused: { obstacle: { code: 'not-latest', latest: 1 } },
  });
  expect(decideUndoing({ ...undo, by: at('mill') }, followed, law)).toMatchObject({
    refused: { obstacle: { code: 'not-calendar-keeper' } },
  });
  const undone = eventsIn(decideUndoing(undo, followed, law)).reduce(evolveCalendar, followed);
  expect(undone).toMatchObject({ applied: 1, followed: 0, undone: [1] });
  expect(decideUndoing(undo, undone, law)).toMatchObject({
    refused: { obstacle: { code: 'not-latest', latest: null } },
  });
});

test('a notice is put in with its papers, its hand and how many clocks it was shown to move', () => {
  const decision = decideNotice(ask, waiting, [], law);
  expect(decision).toMatchObject({
    events: [{ type: 'NoticeApplied', no: 1, year: 2031, notices: [{ number: '甲〔2030〕9号' }], seen: 'd', moves: 2 }],
  });
  expect(eventsIn(decision).reduce(evolveCalendar, waiting)).toEqual({ applied: 1, followed: 0, waiting: [] });
});

test('the coordinating office may put one in too', () => {
  const other = { ...at('desk'), actor: { ...at('desk').actor, id: 'q' } };
  expect(decideNotice({ ...ask, by: other }, waiting, [], law)).toHaveProperty('events');
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
  expect(decideNotice({ ...ask, ...change }, waiting, [], law)).toMatchObject({ refused });
});

test('a notice that stands already and moves no clock changes nothing; one that clocks have not followed yet does', () => {
  const idle = { ...ask, present: { digest: 'd', moves: 0 } };
  expect(decideNotice(idle, untouchedCalendar, [entered], law)).toMatchObject({
    refused: { obstacle: { code: 'changes-nothing' } },
  });
  expect(decideNotice(ask, waiting, [entered], law)).toHaveProperty('events');
});

test('the same notice from a second hand, while the clocks follow the first, is not put in twice', () => {
  const following = { ...waiting, applied: 1, followed: 0 };
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
