import { expect, test } from 'vitest';
import { arrange, handling, isWork } from './arrange.ts';
import type { Offer } from './verb.ts';

const offer = (type: string, code?: string, title?: string): Offer =>
  ({
    type,
    target: null,
    title: title ? { zh: title } : null,
    unitName: null,
    clause: null,
    seen: null,
    obstacle: code ? { code } : null,
    needs: {},
  }) as Offer; // the order reads nothing else

const types = (offers: readonly Offer[]): string[] => offers.map(({ type }) => type);

test('what may be done comes first, in the order of the office', () => {
  expect(types(arrange([offer('Urge'), offer('AddEvidence'), offer('TakeStep')]).allowed)).toEqual([
    'TakeStep',
    'AddEvidence',
    'Urge',
  ]);
});

test('a sheet that is still to be filled in comes before what is done with an empty one; a correction waits in the list', () => {
  const first = { ...offer('FillSheet'), needs: { reason: false } } as Offer; // the order reads nothing else
  const correction = { ...first, needs: { reason: true } } as Offer; // as above
  const beside = [offer('FileNil'), offer('TakeStep', 'fields-missing')];
  expect(types(arrange([...beside, first]).allowed)).toEqual(['FillSheet', 'FileNil']);
  expect(isWork(first)).toBe(true);
  expect(types(arrange([...beside, correction]).allowed)).toEqual(['FileNil']);
});

test('a file is what one came for only where a step of one’s own waits for it', () => {
  const waiting = arrange([offer('AddEvidence'), offer('TakeStep', 'evidence-missing')]);
  const beside = arrange([offer('AddEvidence'), offer('TakeStep', 'wrong-seat')]);
  expect(waiting.allowed.map((each) => isWork(each, waiting.blocked))).toEqual([true]);
  expect(beside.allowed.map((each) => isWork(each, beside.blocked))).toEqual([false]);
});

test('while the work goes on, progress comes before a change of the plan', () => {
  expect(types(arrange([offer('WritePlan'), offer('ReportProgress'), offer('AddEvidence')]).allowed)).toEqual([
    'ReportProgress',
    'WritePlan',
    'AddEvidence',
  ]);
});

test('a step that waits for a colleague stays and says so; one of another stage does not crowd the bar', () => {
  const { blocked } = arrange([
    offer('TakeStep', 'wrong-seat'),
    offer('ReportFinish', 'wrong-stage'),
    offer('WritePlan', 'out-of-turn'),
  ]);
  expect(types(blocked)).toEqual(['TakeStep', 'WritePlan']);
});

test('an extension that the plan does not know stays in the bar and says so', () => {
  expect(types(arrange([offer('Urge'), offer('ExtendTerm', 'silent')]).blocked)).toEqual(['ExtendTerm']);
});

test('nothing that the server offers is left out of the whole list', () => {
  const offers = [
    offer('SomethingNew'),
    offer('WithdrawProblem', 'wrong-stage'),
    offer('TakeStep'),
    offer('AcknowledgeCopy'),
  ];
  expect(types(arrange(offers).all)).toEqual(['TakeStep', 'AcknowledgeCopy', 'WithdrawProblem', 'SomethingNew']);
});

test('a step that waits for many offices is one button: one’s own, or the first, which says why', () => {
  const others = [offer('TakeStep', 'wrong-seat', '会签'), offer('TakeStep', 'wrong-seat', '会签')];

  expect(arrange(others).blocked).toHaveLength(1);
  expect(arrange([...others, offer('TakeStep', undefined, '会签')]).blocked).toEqual([]);
  expect(arrange([...others, offer('TakeStep', 'wrong-seat', '审核')]).blocked).toHaveLength(2);
});

test('a line is handled by its own step; while that waits for something this person may bring, by what brings it', () => {
  const aimed = (type: string, target: string, code?: string): Offer => ({ ...offer(type, code), target });
  const step = aimed('TakeStep', 'plan/draft/1/0');
  expect(handling('plan/draft/1/0', [offer('WritePlan'), step])).toBe(step);
  const waiting = aimed('TakeStep', 'plan/draft/1/0', 'plan-missing');
  expect(handling('plan/draft/1/0', [waiting, offer('WritePlan')])?.type).toBe('WritePlan');
  // what is not his to do, or waits for somebody else, opens nothing
  expect(handling('plan/draft/1/0', [waiting, offer('WritePlan', 'wrong-seat')])).toBeNull();
  expect(handling('plan/draft/1/0', [aimed('TakeStep', 'plan/draft/1/0', 'wrong-seat')])).toBeNull();
  expect(handling('measure:m1', [offer('ReportProgress'), offer('CompleteMeasure')])?.type).toBe('ReportProgress');
  expect(handling('work', [offer('ReportProgress'), offer('ReportFinish')])).toBeNull();
});
