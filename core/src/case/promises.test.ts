import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { mayRead, theCalendar } from '../access/index.ts';
import {
  beginnings,
  casePeople,
  livedCase,
  triedCase,
  type CaseMove,
  type CaseTry,
} from '../testing/case-histories.ts';
import { caseAfter, caseRefusal } from '../testing/case-story.ts';
import { caseWalk, type Present } from '../testing/case-walk.ts';
import { acceptsNoOwnWork, movesOnlyWhatRuns } from '../testing/case-oracles.ts';
import { kindsLaw } from '../testing/kinds.ts';
import { calendarWith } from '../testing/law.ts';
import { MONDAY } from '../testing/walk.ts';
import { caseOffers, evolveCase, noCase, type Case, type CaseEvent } from './index.ts';

// a failing promise is shrunk before it is reported, which takes longer than finding it
vi.setConfig({ testTimeout: 60_000 });

const team = fc.constantFrom('greens', 'nets', 'rollers', 'league-team');
const move: fc.Arbitrary<CaseMove> = fc.record({
  goesOn: fc.integer({ min: 0, max: 3 }).map((weight) => weight > 1),
  who: fc.nat(1000),
  which: fc.nat(1000),
  days: fc.constantFrom(0, 0, 0, 1, 12),
  hour: fc.integer({ min: 8, max: 18 }),
  answerer: team,
  builders: fc.uniqueArray(team, { minLength: 1, maxLength: 2 }),
  verdict: fc.constantFrom('good', 'good', 'bad', 'odd'),
  objects: fc.integer({ min: 0, max: 5 }).map((weight) => weight === 0),
  serial: fc.nat(99),
});
const history = fc.record({
  begins: fc.constantFrom(...Object.keys(beginnings), 'court', 'bar'),
  /** So many plain moves first, that the wild ones do not all happen at the gate. */
  straight: fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 25 })),
  verdict: fc.constantFrom('good', 'good', 'bad', 'odd'),
  moves: fc.array(move, { minLength: 5, maxLength: 40 }),
});
type History = {
  readonly begins: string;
  readonly straight: number;
  readonly verdict: CaseMove['verdict'];
  readonly moves: readonly CaseMove[];
};

const plain = (verdict: CaseMove['verdict'], nth: number): CaseMove => ({
  goesOn: true,
  who: 0,
  which: 1,
  days: nth % 3 === 2 ? 1 : 0,
  hour: 9,
  answerer: 'greens',
  builders: ['nets'],
  verdict,
  objects: false,
  serial: 0,
});

/** Lives through a history and lets the test look before each try. */
function live(
  { begins, straight, verdict, moves }: History,
  look: (present: Present, attempt: CaseTry) => void = () => {},
): Present {
  // a return is filed by its first step: it begins wild as often as not
  const before = begins === 'return' ? straight % 2 : straight;
  const all = [...Array.from({ length: before }, (_, nth) => plain(verdict, nth)), ...moves];
  return all.reduce(
    (present, each, nth) => {
      const attempt = triedCase(present, each, nth);
      look(present, attempt);
      return livedCase(present, attempt);
    },
    { file: beginnings[begins]!(), on: MONDAY },
  );
}

const promise = (say: (each: History) => void, numRuns = 40, seed?: number) =>
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
  const others = (given: string): string => (given === 'rollers' ? 'lights' : given);
  promise((each) => {
    const moves = each.moves.map((one) => ({
      ...one,
      answerer: others(one.answerer),
      builders: one.builders.map(others),
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
    100,
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
