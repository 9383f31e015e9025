import { expect, test } from 'vitest';
import { oneOfEach } from './offers.ts';
import type { EditionOffer } from './use-edition.ts';

const offer = (type: string, target: string, mine: boolean, back: readonly string[] = []): EditionOffer => ({
  type,
  target,
  title: { zh: '汇总形成“一张表”' },
  unitName: target,
  clause: '一(二).2',
  obstacle: mine ? null : { code: 'wrong-unit' },
  seen: null,
  needs: {
    opinion: true,
    reason: false,
    document: false,
    recorded: false,
    facts: [],
    parts: false,
    fixedParts: [],
    objection: false,
    lengthens: null,
    values: [],
    outcomes: [],
    says: false,
    differed: [],
    demands: [],
    measures: [],
    returnsTo: back.map((step) => ({ step, title: { zh: step } })),
  },
});

test('a step that waits for two offices is one button: the own act, wherever it stands in the list', () => {
  const [other, own] = [offer('TakeStep', '别的单位', false), offer('TakeStep', '本单位', true)];
  expect(oneOfEach([other, own])).toEqual([own]);
  expect(oneOfEach([own, other])).toEqual([own]);
});

test('whoever has nothing to do there still sees the act and why it is not theirs', () => {
  const first = offer('TakeStep', '甲单位', false);
  expect(oneOfEach([first, offer('TakeStep', '乙单位', false)])).toEqual([first]);
});

test('nothing is sent back from the first step', () => {
  const back = offer('ReturnStep', '本单位', true, ['form']);
  expect(oneOfEach([offer('ReturnStep', '本单位', false), back])).toEqual([back]);
});

test('where the plan leaves open where a return goes, it is an act all the same', () => {
  const open = offer('ReturnStep', '本单位', true);
  expect(oneOfEach([open])).toEqual([open]);
});
