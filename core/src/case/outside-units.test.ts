import { expect, test } from 'vitest';
import type { Policy } from '../policy/index.ts';
import { caseAfter, caseEvents, caseRefusal, noCaseFile, offerOf } from '../testing/case-story.ts';
import { recordedOn } from '../testing/complete.ts';
import { clubWith, duty, twiceAYear } from '../testing/duties.ts';
import { chief, clerk, MONDAY } from '../testing/index.ts';
import { withPolicy } from '../testing/kinds.ts';
import { filedBy, owedBy, withSteps } from '../testing/returns.ts';
import { seat, step } from '../testing/words.ts';

/** A duty that the league owes, which does not sign in here; what it files may be filled in before it is handed in. */
const law = filedBy(
  [step('fill', 'submit', ['case.filer'], '§2', { silent: true })],
  clubWith(duty(twiceAYear, { by: ['league'] })),
);
const opened = owedBy('league', law, 10);

const openedBy = (by: string, policy: Policy): Policy => ({
  ...policy,
  kinds: policy.kinds!.map((kind) =>
    kind.id === 'round-sheet' ? { ...kind, opens: { by: [seat(by)], from: [] } } : kind,
  ),
});

test('what a unit files that does not sign in here is filled in by whoever enters its acts', () => {
  const fill = { type: 'FillSheet', values: { holes: 3 } } as const;

  expect(opened.dossier.tasks).toMatchObject([{ unit: 'league', external: true }]);
  expect(caseRefusal(opened, fill, { by: chief, law })).toMatchObject({ obstacle: { code: 'wrong-seat' } });
  expect(caseAfter(opened, fill, { by: clerk, law }).dossier.values).toEqual({ holes: 3 });
});

test('its nil return is filed with its paper, and not without', () => {
  const recorded = recordedOn(MONDAY);

  expect(offerOf(opened, 'FileNil', null, { by: clerk, law })?.needs.recorded).toBe(true);
  expect(caseRefusal(opened, { type: 'FileNil' }, { by: clerk, law })).toMatchObject({
    faults: [{ field: 'recorded', code: 'required' }],
  });
  const filed = caseAfter(opened, { type: 'FileNil', recorded }, { by: clerk, law });
  expect(filed.dossier.nil).toBe(true);
  expect(caseEvents(filed, 'StepTaken')).toMatchObject([{ unit: 'league', recorded }]);
});

test('the members of a gathering are fixed by nobody in the name of a unit outside', () => {
  const gather = step('gather', 'form', ['league/chair'], '§2', { silent: true, writes: 'members' });
  const outside = withPolicy((policy) => withSteps('gathering', () => [gather], openedBy('office/clerk', policy)), law);
  const sheet = { type: 'OpenCase', kind: 'round-sheet', number: '汇总-2030-01', values: {} } as const;
  const file = caseAfter(noCaseFile, sheet, { law: outside });

  expect(caseRefusal(file, { type: 'FreezeGathering', members: [] }, { by: clerk, law: outside })).toMatchObject({
    faults: [{ field: 'recorded', code: 'required' }],
  });
});
