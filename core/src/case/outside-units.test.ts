import { expect, test } from 'vitest';
import { theCalendar } from '../access/index.ts';
import { withKinds, type Policy } from '../policy/index.ts';
import { caseAfter, caseEvents, caseRefusal, noCaseFile, offerOf } from '../testing/case-story.ts';
import { recordedOn } from '../testing/complete.ts';
import { clubWith, duty, twiceAYear } from '../testing/duties.ts';
import { chief, clerk, MONDAY } from '../testing/index.ts';
import { seat, step } from '../testing/words.ts';

/** A duty that the league owes, which does not sign in here; what it files may be filled in before it is handed in. */
const base = clubWith(duty(twiceAYear, { by: ['league'] }));
const policy: Policy = {
  ...base.policy,
  procedures: base.policy.procedures.map((procedure) =>
    procedure.id === 'round'
      ? {
          ...procedure,
          routes: procedure.routes.map((route) => ({
            ...route,
            steps: [step('fill', 'submit', ['case.filer'], '§2', { silent: true }), route.steps[1]!],
          })),
        }
      : procedure,
  ),
};
const law = { ...base, policy: withKinds(policy) };
const owed = { duty: 'rounds', period: '2030-05-06', unit: 'league', field: null, due: MONDAY, openedLate: false };
const opened = caseAfter(
  noCaseFile,
  {
    type: 'OpenCase',
    kind: 'round-return',
    number: '巡场-2030-0001',
    values: {},
    parts: { 'case.filer': [{ unit: 'league', unitName: '', person: null }] },
    owed,
  },
  { by: theCalendar, law },
);

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
  const outside = {
    ...law,
    policy: {
      ...law.policy,
      procedures: law.policy.procedures.map((procedure) =>
        procedure.id === 'gathering'
          ? {
              ...procedure,
              routes: procedure.routes.map((route) => ({
                ...route,
                steps: [step('gather', 'form', ['league/chair'], '§2', { silent: true, writes: 'members' })],
              })),
            }
          : procedure,
      ),
      kinds: law.policy.kinds.map((kind) =>
        kind.id === 'round-sheet' ? { ...kind, opens: { by: [seat('office/clerk')], from: [] } } : kind,
      ),
    },
  };
  const sheet = { type: 'OpenCase', kind: 'round-sheet', number: '汇总-2030-01', values: {} } as const;
  const file = caseAfter(noCaseFile, sheet, { law: outside });

  expect(caseRefusal(file, { type: 'FreezeGathering', members: [] }, { by: clerk, law: outside })).toMatchObject({
    faults: [{ field: 'recorded', code: 'required' }],
  });
});
