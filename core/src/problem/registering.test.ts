import { expect, test } from 'vitest';
import { pagesFor } from '../person/index.ts';
import type { Kind } from '../policy/index.ts';
import type { Law } from '../procedure/index.ts';
import { chief, clerk, club, MONDAY, registered } from '../testing/index.ts';
import { absent, decide, factsGiven, passToRegister } from './index.ts';

const { register: shared, ...others } = club.policy.acts;
const withKindsOf = (change: (kind: Kind) => readonly Kind[]): Law => ({
  ...club,
  policy: { ...club.policy, acts: others, kinds: club.policy.kinds!.flatMap(change) },
});
const chiefAlone = withKindsOf((kind) => [
  kind.is === 'problem'
    ? { ...kind, acts: { ...kind.acts, register: { clause: '§2', by: [{ role: 'office', post: 'chief' }] } } }
    : kind,
]);
const withoutProblems = withKindsOf((kind) => (kind.is === 'problem' ? [] : [kind]));

const { basics } = registered('member').problem;
const ask = { type: 'RegisterProblem', number: 'T-1', basics, facts: { origin: 'member' }, sources: [] } as const;

test('who registers problems is said by the kind of problem, where the acts of all kinds do not speak of it', () => {
  expect(decide({ ...ask, by: chief, on: MONDAY }, absent, chiefAlone)).toMatchObject({
    events: expect.arrayContaining([expect.objectContaining({ type: 'ProblemRegistered', clause: '§2' })]),
  });
  expect(decide({ ...ask, by: clerk, on: MONDAY }, absent, chiefAlone)).toMatchObject({
    refused: { obstacle: { code: 'wrong-seat' } },
  });
});

test('under a plan without problems nobody registers one, and no page speaks of them', () => {
  const pages = pagesFor({ actor: clerk, administrator: false }, withoutProblems, MONDAY);

  expect(passToRegister(clerk, withoutProblems, MONDAY)).toMatchObject({ obstacle: { code: 'silent' } });
  expect(pages).not.toContain('problems');
  expect(pages).not.toContain('imports');
  expect(pages).toContain('editions');
});

const problemWith = (change: (kind: Kind) => Partial<Kind>): Law =>
  withKindsOf((kind) => [
    kind.is === 'problem' ? { ...kind, acts: { ...kind.acts, register: shared! }, ...change(kind) } : kind,
  ]);
const worn = { id: 'worn', label: { zh: '磨损' }, type: 'yes-no', required: false, personal: false } as const;
const register = (law: Law, facts: Record<string, string>) =>
  decide({ ...ask, facts, by: clerk, on: MONDAY }, absent, law);
const faultsOf = (law: Law, facts: Record<string, string>) => {
  const decided = register(law, facts);
  return 'refused' in decided && 'faults' in decided.refused ? decided.refused.faults : [];
};

test('a question of the sheet that stands under its facts is answered with the registration, by yes or no', () => {
  const law = problemWith(({ sheet, facts }) => ({ sheet: [...sheet, worn], facts: [...facts, 'worn'] }));

  expect(register(law, { origin: 'member', worn: 'yes' })).toMatchObject({
    events: expect.arrayContaining([expect.objectContaining({ facts: { origin: 'member', worn: 'yes' } })]),
  });
  expect(faultsOf(law, { origin: 'member', worn: 'maybe' })).toEqual([{ field: 'facts.worn', code: 'unknown' }]);
  expect(faultsOf(club, { origin: 'member', worn: 'yes' })).toEqual([{ field: 'facts.worn', code: 'unknown' }]);
});

test('what the sheet needs only at some facts is asked for there and nowhere else', () => {
  const required = { when: { fact: 'origin', oneOf: ['member'] } };
  const law = problemWith(({ sheet, facts }) => ({
    sheet: [...sheet, { ...worn, required }],
    facts: [...facts, 'worn'],
  }));

  expect(faultsOf(law, { origin: 'member' })).toEqual([{ field: 'facts.worn', code: 'required' }]);
  expect(register(law, { origin: 'visitor' })).toHaveProperty('events');
});

test('a fact that no problem has under this plan is not entered with one', () => {
  const law = problemWith(({ facts }) => ({ facts: facts.filter((id) => id !== 'origin') }));
  expect(factsGiven(club).map(({ id }) => id)).toContain('origin');
  expect(factsGiven(law).map(({ id }) => id)).not.toContain('origin');
});
