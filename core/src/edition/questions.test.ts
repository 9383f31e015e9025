import { expect, test } from 'vitest';
import type { Actor } from '../access/index.ts';
import type { Law } from '../procedure/index.ts';
import { chair, chief, clerk, club, clubWhere, MONDAY } from '../testing/index.ts';
import {
  decideEdition,
  editionDigest,
  editionOffers,
  evolveEdition,
  noEdition,
  type Edition,
  type EditionAsk,
} from './index.ts';

/** The club's rules do not say who submits the list, nor where it is returned to. */
const silent = clubWhere((step, route) => {
  if (route !== 'edition') return step;
  if (step.id === 'submit') return { ...step, by: [], asks: ['who'] };
  return step.id === 'consent' ? { ...step, returnsTo: [], asks: ['where'] } : step;
});
const member = {
  id: '1',
  number: 'T-1',
  title: '一号场坑洼',
  description: '',
  place: '',
  township: null,
  field: 'clay',
  facts: { origin: 'member' },
  proposedHolder: null,
};

const decided = (edition: Edition, ask: EditionAsk, by: Actor, law: Law = silent) =>
  decideEdition({ ...ask, by, on: MONDAY }, edition, law);
function then(edition: Edition, ask: EditionAsk, by: Actor, law: Law = silent): Edition {
  const decision = decided(edition, ask, by, law);
  if ('refused' in decision) throw new Error(JSON.stringify(decision.refused));
  return decision.events.reduce(evolveEdition, edition);
}
const take = (edition: Edition): EditionAsk => ({
  type: 'TakeStep',
  task: edition.tasks[0]!.id,
  seen: editionDigest(edition, club),
});
const rule = (edition: Edition, choice: string): EditionAsk => ({
  type: 'RuleQuestion',
  question: edition.questions.at(-1)!.id,
  choice,
  reason: '会上议定',
  scope: 'dossier',
});

const formed = then(noEdition, { type: 'FormEdition', no: 1, title: '第一版', members: [member] }, clerk);
const asking = then(formed, take(formed), clerk);

test('an edition waits for a ruling as any dossier does: its question is offered to whoever leads and is no step', () => {
  expect(asking.questions).toMatchObject([{ about: 'who', step: 'submit', ruling: null }]);
  expect(editionOffers(asking, chief, silent, MONDAY)).toMatchObject([
    { type: 'RuleQuestion', target: asking.questions[0]!.id, obstacle: null },
  ]);
  expect(decided(asking, take(asking), chief)).toMatchObject({ refused: { obstacle: { code: 'out-of-turn' } } });
  expect(decided(asking, rule(asking, 'office/chief'), clerk)).toMatchObject({
    refused: { obstacle: { code: 'wrong-seat' } },
  });
  expect(decided(asking, rule(asking, 'nobody/none'), chief)).toMatchObject({
    refused: { faults: [{ field: 'choice', code: 'unknown' }] },
  });
});

test('ruled on, it goes on; a return that has nowhere to go waits for its ruling too, and thaws the list as it was ruled', () => {
  const ruled = then(asking, rule(asking, 'office/chief'), chief);
  expect(ruled.tasks).toMatchObject([{ step: 'submit', post: 'chief' }]);

  const submitted = then(ruled, take(ruled), chief);
  const task = submitted.tasks[0]!.id;
  const back: EditionAsk = { type: 'ReturnStep', task, to: '', reason: '漏了一处', becauseOf: '§3' };
  const returned = then(submitted, back, chair);
  expect([returned.stage, returned.questions.at(-1)]).toMatchObject(['submitted', { about: 'where', ruling: null }]);
  expect(then(returned, rule(returned, 'form'), chief)).toMatchObject({ stage: 'forming', tasks: [{ step: 'form' }] });
});

test('an edition that is being agreed to is brought over to a later reading; one that was agreed to keeps its own', () => {
  const revision = { no: 2, changed: { zh: '改写' }, why: { zh: '讨论后' } };
  const reading: Law = { ...club, policy: { ...club.policy, edition: 'tennis/2030-01-01.r2', revision } };
  const bring: EditionAsk = { type: 'AdoptRevision', reading, reason: '统一按新解读办理' };

  expect(decided(asking, bring, clerk)).toMatchObject({ refused: { obstacle: { code: 'wrong-seat' } } });
  const brought = then(asking, bring, chief);
  expect(brought).toMatchObject({
    policy: 'tennis/2030-01-01.r2',
    questions: [],
    tasks: [{ step: 'submit', unit: 'office' }],
  });

  const agreed = [chief, chair].reduce((edition, by) => then(edition, take(edition), by, reading), brought);
  expect(decided(agreed, bring, chief, club)).toMatchObject({ refused: { obstacle: { code: 'closed' } } });
});
