import { expect, test } from 'vitest';
import { theCalendar, type Actor } from '../access/index.ts';
import type { SheetField } from '../policy/index.ts';
import type { Law } from '../procedure/index.ts';
import { caseAfter, caseEvents, caseRefusal, noCaseFile, type CaseFile } from '../testing/case-story.ts';
import { clubWith, duty, twiceAYear } from '../testing/duties.ts';
import { captain, clerk, foreman } from '../testing/index.ts';
import { withPolicy } from '../testing/kinds.ts';
import { filedBy, owedBy, withSteps } from '../testing/returns.ts';
import { step, text } from '../testing/words.ts';
import type { CaseAsk } from './index.ts';

const dry: SheetField = { id: 'dry', label: text('干否'), type: 'yes-no', required: true, personal: false };

/** A round that the foreman fills in and the captain hands in; whether it was dry is a fact, and is filled in beside the steps. */
const asking = withPolicy(
  (policy) => ({
    ...policy,
    kinds: policy.kinds!.map((kind) =>
      kind.id === 'round-return' ? { ...kind, sheet: [...kind.sheet, dry], facts: ['dry'] } : kind,
    ),
  }),
  clubWith(duty(twiceAYear)),
);
const law: Law = filedBy(
  [
    step('fill', 'draft', ['case.filer/foreman'], '§2', { silent: true, fills: ['holes', 'words'] }),
    step('hand-in', 'submit', ['case.filer/captain'], '§2', { silent: true }),
  ],
  asking,
);
const opened = owedBy('greens', law, 10);
const then = (file: CaseFile, by: Actor, ask: CaseAsk): CaseFile => caseAfter(file, ask, { by, law });
const fill = (values: object): CaseAsk => ({ type: 'FillSheet', values: { ...values } });
const take = (task: string, values?: object): CaseAsk => ({
  type: 'TakeStep',
  task: `round/${task}/1/0`,
  ...(values ? { values: { ...values } } : {}),
});

test('a return is called by its duty, its period and whose it is, whatever is filled in; a gathering by its kind and the period', () => {
  const gathering = caseAfter(
    noCaseFile,
    {
      type: 'OpenCase',
      kind: 'round-sheet',
      number: '汇总-2030-01',
      values: {},
      owed: { ...opened.dossier.owed!, unit: '' },
    },
    { by: theCalendar, law },
  );

  expect(opened.dossier.title).toBe('巡场 2030-05-06 草坪队');
  const filled = then(then(opened, foreman, fill({ dry: true })), foreman, take('fill', { holes: 3, words: '北坡' }));
  expect(filled.dossier.title).toBe('巡场 2030-05-06 草坪队');
  expect(gathering.dossier.title).toBe('巡场汇总 2030-05-06');
});

test('whoever has his own return open puts a fact of it right until it is handed in', () => {
  const dried = then(opened, foreman, fill({ dry: true }));

  expect(then(dried, foreman, fill({ dry: false })).dossier.facts).toEqual({ dry: 'no' });
});

test('what must be filled in is there before it goes on; nothing to report needs none of it, at any step', () => {
  expect(caseRefusal(opened, take('fill', { holes: 3 }), { by: foreman, law })).toMatchObject({
    obstacle: { code: 'fields-missing', missing: ['dry'] },
  });
  const nil = then(opened, foreman, { type: 'FileNil' });
  expect(then(nil, captain, take('hand-in')).dossier.tasks).toMatchObject([{ step: 'check' }]);
});

test('a return in which something is filled in after all has something to report', () => {
  const nil = then(opened, foreman, { type: 'FileNil' });
  expect(nil.dossier.nil).toBe(true);
  expect(then(nil, captain, fill({ dry: false })).dossier.nil).toBe(false);
});

test('its limit is met by the last step of whoever owes it, not by the first and not by the check', () => {
  const filled = then(then(opened, foreman, fill({ dry: true })), foreman, take('fill', { holes: 3 }));
  expect(opened.dossier.clocks).toMatchObject([{ id: 'owed', target: { step: 'hand-in' } }]);
  expect(caseEvents(filled, 'ClockMet')).toEqual([]);
  expect(caseEvents(then(filled, captain, take('hand-in')), 'ClockMet')).toMatchObject([
    { clock: 'owed', late: false },
  ]);
  expect(caseRefusal(filled, { type: 'FillSheet', values: { dry: false } }, { by: clerk, law })).toMatchObject({
    obstacle: { code: 'wrong-seat' },
  });
});

test('nothing to report is filed by whoever owes the return: what the office drafts in it later is no filing', () => {
  const drafting = withPolicy(
    (policy) =>
      withSteps(
        'round',
        (steps) => [...steps.slice(0, 2), step('answer', 'draft', ['office/clerk'], '§2'), ...steps.slice(2)],
        policy,
      ),
    law,
  );
  const at = (by: Actor) => ({ by, law: drafting });
  const filled = caseAfter(owedBy('greens', drafting, 10), fill({ dry: true }), at(foreman));
  const filed = caseAfter(caseAfter(filled, take('fill', { holes: 3 }), at(foreman)), take('hand-in'), at(captain));

  expect(filed.dossier.tasks).toMatchObject([{ step: 'answer', unit: 'office' }]);
  expect(caseRefusal(filed, { type: 'FileNil' }, at(clerk))).toMatchObject({ obstacle: { code: 'nothing-to-do' } });
});
