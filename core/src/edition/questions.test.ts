import { expect, test } from 'vitest';
import type { Actor } from '../access/index.ts';
import type { Law } from '../procedure/index.ts';
import {
  listAfter,
  listRefusal,
  memberOf,
  noList,
  takingList as take,
  type ListFile,
} from '../testing/edition-story.ts';
import { chair, chief, clerk, club, clubWhere, MONDAY } from '../testing/index.ts';
import { editionOffers, type EditionAsk } from './index.ts';

/** The club's rules do not say who submits the list, nor where it is returned to. */
const silent = clubWhere((step, route) => {
  if (route !== 'edition') return step;
  if (step.id === 'submit') return { ...step, by: [], asks: ['who'] };
  return step.id === 'consent' ? { ...step, returnsTo: [], asks: ['where'] } : step;
});
const then = (at: ListFile, ask: EditionAsk, by: Actor, law: Law = silent) => listAfter(at, ask, by, law);
const refused = (at: ListFile, ask: EditionAsk, by: Actor, law: Law = silent) => listRefusal(at, ask, by, law);
const rule = ({ edition }: ListFile, choice: string): EditionAsk => ({
  type: 'RuleQuestion',
  question: edition.questions.at(-1)!.id,
  choice,
  reason: '会上议定',
  scope: 'dossier',
});

const formed = then(noList, { type: 'FormEdition', no: 1, title: '第一版', members: [memberOf('1')] }, clerk);
const asking = then(formed, take(formed), clerk);

test('an edition waits for a ruling as any dossier does: its question is offered to whoever leads and is no step', () => {
  expect(asking.edition.questions).toMatchObject([{ about: 'who', step: 'submit', ruling: null }]);
  expect(editionOffers(asking.edition, chief, silent, MONDAY)).toMatchObject([
    { type: 'RuleQuestion', target: asking.edition.questions[0]!.id, obstacle: null },
  ]);
  expect(refused(asking, take(asking), chief)).toMatchObject({ obstacle: { code: 'out-of-turn' } });
  expect(refused(asking, rule(asking, 'office/chief'), clerk)).toMatchObject({ obstacle: { code: 'wrong-seat' } });
  expect(refused(asking, rule(asking, 'nobody/none'), chief)).toMatchObject({
    faults: [{ field: 'choice', code: 'unknown' }],
  });
});

test('ruled on, it goes on; a return that has nowhere to go waits for its ruling too, and thaws the list as it was ruled', () => {
  const ruled = then(asking, rule(asking, 'office/chief'), chief);
  expect(ruled.edition.tasks).toMatchObject([{ step: 'submit', post: 'chief' }]);

  const submitted = then(ruled, take(ruled), chief);
  const task = submitted.edition.tasks[0]!.id;
  const back: EditionAsk = { type: 'ReturnStep', task, to: '', reason: '漏了一处', becauseOf: '§3' };
  const returned = then(submitted, back, chair);
  expect([returned.edition.stage, returned.edition.questions.at(-1)]).toMatchObject([
    'submitted',
    { about: 'where', ruling: null },
  ]);
  expect(then(returned, rule(returned, 'form'), chief).edition).toMatchObject({
    stage: 'forming',
    tasks: [{ step: 'form' }],
  });
});

test('an edition that is being agreed to is brought over to a later reading; one that was agreed to keeps its own', () => {
  const revision = { no: 2, changed: { zh: '改写' }, why: { zh: '讨论后' } };
  const reading: Law = { ...club, policy: { ...club.policy, edition: 'tennis/2030-01-01.r2', revision } };
  const bring: EditionAsk = { type: 'AdoptRevision', reading, reason: '统一按新解读办理' };

  expect(refused(asking, bring, clerk)).toMatchObject({ obstacle: { code: 'wrong-seat' } });
  const brought = then(asking, bring, chief);
  expect(brought.edition).toMatchObject({
    policy: 'tennis/2030-01-01.r2',
    questions: [],
    tasks: [{ step: 'submit', unit: 'office' }],
  });

  const agreed = [chief, chair].reduce((edition, by) => then(edition, take(edition), by, reading), brought);
  expect(refused(agreed, bring, chief, club)).toMatchObject({ obstacle: { code: 'closed' } });
});
