import { expect, test } from 'vitest';
import { withKinds } from '../policy/index.ts';
import type { Law } from '../procedure/index.ts';
import { clerk, club, MONDAY, registered, storyWith } from '../testing/index.ts';
import { offers } from './index.ts';

const { correct: _unknownThen, ...acts } = club.policy.acts;
// as it stands in the database: published before the program knew this act
const older = { ...club, policy: withKinds({ ...club.policy, acts, kinds: undefined }) } as Law;

test('a dossier under an edition from before an act was known opens, and there the act is nobody’s', () => {
  const file = registered('member');
  const offered = offers(file.problem, { by: clerk, on: MONDAY }, older);

  expect(offered.find(({ type }) => type === 'CorrectProblem')).toMatchObject({
    obstacle: { code: 'silent', topic: 'correct' },
    clause: null,
  });
  expect(offered.find(({ type }) => type === 'AddCrossReference')).toMatchObject({ obstacle: null });
  storyWith(
    expect,
    older,
  )(file)
    .when({ type: 'CorrectProblem', basics: { place: '新址' }, facts: {}, reason: '更正' }, clerk, MONDAY)
    .blocks({ code: 'silent', topic: 'correct' });
});
