import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Step } from '../policy/index.ts';
import {
  after,
  at,
  chair,
  chief,
  clerk,
  clockOf,
  clubWhere,
  eventsOf,
  evidenceOf,
  MONDAY,
  reaching,
  refusal,
  storyWith,
  surveyor,
  taking,
} from '../testing/index.ts';
import { seat, text } from '../testing/words.ts';
import { history, live } from '../testing/lives.ts';
import { acceptsNoOwnWork } from '../testing/oracles.ts';
import { absent, evolve, offers } from './index.ts';

/** The survey shows what it saw before the chair accepts, and says how it found it. */
const shown = (step: Step, route: string): Step => {
  if (route !== 'own') return step;
  if (step.id === 'accept')
    return {
      ...step,
      objections: {
        by: [seat('office/clerk')],
        settledBy: [seat('office/chief')],
        upheldTo: 'self-check',
        clause: '§9',
      },
    };
  if (step.id !== 'on-site') return step;
  return {
    ...step,
    outcomes: [
      { id: 'sound', title: text('合格'), closes: false },
      { id: 'again', title: text('返工'), next: 'self-check', closes: false },
    ],
  };
};
const law = clubWhere(shown);
const given = storyWith(expect, law);
const onSite = after(
  reaching('member', at('acceptance/on-site'), { law }),
  { type: 'AddEvidence', evidence: evidenceOf('on-site-record', 9, MONDAY) },
  surveyor,
  MONDAY,
  law,
);
const taken = (outcome: string) =>
  after(onSite, taking(onSite, surveyor, 'acceptance/on-site/1/0', { outcome }, { law }), surveyor, MONDAY, law);
const accepting = taken('sound');
const raise = {
  type: 'RaiseObjection',
  id: 'o1',
  task: 'acceptance/accept/1/0',
  from: '某会员（演示）',
  day: MONDAY,
  text: '没有修平',
} as const;
const raised = after(accepting, raise, clerk, MONDAY, law);
const settle = { type: 'SettleObjection', objection: 'o1', upheld: true, reason: '看过现场' } as const;

test('a step of a problem ends in one of several ways, and without saying which it does not end', () => {
  expect(accepting.problem.tasks.map(({ step }) => step)).toEqual(['accept']);
  given(onSite)
    .when(taking(onSite, surveyor, 'acceptance/on-site/1/0', { outcome: undefined }, { law }), surveyor, MONDAY)
    .faults({ field: 'outcome', code: 'required' });
});

test('an end that leads back has the check done again, and the plan’s own date runs on from where it was', () => {
  expect(clockOf(accepting, 'plan-deadline').metOn).toBe(MONDAY);
  const again = taken('again');
  expect(again.problem.tasks.map(({ step, round }) => `${step}/${round}`)).toEqual(['self-check/2', 'self-check/2']);
  expect(clockOf(again, 'plan-deadline').metOn).toBeNull();
});

test('a problem that is objected to is not accepted before the objection is settled', () => {
  expect(offers(raised.problem, { by: chief, on: MONDAY }, law).map(({ type }) => type)).toContain('SettleObjection');
  const accept = taking(raised, chair, 'acceptance/accept/1/0', {}, { law });
  given(raised).when(accept, chair, MONDAY).blocks({ code: 'objections-open', count: 1 });
  given(raised).when(settle, clerk, MONDAY).blocks({ code: 'wrong-seat' });

  const dismissed = after(raised, { ...settle, upheld: false }, chief, MONDAY, law);
  expect(refusal(dismissed, accept, chair, MONDAY, law)).toBeNull();
});

test('one that is upheld leads back, and the plan’s own date runs on', () => {
  const back = after(raised, settle, chief, MONDAY, law);
  expect(eventsOf(back, 'StepReturned').at(-1)).toMatchObject({
    to: 'self-check',
    reason: '看过现场',
    becauseOf: '§9',
  });
  expect(clockOf(back, 'plan-deadline').metOn).toBeNull();
});

test('where nothing is made public there is nothing to object to', () => {
  given(onSite)
    .when({ ...raise, task: 'acceptance/on-site/1/0' }, clerk, MONDAY)
    .blocks({ code: 'nothing-to-do' });
});

test('what is offered on such a problem is accepted when complete, along any path, and its log replays', () => {
  fc.assert(
    fc.property(history, (each) => {
      const { file } = live(
        each,
        (present, { ask, by, offer, on }) => {
          if (!offer) return;
          const refused = refusal(present.file, ask, by, on, law);
          if (offer.obstacle === null) expect(refused, `${by.id} ${JSON.stringify(ask)}`).toBeNull();
          else expect(refused).toMatchObject({ code: 'not-allowed', obstacle: offer.obstacle });
        },
        law,
      );
      expect(file.log.reduce(evolve, absent)).toEqual(file.problem);
      acceptsNoOwnWork(file.log);
    }),
    { numRuns: 40 },
  );
}, 60_000);
