import { expect, test } from 'vitest';
import type { CaseRole } from '../policy/index.ts';
import { suggested } from '../testing/case-story.ts';
import { caseChoices } from '../testing/case-values.ts';
import { caseTaken, caseTaking, caseWalk, openAt } from '../testing/case-walk.ts';
import { caseRefusal } from '../testing/case-story.ts';
import { clerk } from '../testing/index.ts';
import { kindWhere, stepWhere, withPolicy } from '../testing/kinds.ts';
import { seat } from '../testing/words.ts';
import type { Law } from './law.ts';

/** The keepers’ part signs along when it is weighed. */
const along = stepWhere('weighing/weigh', () => ({ coSign: [seat('case.checker/head')] }));
const required = (said: CaseRole['required'], law: Law = along): Law =>
  withPolicy(
    (policy) => ({
      ...policy,
      caseRoles: policy.caseRoles.map((role) => (role.id === 'case.checker' ? { ...role, required: said } : role)),
    }),
    law,
  );
const nobody = { ...caseChoices, players: { ...caseChoices.players, 'case.checker': [] } };
const signers = (law: Law, about = 'bar') => {
  const { file } = caseWalk(suggested({ about, where: { words: '一号场' } }, { law }), openAt('weighing/weigh'), {
    law,
    choices: nobody,
  });
  return file.dossier.tasks.filter(({ part }) => part === 'co-sign').map(({ unit }) => unit);
};

test('nobody signs along for a part that the plan can do without, always or at these facts', () => {
  expect(signers(required(false))).toEqual([]);
  expect(signers(required({ when: { fact: 'about', oneOf: ['court'] } }))).toEqual([]);
});

test('nor for a part that dossiers of this kind do not have', () => {
  const { policy } = along;
  const without = kindWhere('suggestion', () => ({ parts: ['case.answerer', 'case.builder'] }));

  expect(signers(required(true, { ...without, policy: { ...without.policy, procedures: policy.procedures } }))).toEqual(
    [],
  );
});

test('a part that is demanded is named at the hand-over, also at facts that are filled in there', () => {
  const file = suggested({ about: 'court', where: { words: '一号场' } });
  const parts = {
    'case.answerer': [{ unit: 'greens', unitName: '', person: null }],
    'case.builder': [{ unit: 'nets', unitName: '', person: null }],
  };
  expect(caseRefusal(file, caseTaking(file, 'weighing/hand', clerk, { parts }))).toMatchObject({
    faults: [{ field: 'parts.case.checker', code: 'required' }],
  });

  const there = stepWhere('weighing/hand', () => ({ fills: ['urgent'] }));
  const law = required({ when: { fact: 'urgent', oneOf: ['yes'] } }, there);
  const bar = suggested({}, { law });
  const handing = (urgent: boolean) => caseTaking(bar, 'weighing/hand', clerk, { parts, values: { urgent } }, { law });
  expect(caseRefusal(bar, handing(true), { law })).toMatchObject({
    faults: [{ field: 'parts.case.checker', code: 'required' }],
  });
  expect(caseRefusal(bar, handing(false), { law })).toBeNull();
  expect(
    caseTaken(bar, 'weighing/hand', clerk, { parts, values: { urgent: false } }, { law }).dossier.facts,
  ).toMatchObject({
    urgent: 'no',
  });
});
