import { expect, test } from 'vitest';
import type { Limit } from '../policy/index.ts';
import { caseAfter, caseEvents, noCaseFile, suggested, type CaseFile } from '../testing/case-story.ts';
import { caseTaken, caseWalk, openAt } from '../testing/case-walk.ts';
import { chief, clerk } from '../testing/index.ts';
import { kindWhere, stepWhere, withPolicy } from '../testing/kinds.ts';
import { limit } from '../testing/words.ts';
import { addDays } from '../time/index.ts';
import type { Law } from './law.ts';

const clockIds = ({ dossier }: CaseFile) => dossier.clocks.map(({ id }) => id);
const court = { about: 'court', where: { words: '一号场' } };

test('a limit from the opening of its step starts with the step, and runs at the facts it names alone', () => {
  const { file, on } = caseWalk(suggested(court), openAt('weighing/weigh'));
  expect(file.dossier.clocks.find(({ id }) => id === 'weigh-by')).toMatchObject({ event: 'opening', start: on });
  expect(clockIds(caseWalk(suggested(), openAt('weighing/weigh')).file)).not.toContain('weigh-by');
});

const hurry = { fact: 'urgent', oneOf: ['yes'] };
const where = (place: string, given: Limit): Law => stepWhere(place, ({ limits }) => ({ limits: [...limits, given] }));
const known = (file: CaseFile, on: CaseFile['dossier']['openedOn'], law: Law): CaseFile =>
  caseAfter(file, { type: 'FillSheet', values: { urgent: true }, reason: '补填' }, { on: addDays(on!, 3), law });

test('where the fact is known only later, the limit counts from when the step was opened all the same', () => {
  const law = where('weighing/weigh', { ...limit('hurry-by', 'opening', 2, '§5'), when: hurry });
  const { file, on } = caseWalk(suggested({}, { law }), openAt('weighing/weigh'), { law });
  expect(clockIds(file)).not.toContain('hurry-by');

  expect(known(file, on, law).dossier.clocks.find(({ id }) => id === 'hurry-by')).toMatchObject({ start: on });
});

test('so does one that counts from a milestone, or from the end of an earlier step', () => {
  for (const event of ['handed-on', 'step:hand', 'step:weighing/hand']) {
    const law = where(event.includes('/') ? 'building/do' : 'weighing/weigh', {
      ...limit('late-by', event, 20, '§5'),
      when: hurry,
    });
    const { file, on } = caseWalk(
      suggested({}, { law }),
      openAt(event.includes('/') ? 'building/do' : 'weighing/weigh'),
      { law },
    );
    const [handed] = caseEvents(file, 'StepTaken');
    expect(
      known(file, on, law).dossier.clocks.find(({ id }) => id === 'late-by'),
      event,
    ).toMatchObject({ start: handed!.on });
  }
});

test('a limit on a step that was done before binds nobody', () => {
  const law = where('weighing/work-out', { ...limit('late-by', 'opened', 20, '§5'), when: hurry });
  const { file, on } = caseWalk(suggested({}, { law }), openAt('weighing/weigh'), { law });
  expect(clockIds(known(file, on, law))).not.toContain('late-by');
});

test('a way that the flow does not take has no limits', () => {
  const law = where('refusing/answer', limit('answer-by', 'opened', 30, '§7'));
  expect(clockIds(suggested({}, { law }))).not.toContain('answer-by');

  const { file } = caseWalk(suggested({}, { law }), openAt('building/do'), { law });
  expect(clockIds(file)).not.toContain('answer-by');
});

test('the way that it does take has them from the day they count from, once it is known', () => {
  const law = where('building/do', limit('do-by', 'opened', 30, '§6'));
  const file = suggested({}, { law });
  const { file: begun } = caseWalk(file, openAt('building/do'), { law });
  expect(begun.dossier.clocks.find(({ id }) => id === 'do-by')).toMatchObject({ start: file.dossier.openedOn });
});

test('a limit of a way that a corrected fact no longer takes is dropped', () => {
  const law = withPolicy(
    (policy) => ({
      ...policy,
      procedures: policy.procedures.map((procedure) =>
        procedure.id === 'clearing'
          ? {
              ...procedure,
              routes: procedure.routes.map((route) => ({ ...route, when: { fact: 'team', oneOf: ['greens'] } })),
            }
          : procedure,
      ),
    }),
    kindWhere('locker', () => ({
      facts: ['team'],
      flow: [
        { run: 'storing', begins: ['heard'], times: 'once' },
        { run: 'clearing', begins: ['heard'], times: 'once' },
      ],
    })),
  );
  const limited = {
    ...law,
    policy: {
      ...law.policy,
      procedures: law.policy.procedures.map((procedure) =>
        procedure.id === 'clearing'
          ? {
              ...procedure,
              routes: procedure.routes.map((route) => ({
                ...route,
                steps: route.steps.map((step) => ({ ...step, limits: [limit('clear-by', 'opened', 10, '§9')] })),
              })),
            }
          : procedure,
      ),
    },
  };
  const open = { type: 'OpenCase', kind: 'locker', number: '柜-1', values: { title: '柜', team: 'greens' } } as const;
  const file = caseAfter(noCaseFile, open, { law: limited });
  expect(clockIds(file)).toEqual(['clear-by']);

  const corrected = caseAfter(file, { type: 'FillSheet', values: { team: 'nets' }, reason: '填错' }, { law: limited });
  expect(caseEvents(corrected, 'ClockDropped')).toMatchObject([{ clock: 'clear-by' }]);
});

test('what counts from a return counts from each return', () => {
  const law = where('weighing/work-out', limit('mend-by', 'returned/weighing', 3, '§5'));
  const { file, on } = caseWalk(suggested({}, { law }), openAt('weighing/weigh'), { law });
  const back = { type: 'ReturnStep', to: 'work-out', reason: '不清楚', becauseOf: '§5' } as const;
  const once = caseAfter(file, { ...back, task: 'weighing/weigh/1/1' }, { by: chief, on, law });
  const again = caseWalk(once, openAt('weighing/weigh'), { on, law });
  const later = addDays(again.on, 7);
  const twice = caseAfter(again.file, { ...back, task: 'weighing/weigh/2/1' }, { by: chief, on: later, law });

  expect(twice.dossier.clocks.find(({ id }) => id === 'mend-by')).toMatchObject({ start: later, metOn: null });
});

test('a step done again under any other limit wins no time', () => {
  const { file, on } = caseWalk(suggested(court), openAt('weighing/weigh'));
  const back = { type: 'ReturnStep', task: 'weighing/weigh/1/1', to: 'hand', reason: '交错', becauseOf: '§5' } as const;
  const again = caseTaken(caseAfter(file, back, { by: chief, on }), 'weighing/hand', clerk, {}, { on: addDays(on, 9) });
  expect(caseEvents(again, 'ClockStarted').filter(({ clock }) => clock === 'hand-by')).toHaveLength(1);
  expect(caseEvents(again, 'ClockMet').at(-1)).toMatchObject({ clock: 'hand-by', late: true });
});
