import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { mayRead, theCalendar } from '../access/index.ts';
import { beginnings, casePeople, livedCase, type CaseTry } from '../testing/case-histories.ts';
import { caseHistories, liveCase, type CaseHistory } from '../testing/case-lives.ts';
import { caseAfter, caseRefusal } from '../testing/case-story.ts';
import { caseWalk, type CasePresent } from '../testing/case-walk.ts';
import { acceptsNoOwnWork, movesOnlyWhatRuns } from '../testing/case-oracles.ts';
import { kindsLaw } from '../testing/kinds.ts';
import { calendarWith } from '../testing/law.ts';
import { MONDAY } from '../testing/walk.ts';
import { isOver, nearestClock, type Clock, type Moment } from '../procedure/index.ts';
import { caseLines, caseOffers, evolveCase, noCase, type Case, type CaseEvent } from './index.ts';

// so many histories take longer than one test is given elsewhere
vi.setConfig({ testTimeout: 180_000 });

const team = fc.constantFrom('greens', 'nets', 'rollers', 'league-team');
const players = fc.record({
  'case.answerer': fc.tuple(team),
  'case.builder': fc.uniqueArray(team, { minLength: 1, maxLength: 2 }),
  'case.checker': fc.constant(['keepers']),
});
const history = caseHistories([...Object.keys(beginnings), 'court', 'bar'], {
  players,
  verdicts: ['good', 'good', 'bad', 'odd'],
});

const live = (each: CaseHistory, look?: (present: CasePresent, attempt: CaseTry) => void): CasePresent =>
  liveCase(each, { file: beginnings[each.begins]!(), on: MONDAY }, look);

const promise = (say: (each: CaseHistory) => void, numRuns = 40, seed?: number) =>
  fc.assert(fc.property(history, say), { numRuns, ...(seed === undefined ? {} : { seed }) });

test('what is offered without obstacle is accepted when complete; what is not is refused for exactly that obstacle', () => {
  promise((each) => {
    live(each, ({ file }, { ask, by, offer, on, instant }) => {
      if (!offer) return;
      const refused = caseRefusal(file, ask, { by, on, instant });
      if (offer.obstacle === null) expect(refused, `${by.id} ${JSON.stringify(ask)}`).toBeNull();
      else expect(refused).toEqual({ code: 'not-allowed', obstacle: offer.obstacle, clause: offer.clause });
    });
  }, 60);
});

test('what is accepted leaves something behind: no act is answered with nothing', () => {
  promise((each) => {
    live(each, (present, attempt) => {
      const after = livedCase(present, attempt);
      const refused = caseRefusal(present.file, attempt.ask, attempt);
      expect(after.file.log.length > present.file.log.length, JSON.stringify(attempt.ask)).toBe(refused === null);
    });
  }, 20);
});

test('a limit runs out on a desk in the minute in which it does in the list and in the dossier: days and hours alike', () => {
  const over = (clocks: readonly (Clock | null)[], now: Moment) =>
    clocks.filter((clock) => clock?.due && isOver({ due: clock.due, dueAt: clock.dueAt }, now)).length > 0;
  promise((each) => {
    live(each, ({ file: { dossier } }, { on, instant }) => {
      const desk = caseLines(dossier, kindsLaw).map(({ clock }) => clock);
      const nearest = nearestClock(dossier.clocks);
      const running = dossier.clocks.filter(({ metOn, floor }) => metOn === null && !floor);
      expect(over([nearest], { on, instant })).toBe(over(running, { on, instant }));
      expect(over(desk, { on, instant })).toBe(over([nearest], { on, instant }));
    });
  });
});

test('replaying the log, also as it was stored, gives the state it was written from', () => {
  promise((each) => {
    const { file } = live(each);
    const stored = JSON.parse(JSON.stringify(file.log)) as readonly CaseEvent[]; // the log as text and back
    expect(stored.reduce(evolveCase, noCase)).toEqual(file.dossier);
  });
});

test('nobody outside its readers is offered anything of a dossier, or gets anything through', () => {
  promise((each) => {
    live(each, ({ file }, { ask, on, instant }) => {
      for (const by of casePeople.filter((who) => !mayRead(file.dossier, who, kindsLaw, on))) {
        expect(caseOffers(file.dossier, { by, on, instant }, kindsLaw)).toEqual([]);
        expect(caseRefusal(file, ask, { by, on, instant })).toMatchObject({ obstacle: { code: 'unknown-dossier' } });
      }
    });
  }, 20);
});

test('from wherever a history has led, the office can bring the dossier to its end: nothing hangs', () => {
  // the rollers sit in the survey, which could not accept what they did: that is for the checker to find
  const others = (units: readonly string[]) => units.map((unit) => (unit === 'rollers' ? 'lights' : unit));
  promise((each) => {
    const moves = each.moves.map((one) => ({
      ...one,
      players: Object.fromEntries(Object.entries(one.players).map(([role, units]) => [role, others(units)])),
    }));
    const { file, on } = live({ ...each, moves });
    const over = ({ closedOn, withdrawnOn }: Case): boolean => closedOn !== null || withdrawnOn !== null;
    expect(() => caseWalk(file, over, { on })).not.toThrow();
  }, 60);
});

test('a notice moves no limit that was met or counts in hours, and put in twice it moves nothing', () => {
  const law = { ...kindsLaw, calendar: calendarWith('2030-03-11', '2030-03-12', '2030-03-18', '2030-03-25') };
  const fixed = ({ clocks }: Case) => clocks.filter(({ metOn, term }) => metOn !== null || term.count === 'hours');
  const amend = { type: 'AmendClocks', reason: '新通知' } as const;
  promise((each) => {
    const { file, on } = live(each);
    const along = { by: theCalendar, on, law };
    if (caseRefusal(file, amend, along) !== null) return;
    const amended = caseAfter(file, amend, along);
    expect(fixed(amended.dossier)).toEqual(fixed(file.dossier));
    expect(caseRefusal(amended, amend, along)).toMatchObject({ obstacle: { code: 'nothing-to-do' } });
  });
});

test('no unit accepts its own work, along any path', () => {
  expect(() => promise((each) => acceptsNoOwnWork(live(each).file.log), 60)).not.toThrow();
});

test('a met limit never moves; what stands still or was lawfully extended is over nowhere before its end', () => {
  expect(() => promise((each) => movesOnlyWhatRuns(live(each).file.log), 60)).not.toThrow();
});

test('what has run out is noted once: asked again, the calendar is told that there is nothing to do', () => {
  promise((each) => {
    live(each, ({ file }, { ask, on, instant, by }) => {
      if (ask.type !== 'NoteLapse') return;
      const along = { by, on, instant };
      expect(caseRefusal(file, ask, along)).toBeNull();
      expect(caseRefusal(caseAfter(file, ask, along), ask, along)).toMatchObject({
        obstacle: { code: 'nothing-to-do' },
      });
    });
  }, 40);
});

test('what is frozen never changes, whatever is done afterwards', () => {
  promise((each) => {
    const { file } = live({ ...each, begins: 'gathering' });
    const [first, ...more] = file.log.filter((event) => event.type === 'GatheringFrozen');
    expect(more).toEqual([]);
    if (first) expect(file.dossier.frozen).toEqual(first.frozen);
  }, 40);
});

test('the histories go far enough to mean something', () => {
  const types = new Set<string>();
  const stages = new Set<string>();
  promise(
    (each) => {
      const { file } = live(each);
      for (const event of file.log) {
        types.add(event.type);
        if ('stage' in event && event.stage) stages.add(event.stage.id);
      }
    },
    200,
    2,
  );

  expect([...stages]).toEqual(expect.arrayContaining(['weighing', 'doing', 'again', 'accepted', 'closed', 'full']));
  expect([...types]).toEqual(
    expect.arrayContaining([
      'StepReturned',
      'ObjectionRaised',
      'ObjectionSettled',
      'QuestionOpened',
      'QuestionRuled',
      'ActDone',
      'SheetFilled',
      'NilFiled',
      'GatheringFrozen',
      'CaseLinked',
      'TermLapsed',
      'TermExtended',
      'TermPaused',
      'ClockDropped',
      'CopySent',
    ]),
  );
});
