import { expect, test } from 'vitest';
import { pagesFor } from '../person/index.ts';
import type { Kind } from '../policy/index.ts';
import type { Law } from '../procedure/index.ts';
import { chief, clerk, club, MONDAY, registered } from '../testing/index.ts';
import { absent, decide, passToRegister } from './index.ts';

const { register: _shared, ...others } = club.policy.acts;
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
