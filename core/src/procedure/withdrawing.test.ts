import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { Actor } from '../access/index.ts';
import { caseOffers, decideCase, evolveCase, noCase, type CaseEvent } from '../case/index.ts';
import { absent, decide, evolve, offers, problemLines, type ProblemEvent } from '../problem/index.ts';
import { beginnings } from '../testing/case-histories.ts';
import { caseHistories, liveCase } from '../testing/case-lives.ts';
import { caseRefusal } from '../testing/case-story.ts';
import {
  after,
  at,
  chair,
  club,
  people,
  reaching,
  refusal,
  taking,
  taskAt,
  treasurer,
  type File,
} from '../testing/index.ts';
import { kindsLaw } from '../testing/kinds.ts';
import { history, live } from '../testing/lives.ts';
import { MONDAY } from '../testing/walk.ts';
import type { PlainDate } from '../time/index.ts';
import { foldLog, type LastAct } from './index.ts';
import type { ProcedureEvent } from './event.ts';
import type { Law } from './law.ts';

// so many histories take longer than one test is given elsewhere
vi.setConfig({ testTimeout: 180_000 });

const chance = {
  players: fc.record({
    'case.answerer': fc.constant(['greens']),
    'case.builder': fc.constant(['nets']),
    'case.checker': fc.constant(['keepers']),
  }),
  verdicts: ['good', 'good', 'bad', 'odd'],
};

/** What was done last, as the log has it. */
const lastOf = (before: File, now: File, opened = false): LastAct => ({
  from: before.log.length + 1,
  to: now.log.length,
  events: now.log.slice(before.log.length) as readonly ProcedureEvent[], // steps write events of the engine
  before: before.problem,
  opened,
});

const back = (last: LastAct) => ({ type: 'WithdrawAct', reason: '附件传错', last }) as const;

/** The file once its last act was taken back. */
function without(now: File, last: LastAct, by: Actor, on: PlainDate, law: Law = club): File {
  const decision = decide({ ...back(last), by, on }, now.problem, law);
  if ('refused' in decision) throw new Error(JSON.stringify(decision.refused));
  const log = [...now.log, ...decision.events];
  return { problem: foldLog(evolve, absent, log), log };
}

test('an act that was taken back leaves the dossier as it stood, and the act and its reason in the record', () => {
  let taken = 0;
  fc.assert(
    fc.property(history, (each) => {
      live(each, ({ file }, { ask, by, on }) => {
        if (refusal(file, ask, by, on) !== null) return;
        const now = after(file, ask, by, on);
        const last = lastOf(file, now);
        if (refusal(now, back(last), by, on) !== null) return;
        taken += 1;
        const undone = without(now, last, by, on);
        expect(undone.problem).toEqual(file.problem);
        expect(problemLines(undone.problem, club)).toEqual(problemLines(file.problem, club));
        expect(undone.log.slice(0, now.log.length)).toEqual(now.log);
        expect(undone.log.at(-1)).toMatchObject({
          type: 'ActWithdrawn',
          from: last.from,
          to: last.to,
          reason: '附件传错',
        });
        // and whoever did it may do it again, which comes to the same
        const again = after(undone, ask, by, on);
        expect(again.problem).toEqual(now.problem);
        expect(foldLog(evolve, absent, JSON.parse(JSON.stringify(again.log)) as ProblemEvent[])).toEqual(now.problem);
      });
    }),
    { numRuns: 20 },
  );
  expect(taken).toBeGreaterThan(20);
});

test('a fold that leaves nothing out is another dossier: the act would still stand', () => {
  const before = reaching('member', at('plan/review'));
  const now = after(before, taking(before, treasurer, taskAt(before, 'plan/review', 'treasury')), treasurer, MONDAY);
  const { log, problem } = without(now, lastOf(before, now), treasurer, MONDAY);

  expect(log.reduce(evolve, absent)).not.toEqual(problem);
});

test('in every kind of dossier: what was taken back is as if it had never been, and is offered exactly where it succeeds', () => {
  let taken = 0;
  fc.assert(
    fc.property(caseHistories(Object.keys(beginnings), chance), (each) => {
      liveCase(each, { file: beginnings[each.begins]!(), on: MONDAY }, ({ file }, { ask, by, on, instant }) => {
        const given = { by, on, instant };
        if (caseRefusal(file, ask, given) !== null) return;
        const decision = decideCase({ ...ask, ...given }, file.dossier, kindsLaw);
        if ('refused' in decision) return;
        const log = [...file.log, ...decision.events];
        const now = decision.events.reduce(evolveCase, file.dossier);
        const last: LastAct = {
          from: file.log.length + 1,
          to: log.length,
          events: decision.events as readonly ProcedureEvent[], // as above
          before: file.dossier,
          opened: false,
        };
        const undoing = decideCase({ ...back(last), ...given }, now, kindsLaw);
        const offer = caseOffers(now, { ...given, last }, kindsLaw).find(({ type }) => type === 'WithdrawAct');
        expect('events' in undoing).toBe(offer !== undefined && offer.obstacle === null);
        if ('refused' in undoing) return;
        taken += 1;
        expect(foldLog<typeof noCase, CaseEvent>(evolveCase, noCase, [...log, ...undoing.events])).toEqual(
          file.dossier,
        );
      });
    }),
    { numRuns: 20 },
  );
  expect(taken).toBeGreaterThan(10);
});

test('nobody takes back what another did, and nobody what the next one has opened', () => {
  const before = reaching('member', at('plan/review'));
  const now = after(before, taking(before, treasurer, taskAt(before, 'plan/review', 'treasury')), treasurer, MONDAY);
  const why = (last: LastAct, by: Actor) => refusal(now, back(last), by, MONDAY);

  for (const by of people.filter(({ id }) => id !== treasurer.id))
    expect(why(lastOf(before, now), by)).toMatchObject({ obstacle: { code: 'not-withdrawable', why: 'not-last' } });
  expect(why(lastOf(before, now, true), treasurer)).toMatchObject({ obstacle: { why: 'opened' } });
  expect(why(lastOf(before, now), treasurer)).toBeNull();
  // it is offered to whoever did it and to nobody else, and not where nothing is known of the last act
  const offered = (by: Actor, last?: LastAct) =>
    offers(now.problem, { by, on: MONDAY, last }, club).filter(({ type }) => type === 'WithdrawAct');
  expect(offered(treasurer, lastOf(before, now))).toMatchObject([{ obstacle: null, needs: { reason: true } }]);
  expect(offered(treasurer)).toEqual([]);
  expect(offered(chair, lastOf(before, now))).toEqual([]);
});

test('what has brought the dossier to a milestone, or gone out as a paper, stands', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(history, (each) => {
      live(each, ({ file }, { ask, by, on }) => {
        if (refusal(file, ask, by, on) !== null) return;
        const now = after(file, ask, by, on);
        const last = lastOf(file, now);
        const refused = refusal(now, back(last), by, on);
        const types = last.events.map(({ type }) => type as string); // the problem's own events are among them
        const bound = ['HandedOver', 'PlanTookEffect', 'ProblemClosed', 'ProcedureStarted', 'ProcedureFinished'];
        if (types.some((type) => bound.includes(type))) expect(refused).not.toBeNull();
        const paper = last.events.some(
          (event) => event.type === 'StepTaken' && (event.document ?? event.recorded) !== null,
        );
        if (paper) expect(refused).not.toBeNull();
        if (refused?.code === 'not-allowed' && refused.obstacle.code === 'not-withdrawable')
          seen.add(refused.obstacle.why);
      });
    }),
    { numRuns: 20 },
  );
  expect([...seen]).toEqual(expect.arrayContaining(['not-last', 'paper', 'gone-out', 'gone-on']));
});

test('where the plan says that what was done at a step stays, it stays', () => {
  const law: Law = {
    ...club,
    policy: {
      ...club.policy,
      procedures: club.policy.procedures.map((procedure) => ({
        ...procedure,
        routes: procedure.routes.map((route) => ({
          ...route,
          steps: route.steps.map((step) => (step.id === 'review' ? { ...step, withdraw: 'never' as const } : step)),
        })),
      })),
    },
  };
  const before = reaching('member', at('plan/review'), { law });
  const ask = taking(before, treasurer, taskAt(before, 'plan/review', 'treasury'), {}, { law });
  const now = after(before, ask, treasurer, MONDAY, law);

  expect(refusal(now, back(lastOf(before, now)), treasurer, MONDAY, law)).toMatchObject({
    obstacle: { code: 'not-withdrawable', why: 'forbidden' },
  });
});
