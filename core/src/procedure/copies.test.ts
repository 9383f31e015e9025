import { expect, test } from 'vitest';
import { addDays } from '../time/index.ts';
import {
  after,
  chief,
  clerk,
  eventsOf,
  holderOf,
  inStage,
  MONDAY,
  paper,
  person,
  reaching,
  recordedOn,
  registered,
  storyWith,
  taking,
  treasurer,
} from '../testing/index.ts';

const given = storyWith(expect);
const archivist = holderOf('archive/clerk');
const start = registered('member');
const classify = (change = {}) =>
  after(start, taking(start, chief, 'classification/classify/1/0', change), chief, MONDAY);

test('a classification is written, and its paper goes with every copy though the co-signer ends the step', () => {
  given(start)
    .when(taking(start, chief, 'classification/classify/1/0', { document: undefined }), chief, MONDAY)
    .faults({ field: 'document', code: 'required' });

  const one = classify();
  const both = after(one, taking(one, treasurer, 'classification/classify/1/1'), treasurer, MONDAY);
  expect(both.problem.copies).toMatchObject([
    { unit: 'archive', state: 'filed', written: true, document: paper(MONDAY), clause: '§9', toSelf: true },
    { unit: 'press', state: 'owed', written: true, document: paper(MONDAY) },
  ]);
});

test.each([
  ['left out', {}, { field: 'facts.grade', code: 'required' }],
  ['a word the law does not know', { grade: 'gigantic' }, { field: 'facts.grade', code: 'unknown' }],
  [
    'beside a fact that is not this step’s to settle',
    { grade: 'minor', origin: 'league' },
    { field: 'facts.origin', code: 'unknown' },
  ],
])('a grade %s is not a classification', (_what, facts, fault) => {
  given(start)
    .when(taking(start, chief, 'classification/classify/1/0', { facts }), chief, MONDAY)
    .faults(fault);
});

test('the grade holds once the co-signer has signed, not before', () => {
  const one = classify({ facts: { grade: 'major' } });
  expect(one.problem.facts).toEqual({ origin: 'member' });

  const both = after(one, taking(one, treasurer, 'classification/classify/1/1'), treasurer, MONDAY);
  expect(both.problem.facts).toEqual({ origin: 'member', grade: 'major' });
  expect(eventsOf(both, 'FactsSettled')).toMatchObject([{ facts: { grade: 'major' }, clause: '§2' }]);
});

test.each([
  ['another grade', { grade: 'major' }, { field: 'facts.grade', code: 'unknown' }],
  ['where the problem comes from', { origin: 'league' }, { field: 'facts.origin', code: 'unknown' }],
])('a co-signer does not settle %s', (_what, facts, fault) => {
  const one = classify({ facts: { grade: 'minor' } });

  given(one)
    .when(taking(one, treasurer, 'classification/classify/1/1', { facts }), treasurer, MONDAY)
    .faults(fault);
});

test('nobody co-signs a grade that is not decided yet: what he puts his name under is there to be read', () => {
  const cosign = taking(start, treasurer, 'classification/classify/1/1');
  given(start).when(cosign, treasurer, MONDAY).blocks({ code: 'not-decided' });

  const decided = classify();
  const both = after(decided, taking(decided, treasurer, 'classification/classify/1/1'), treasurer, MONDAY);
  expect(eventsOf(both, 'FactsSettled')).toHaveLength(1);
});

test('a copy to a unit that sits in one’s own office still exists, and is called one to oneself', () => {
  const file = reaching('member', (problem) => problem.handedOverOn !== null);
  const copies = file.problem.copies.map((copy) => [copy.id, copy.toSelf]);
  // the treasurer’s co-signature does not make the office’s own classification another’s
  expect(copies).toEqual([
    ['classification/classify/1/archive/archive', true],
    ['classification/classify/1/press/press', false],
    ['handover/hand-over/1/archive/archive', true],
  ]);
});

test('an owed copy is sent once, with its number and no day to come', () => {
  const file = reaching('member', inStage('closed'));
  const owed = file.problem.copies.filter((copy) => copy.state === 'owed').map((copy) => copy.id);
  expect(owed).toEqual([
    'classification/classify/1/press/press',
    'acceptance/accept/1/league/league',
    'acceptance/accept/1/press/press',
  ]);
  const send = { type: 'RecordCopySent', copy: owed[1]!, document: paper(MONDAY) } as const;

  given(file)
    .when({ ...send, document: paper(MONDAY, '') }, clerk, MONDAY)
    .faults({ field: 'document.number', code: 'required' });
  given(file)
    .when({ ...send, document: paper(addDays(MONDAY, 1)) }, clerk, MONDAY)
    .faults({ field: 'document.date', code: 'in-the-future' });
  given(file).when(send, archivist, MONDAY).blocks({ code: 'wrong-seat' });

  const sent = after(file, send, clerk, MONDAY);
  expect(sent.problem.copies.find((copy) => copy.id === send.copy)).toMatchObject({
    state: 'sent',
    document: paper(MONDAY),
  });
  given(sent).when(send, clerk, MONDAY).blocks({ code: 'nothing-to-do' });
  given(sent).when({ type: 'AcknowledgeCopy', copy: send.copy }, archivist, MONDAY).blocks({ code: 'nothing-to-do' });
});

test('a copy is read by whom the plan lets read copies, in his own unit', () => {
  const file = reaching('member', (problem) => problem.handedOverOn !== null);
  const read = { type: 'AcknowledgeCopy', copy: 'handover/hand-over/1/archive/archive' } as const;
  const caretaker = person('caretaker', 'archive/caretaker');

  given(file)
    .when(read, caretaker, MONDAY)
    .blocks({ code: 'wrong-seat', needs: [{ unit: 'archive', post: 'clerk' }] });
});

test('a filed copy is acknowledged once, by the unit it went to', () => {
  const file = reaching('member', (problem) => problem.handedOverOn !== null);
  const read = { type: 'AcknowledgeCopy', copy: 'handover/hand-over/1/archive/archive' } as const;

  given(file)
    .when(read, treasurer, MONDAY)
    .blocks({ code: 'wrong-seat', needs: [{ unit: 'archive' }] });
  const acknowledged = after(file, read, archivist, MONDAY);
  expect(acknowledged.log.at(-1)).toMatchObject({ type: 'CopyRead', unitName: '档案室', clause: '§9' });
  given(acknowledged).when(read, archivist, MONDAY).blocks({ code: 'nothing-to-do' });
  given(acknowledged)
    .when({ type: 'RecordCopySent', copy: read.copy, document: paper(MONDAY) }, clerk, MONDAY)
    .blocks({ code: 'nothing-to-do' });
});

test('the last paper, an external unit’s, goes with the copies of the closure', () => {
  const file = reaching('league', inStage('closed'));
  const closing = file.problem.copies.filter((copy) => copy.step === 'signature');
  // the archive sits in the office that enters the paper, but the paper is the federation’s
  expect(closing.map((copy) => [copy.unit, copy.document, copy.toSelf])).toEqual([
    ['archive', recordedOn(MONDAY).document, false],
    ['press', recordedOn(MONDAY).document, false],
  ]);
});
