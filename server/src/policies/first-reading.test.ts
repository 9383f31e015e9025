import { canonical } from '@bihuan/core/ledger';
import { faults, withKinds } from '@bihuan/core/policy';
import path from 'node:path';
import { expect, test } from 'vitest';
import { CALENDARS, readCalendars } from '../calendars/index.ts';
import { ROOT } from '../config.ts';
import { sm3 } from '../sm3.ts';
import { FIRST_READING } from '../testing/county.ts';
import { shidian } from '../testing/shidian.ts';
import { readPack } from './read.ts';

const { pack } = readPack(FIRST_READING);

// installations have published exactly this; under another digest they would be told that their edition was changed
test('the first reading of the plan is what it was when it was published', () => {
  expect(sm3(canonical(pack))).toBe('c1f0e9d83afda513ac1d652ab215625e99fd2b128ab64cc976b7e837b7b90466');
});

test('it still passes', () => {
  const found = faults(pack!, readCalendars(CALENDARS, pack!.policy.calendars));

  expect(found.filter(({ ruling }) => ruling === null)).toEqual([]);
});

test('the second reading says what changed and why, and leaves the ways of a problem as they were', () => {
  const second = readPack(path.join(ROOT, 'policies/shidian/2023-05-17.r2')).pack!.policy;
  const { revision, procedures } = second;
  const loop = ['classification', 'edition', 'handover', 'plan', 'acceptance'];
  const before = withKinds(pack!.policy).procedures;

  expect(revision).toMatchObject({ no: 2, changed: { zh: expect.any(String) }, why: { zh: expect.any(String) } });
  expect(withKinds({ ...second, kinds: undefined }).procedures.filter(({ id }) => loop.includes(id))).toEqual(before);
  expect(procedures.map(({ id }) => id)).toEqual(expect.arrayContaining(loop));
});

test('the newest reading says what changed and why', () => {
  expect(shidian.policy.revision).toMatchObject({
    no: 3,
    changed: { zh: expect.any(String) },
    why: { zh: expect.any(String) },
  });
});
