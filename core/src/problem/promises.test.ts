import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { decide, evolve, absent, offers, type Problem, type ProblemEvent } from './index.ts';
import { calendarWith, club, people, refusal, signed, after } from '../testing/index.ts';
import { history, live, type History } from '../testing/lives.ts';
import { theCalendar } from '../access/index.ts';
import { acceptsNoOwnWork, movesOnlyWhatRuns, opensOneNextStep } from '../testing/oracles.ts';

// so many histories take longer than one test is given elsewhere
vi.setConfig({ testTimeout: 180_000 });

const promise = (say: (history: History) => void, numRuns = 40, seed?: number) =>
  fc.assert(fc.property(history, say), { numRuns, ...(seed === undefined ? {} : { seed }) });

test('what is offered without obstacle is accepted when complete; what is not is refused for exactly that obstacle', () => {
  promise((each) => {
    live(each, ({ file }, { ask, by, offer, on }) => {
      if (!offer) return;
      const refused = refusal(file, ask, by, on);
      if (offer.obstacle === null) expect(refused, `${by.id} ${JSON.stringify(ask)}`).toBeNull();
      else expect(refused).toEqual({ code: 'not-allowed', obstacle: offer.obstacle, clause: offer.clause });
    });
  }, 60);
});

test('what one person may do, another may do exactly when it is offered to him too', () => {
  promise((each) => {
    live(each, ({ file }, { ask, on }) => {
      if (!('task' in ask)) return;
      for (const by of people) {
        const offer = offers(file.problem, { by, on }, club).find(
          (found) => found.type === ask.type && found.target === ask.task,
        );
        const refused = refusal(file, ask, by, on);
        expect(refused?.code === 'not-allowed').toBe(offer?.obstacle !== null);
      }
    });
  }, 15);
});

test('replaying the log, also as it was stored, gives the state it was written from', () => {
  promise((each) => {
    const { file } = live(each);
    const stored = JSON.parse(JSON.stringify(file.log)) as readonly ProblemEvent[]; // the log as text and back
    expect(stored.reduce(evolve, absent)).toEqual(file.problem);
  });
});

test('no unit accepts its own work and nobody judges what he drafted, along any path', () => {
  expect(() => promise((each) => acceptsNoOwnWork(live(each).file.log), 100)).not.toThrow();
});

test('refused commands leave nothing: no event, no change, and the same answer when asked again', () => {
  promise((each) => {
    live(each, ({ file }, { ask, by, on }) => {
      const wrong = [
        { ...ask, task: 'plan/nowhere/1/0' },
        { ...ask, seen: 'stale' },
        { ...ask, reason: '' },
        { ...ask, recorded: undefined },
        { ...ask, to: 'nowhere' },
      ] as const;
      for (const one of [ask, ...wrong]) {
        const command = signed(one as typeof ask, by, on); // some of these fit no ask: the guard must not mind
        const first = decide(command, file.problem, club);
        if ('refused' in first) expect(first).not.toHaveProperty('events');
        else expect(first.events).not.toEqual([]);
        expect(decide(command, file.problem, club)).toEqual(first);
      }
    });
  }, 40);
});

test('every ended step opens exactly one next step or finishes; an open procedure always has somebody to act', () => {
  promise((each) => {
    const { file } = live(each);
    opensOneNextStep(file.log);
    for (const run of Object.values(file.problem.runs)) {
      const tasks = file.problem.tasks.filter((task) => task.run === run.id);
      const over = run.finishedOn !== null || file.problem.stage === 'withdrawn';
      expect(tasks.length > 0, `${run.id} at ${run.step}`).toBe(!over);
      for (const task of tasks) {
        expect([task.step, task.round]).toEqual([run.step, run.round]);
        // who no longer plays the part no longer has its to-do
        if (task.role.startsWith('case.'))
          expect(file.problem.parts[task.role]?.map((held) => held.unit)).toContain(task.unit);
      }
    }
  }, 60);
});

test('nobody acts on a step before the one below it has ended', () => {
  promise((each) => {
    const at = new Map<string, string>();
    const early = live(each).file.log.filter((event) => {
      if (event.type === 'StepOpened') at.set(event.run, `${event.step}/${event.round}`);
      return event.type === 'StepTaken' && `${event.step}/${event.round}` !== at.get(event.run);
    });
    expect(early).toEqual([]);
  });
});

test('an amended calendar never touches a met clock, and asked twice it moves nothing', () => {
  const met = (problem: Problem) => problem.clocks.filter((clock) => clock.metOn !== null);
  const off = fc
    .uniqueArray(fc.integer({ min: 1, max: 28 }), { minLength: 1, maxLength: 8 })
    .map((days) => days.map((day) => `2030-03-${String(day).padStart(2, '0')}`));
  fc.assert(
    fc.property(history, off, (each, days) => {
      const { file, on } = live(each);
      const law = { ...club, calendar: calendarWith(...days) };
      const amend = { type: 'AmendClocks', reason: '新通知' } as const;
      if (refusal(file, amend, theCalendar, on, law) !== null) return;

      const amended = after(file, amend, theCalendar, on, law);
      expect(met(amended.problem)).toEqual(met(file.problem));
      expect(refusal(amended, amend, theCalendar, on, law)).toMatchObject({ obstacle: { code: 'nothing-to-do' } });
      for (const event of amended.log.slice(file.log.length))
        expect(event).toMatchObject({ type: 'ClockMoved', reason: '新通知', calendar: law.calendar.id });
    }),
    { numRuns: 40 },
  );
});

test('a met limit never moves; what stands still or was lawfully extended is over nowhere before its day', () => {
  expect(() => promise((each) => movesOnlyWhatRuns(live(each).file.log), 100)).not.toThrow();
});

test('the histories go far enough to mean something', () => {
  const stages = new Set<string>();
  const types = new Set<string>();
  promise(
    (each) => {
      const { file } = live(each);
      stages.add(file.problem.stage);
      file.log.forEach((event) => types.add(event.type));
    },
    100,
    20300312,
  );

  expect([...stages]).toEqual(expect.arrayContaining(['consented', 'handed-over', 'planning', 'accepting', 'closed']));
  expect([...types]).toEqual(
    expect.arrayContaining([
      'StepReturned',
      'HandOverContested',
      'HandOverArbitrated',
      'TermLapsed',
      'TermExtended',
      'TermPaused',
      'TermResumed',
      'CopySent',
      'CopyRead',
      'MeasureCompleted',
      'ClockMet',
      'PartsAssigned',
      'ProblemClosed',
    ]),
  );
});
