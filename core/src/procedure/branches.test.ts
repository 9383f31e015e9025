import { expect, test } from 'vitest';
import type { Kind, Stretch } from '../policy/index.ts';
import { caseAfter, caseEvents, suggested, type CaseFile } from '../testing/case-story.ts';
import { givenEvidence } from '../testing/case-complete.ts';
import { caseChoices } from '../testing/case-values.ts';
import { caseTaken, caseWalk, openAt } from '../testing/case-walk.ts';
import { addDays } from '../time/index.ts';
import { chief, clerk, foreman, holderOf as holder, MONDAY } from '../testing/index.ts';
import { kindsLaw, kindWhere, stepWhere, withPolicy } from '../testing/kinds.ts';
import { limit } from '../testing/words.ts';
import type { Law } from './law.ts';

const verdict = (said: string) => ({ choices: { ...caseChoices, verdict: said } });
const flowed = (change: (stretch: Stretch) => Stretch, more: Partial<Kind> = {}): Law =>
  kindWhere('suggestion', ({ flow }) => ({ flow: flow.map(change), ...more }));

/** Building and refusing both begin where the verdict is good. */
const both = flowed((each) =>
  each.run === 'refusing' ? { ...each, when: { fact: 'verdict', oneOf: ['good', 'bad'] } } : each,
);

test('where two branches apply neither begins by itself, and none of their limits runs before a person has ruled', () => {
  const limited = stepWhere('refusing/answer', () => ({
    limits: [limit('answer-by', 'weighed', 5, '§7')],
    silent: false,
  }));
  const law = { ...both, policy: { ...both.policy, procedures: limited.policy.procedures } };
  const { file, on } = caseWalk(suggested({}, { law }), ({ questions }) => questions.length > 0, { law });

  expect(file.dossier.questions).toMatchObject([
    { about: 'branch', choices: [{ id: 'building' }, { id: 'refusing' }] },
  ]);
  expect(Object.keys(file.dossier.runs)).toEqual(['weighing']);
  expect(file.dossier.clocks.map(({ id }) => id)).not.toContain('answer-by');

  const [asked] = file.dossier.questions;
  const ruling = {
    type: 'RuleQuestion',
    question: asked!.id,
    choice: 'refusing',
    reason: '不修',
    scope: 'dossier',
  } as const;
  const ruled = caseAfter(file, ruling, { by: chief, on, law });
  expect(Object.keys(ruled.dossier.runs)).toEqual(['weighing', 'refusing']);
});

test('a ruling for the edition that a later reading has no choice for any more is asked anew', () => {
  const { file } = caseWalk(suggested(), ({ questions }) => questions.length > 0, verdict('odd'));
  const [asked] = file.dossier.questions;
  const ruling = (choice: string): Law => ({
    ...kindsLaw,
    answers: {
      [asked!.key]: {
        choice,
        reason: '惯例',
        scope: 'edition',
        by: { id: 'x', name: 'x', unit: 'office', unitName: '会所', post: 'chief' },
        on: MONDAY,
        document: null,
        under: 'tennis/2030-01-01',
      },
    },
  });
  const next = (law: Law) =>
    caseWalk(suggested({}, { law }), ({ milestones }) => milestones['weighed'] !== undefined, {
      ...verdict('odd'),
      law,
    }).file.dossier;

  expect(next(ruling('refusing')).runs).toHaveProperty('refusing');
  expect(next(ruling('demolishing')).questions).toMatchObject([{ ruling: null }]);
});

test('what may come again does not begin twice at once, where the flow itself comes to the point a second time', () => {
  const law = flowed((each) => (each.run === 'reporting' ? { ...each, begins: ['returned/weighing'] } : each));
  const { file, on } = caseWalk(suggested({}, { law }), openAt('weighing/weigh'), { law });
  const back = (to: CaseFile, round: number): CaseFile =>
    caseAfter(
      to,
      { type: 'ReturnStep', task: `weighing/weigh/${round}/0`, to: 'work-out', reason: '再议', becauseOf: '§5' },
      { by: holder('committee/chair'), on, law },
    );
  const once = back(file, 1);
  const proof = { type: 'AddEvidence', evidence: givenEvidence('before-photo', 7, on) } as const;
  const proved = caseAfter(once, proof, { by: foreman, on, law });
  const twice = back(caseTaken(proved, 'weighing/work-out', foreman, {}, { on, law }), 2);

  expect(Object.keys(once.dossier.runs)).toEqual(['weighing', 'reporting']);
  expect(Object.keys(twice.dossier.runs)).toEqual(['weighing', 'reporting']);
});

test('a step that closes and reaches another point comes to that first: what would begin there ends with the closing', () => {
  const law = stepWhere('refusing/answer', () => ({
    reaches: 'accepted',
    by: [{ role: 'office', post: 'clerk' }],
    asks: [],
  }));
  const { file, on } = caseWalk(suggested({}, { law }), openAt('refusing/answer'), { ...verdict('bad'), law });
  const closed = caseTaken(file, 'refusing/answer', clerk, {}, { on, law });

  expect(
    caseEvents(closed, 'MilestoneReached')
      .map(({ milestone }) => milestone)
      .slice(-2),
  ).toEqual(['answered', 'closed']);
  expect(closed.dossier).toMatchObject({ closedOn: on, stage: 'closed', tasks: [] });
  expect(closed.dossier.runs['filing']).toMatchObject({ finishedOn: on });
});

test('a step that leads to itself is done again in a round of its own', () => {
  const law = stepWhere('building/accept', ({ outcomes }) => ({
    dissent: 'records',
    outcomes: outcomes!.map((each) => (each.id === 'again' ? { ...each, next: 'accept' } : each)),
  }));
  const { file, on } = caseWalk(suggested({}, { law }), openAt('building/accept'), { law });
  const again = caseTaken(
    caseTaken(file, 'building/accept', holder('treasury/treasurer'), {}, { on, law }),
    'building/accept',
    holder('survey/surveyor'),
    { outcome: 'again' },
    { on, law },
  );

  expect(again.dossier.runs['building']).toMatchObject({ step: 'accept', round: 2 });
  expect(again.dossier.tasks.map(({ id }) => id)).toEqual(['building/accept/2/0', 'building/accept/2/1']);
});

test('a run that came again counts from what began it, and from no point that was passed before', () => {
  const late = withPolicy((policy) => ({
    ...policy,
    procedures: policy.procedures.map((procedure) =>
      procedure.id === 'reopening'
        ? {
            ...procedure,
            routes: procedure.routes.map((route) => ({
              ...route,
              steps: route.steps.map((step) =>
                step.id === 'accept-again'
                  ? {
                      ...step,
                      silent: false,
                      limits: [
                        { ...limit('since-handed', 'handed-on', 5, '§8'), when: { fact: 'urgent', oneOf: ['yes'] } },
                        { ...limit('since-taken-up', 'taken-up', 5, '§8'), when: { fact: 'urgent', oneOf: ['yes'] } },
                      ],
                    }
                  : step,
              ),
            })),
          }
        : procedure,
    ),
  }));
  const closed = ({ closedOn }: { readonly closedOn: unknown }): boolean => closedOn !== null;
  const takeUp = { type: 'DoAct', act: 'take-up' } as const;
  const first = caseWalk(suggested({}, { law: late }), closed, { ...verdict('bad'), law: late });
  const up = caseAfter(first.file, takeUp, { by: chief, on: first.on, law: late });
  const second = caseWalk(up, closed, { law: late, on: addDays(first.on, 1) });
  const again = caseAfter(second.file, takeUp, { by: chief, on: second.on, law: late });
  const urgent = { type: 'FillSheet', values: { urgent: true }, reason: '急' } as const;
  const known = caseAfter(again, urgent, { by: clerk, on: addDays(second.on, 1), law: late });

  expect(known.dossier.runs).toHaveProperty('reopening#2');
  expect(known.dossier.tasks).toMatchObject([{ run: 'reopening#2', step: 'redo' }]);
  expect(known.dossier.clocks.map(({ id }) => id).filter((id) => id.startsWith('since'))).toEqual(['since-taken-up#2']);
});
