import { expect, test } from 'vitest';
import { editionDigest, editionOffers, evolveEdition, noEdition, type Edition, type EditionAsk } from './index.ts';
import {
  listAfter as then,
  listRefusal as refused,
  memberOf as member,
  noList as blank,
  takingList,
  type ListFile,
} from '../testing/edition-story.ts';
import { chair, chief, clerk, club, everybody, MONDAY, paper } from '../testing/index.ts';
import { addDays } from '../time/index.ts';

const form = { type: 'FormEdition', no: 1, title: '第一版', members: [member('1'), member('2')] } as const;
const formed = then(blank, form, clerk);
const task = (at: ListFile): string => at.edition.tasks[0]!.id;
/** `seen`: what whoever takes it has before him; null: nothing. */
const take = (at: ListFile, seen?: string | null): EditionAsk =>
  seen === undefined ? takingList(at) : { type: 'TakeStep', task: task(at), ...(seen === null ? {} : { seen }) };
const frozen = then(formed, take(formed), clerk);
const submitted = then(frozen, take(frozen), chief);
const change = { type: 'ChangeMembers', add: [member('3')], remove: ['1'] } as const;
const types = (at: ListFile, from: ListFile) => at.log.slice(from.log.length).map((event) => event.type);

test('an edition is formed once, by whoever forms it', () => {
  expect(types(formed, blank)).toEqual(['EditionFormed', 'ProcedureStarted', 'StepOpened']);
  expect(formed.edition).toMatchObject({
    stage: 'forming',
    no: 1,
    policy: 'tennis/2030-01-01',
    members: [{ id: '1' }, { id: '2' }],
  });
  expect(refused(blank, form, chair)).toMatchObject({ obstacle: { code: 'wrong-seat' } });
  expect(refused(formed, form, clerk)).toMatchObject({ obstacle: { code: 'already-registered' } });
  expect(refused(blank, { ...form, title: ' ' }, clerk)).toMatchObject({
    faults: [{ field: 'title', code: 'required' }],
  });
  expect(refused(blank, change, clerk)).toMatchObject({ obstacle: { code: 'unknown-dossier' } });
});

test('members come and go while it is being formed, each once', () => {
  expect(then(formed, change, clerk).edition.members.map(({ id }) => id)).toEqual(['2', '3']);
  expect(refused(formed, { ...change, remove: [], add: [member('2')] }, clerk)).toMatchObject({
    faults: [{ field: 'members', code: 'malformed' }],
  });
  expect(refused(blank, { ...form, members: [member('1'), member('1')] }, clerk)).toMatchObject({
    faults: [{ field: 'members', code: 'malformed' }],
  });
});

test('an empty edition is not sent on', () => {
  const empty = then(formed, { type: 'ChangeMembers', add: [], remove: ['1', '2'] }, clerk);
  expect(refused(empty, take(empty), clerk)).toMatchObject({ obstacle: { code: 'edition-empty' } });
});

test('sent on, it is frozen: nobody changes it', () => {
  expect(types(frozen, formed)).toEqual(['StepTaken', 'StepOpened', 'EditionFrozen']);
  expect(frozen.log.at(-1)).toMatchObject({ digest: editionDigest(frozen.edition, club), size: 2, clause: '§3' });
  for (const by of everybody)
    expect(refused(frozen, change, by)).toMatchObject({ obstacle: { code: 'wrong-stage', stage: 'submitted' } });
});

test('consent is to exactly this edition and ends it', () => {
  const agreed = then(submitted, { ...take(submitted), document: paper(MONDAY) } as EditionAsk, chair);

  expect(types(agreed, submitted)).toEqual(['StepTaken', 'ProcedureFinished', 'EditionAgreed']);
  expect(agreed.edition).toMatchObject({
    stage: 'consented',
    consentedOn: MONDAY,
    consentedDigest: editionDigest(formed.edition, club),
    agreedUnder: paper(MONDAY),
    tasks: [],
  });
  expect(agreed.log.at(-1)).toMatchObject({ document: paper(MONDAY), by: { id: 'committee.chair' } });
  expect(refused(agreed, change, clerk)).toMatchObject({ obstacle: { code: 'wrong-stage' } });
});

test.each([
  ['another member', (edition: Edition) => ({ ...edition, members: [...edition.members, member('3')] })],
  [
    'another word in one problem',
    (edition: Edition) => ({ ...edition, members: edition.members.map((each) => ({ ...each, title: '改过' })) }),
  ],
  ['another order', (edition: Edition) => ({ ...edition, members: edition.members.toReversed() })],
  ['another title', (edition: Edition) => ({ ...edition, title: '改过' })],
])('consent to an edition that had %s when it was seen is refused', (_what, older) => {
  const seen = editionDigest(older(submitted.edition), club);
  expect(refused(submitted, take(submitted, seen), chair)).toMatchObject({
    code: 'content-changed',
    shown: seen,
    present: editionDigest(submitted.edition, club),
  });
});

test('consent by somebody who saw nothing is refused', () => {
  expect(refused(submitted, take(submitted, null), chair)).toMatchObject({ code: 'content-changed', shown: '' });
});

const back = { type: 'ReturnStep', to: 'form', reason: '漏了三号场', becauseOf: '§3' } as const;

test('returned to whoever forms it, it thaws; frozen again, the old sight of it is stale', () => {
  const thawed = then(submitted, { ...back, task: task(submitted) }, chair);
  expect(thawed.edition).toMatchObject({ stage: 'forming', tasks: [{ id: 'edition/form/2/0' }] });

  const changed = then(thawed, change, clerk);
  const again = then(
    then(changed, take(changed), clerk),
    { ...take(changed), task: 'edition/submit/2/0' } as EditionAsk,
    chief,
  );
  expect(refused(again, take(again, editionDigest(submitted.edition, club)), chair)).toMatchObject({
    code: 'content-changed',
  });
  expect(then(again, take(again), chair).edition.members.map(({ id }) => id)).toEqual(['2', '3']);
});

test('returned only to whoever submits it, it stays frozen', () => {
  const returned = then(submitted, { ...back, to: 'submit', task: task(submitted) }, chair);
  expect(returned.edition).toMatchObject({ stage: 'submitted', tasks: [{ step: 'submit' }] });
  expect(refused(returned, change, clerk)).toMatchObject({ obstacle: { code: 'wrong-stage' } });
});

test.each([
  ['without a reason', { reason: '' }, { field: 'reason', code: 'required' }],
  ['without a clause of the edition', { becauseOf: '§99' }, { field: 'becauseOf', code: 'unknown' }],
  ['to the step itself', { to: 'consent' }, { field: 'to', code: 'not-earlier' }],
])('a return %s is refused', (_how, wrong, fault) => {
  expect(refused(submitted, { ...back, task: task(submitted), ...wrong }, chair)).toMatchObject({
    code: 'bad-input',
    faults: [fault],
  });
});

test('a paper of tomorrow or without its number is no consent', () => {
  const withPaper = (document: ReturnType<typeof paper>) =>
    refused(submitted, { ...take(submitted), document } as EditionAsk, chair);
  expect(withPaper(paper(addDays(MONDAY, 1)))).toMatchObject({
    faults: [{ field: 'document.date', code: 'in-the-future' }],
  });
  expect(withPaper(paper(MONDAY, ' '))).toMatchObject({ faults: [{ field: 'document.number', code: 'required' }] });
});

test('a person of two posts does not consent to the list he formed', () => {
  const both = { ...clerk, postings: [...clerk.postings, ...chair.postings] };
  const own = then(formed, take(formed), both);
  const waiting = then(own, take(own), chief);
  expect(refused(waiting, take(waiting), both)).toMatchObject({ obstacle: { code: 'own-draft', step: 'form' } });
});

test('nor to one whose members he chose, when a colleague handed it in', () => {
  const both = { ...clerk, id: 'two-hats', postings: [...clerk.postings, ...chair.postings] };
  const chosen = then(formed, { type: 'ChangeMembers', add: [], remove: ['2'] }, both);
  const waiting = [clerk, chief].reduce((at, by) => then(at, take(at), by), chosen);
  expect(refused(waiting, take(waiting), both)).toMatchObject({ obstacle: { code: 'own-draft', step: 'edition' } });
});

test('what is offered is what is decided, for everybody and at every stage', () => {
  for (const at of [
    formed,
    frozen,
    submitted,
    then(formed, { type: 'ChangeMembers', add: [], remove: ['1', '2'] }, clerk),
  ]) {
    for (const by of everybody) {
      for (const offer of editionOffers(at.edition, by, club, MONDAY)) {
        const ask =
          offer.type === 'TakeStep'
            ? take(at)
            : { ...back, task: offer.target!, to: offer.needs.returnsTo[0]?.step ?? 'form' };
        expect(refused(at, ask, by) === null, `${by.id} ${offer.type} at ${at.edition.stage}`).toBe(
          offer.obstacle === null,
        );
      }
    }
  }
});

test('replaying the log gives the edition it was written from', () => {
  expect(submitted.log.reduce(evolveEdition, noEdition)).toEqual(submitted.edition);
});
