import { expect, test } from 'vitest';
import { after, chair, club, holderOf, MONDAY, person, reaching, refusal, treasurer } from '../testing/index.ts';
import type { Law } from '../procedure/index.ts';
import { seat } from '../testing/words.ts';
import { problemLines } from './charges.ts';

/** Disputes are settled by the greens' own captain, or, where the greens raise one, by the treasurer. */
function arbiters(instead?: string): Law {
  const { policy } = club;
  const own = { role: 'greens-only', post: 'captain' };
  const rule = { clause: '§4', by: [own], ...(instead ? { instead: [seat(instead)] } : {}) };
  const kinds = policy.kinds?.map(({ acts: { 'arbitrate-hand-over': _own, ...acts }, ...kind }) => ({ ...kind, acts }));
  const units = club.units.map((unit) =>
    unit.id === 'greens' ? { ...unit, roles: [...unit.roles, { role: 'greens-only' }] } : unit,
  );
  return {
    ...club,
    units,
    policy: { ...policy, kinds: kinds ?? [], acts: { ...policy.acts, 'arbitrate-hand-over': rule } },
  };
}

const captain = holderOf('greens/captain');
const other = person('another-captain', 'greens/captain');
const contested = after(
  reaching('member', (problem) => problem.handedOverOn !== null),
  { type: 'ContestHandOver', reason: '不属我队', becauseOf: '§4' },
  captain,
  MONDAY,
);
const uphold = { type: 'ArbitrateHandOver', outcome: 'uphold', reason: '属你队' } as const;

test('a dispute that the arbiter’s own house has raised is settled by whoever the plan names instead', () => {
  const law = arbiters('treasury/treasurer');
  expect(refusal(contested, uphold, other, MONDAY, law)).toMatchObject({ obstacle: { code: 'wrong-seat' } });
  expect(refusal(contested, uphold, treasurer, MONDAY, law)).toBeNull();
  expect(problemLines(contested.problem, law).filter(({ what }) => what === 'contest')).toMatchObject([
    { unit: 'treasury' },
  ]);
});

test('where the plan names nobody, another person of the house does, and never the one who raised it', () => {
  const law = arbiters();
  expect(refusal(contested, uphold, other, MONDAY, law)).toBeNull();
  expect(refusal(contested, uphold, captain, MONDAY, law)).toMatchObject({ obstacle: { code: 'own-draft' } });
});

test('of another house the arbiter settles it himself', () => {
  expect(refusal(contested, uphold, chair, MONDAY, club)).toBeNull();
  expect(refusal(contested, uphold, treasurer, MONDAY, club)).toMatchObject({ obstacle: { code: 'wrong-seat' } });
});
