import { expect, test } from 'vitest';
import { plainDate } from '../../../time/index.ts';
import type { Example } from '../../model.ts';
import { seat } from '../../testing/library-words.ts';
import { withStep } from '../../testing/plant.ts';
import { found, said, unsettled } from '../../testing/checked.ts';
import { heavy, library, light } from '../../testing/library.ts';

const told = (example: Example) => ({ ...library, examples: [example] });

test.each<[string, Example, string]>([
  ['another plan route', { ...light, expect: { plan: 'rebind' } }, 'plan'],
  ['no plan route where there is one', { ...light, expect: { plan: 'none' } }, 'plan'],
  ['another acceptance route', { ...light, expect: { acceptance: 'inspect' } }, 'acceptance'],
  ['another signer', { ...heavy, expect: { signers: ['board/head'] } }, 'signers'],
  ['a signer too many', { ...heavy, expect: { signers: ['board/chair', 'desk/head'] } }, 'signers'],
  ['a copy too few', { ...light, expect: { copies: [] } }, 'copies'],
  ['another due day', { ...light, expect: { due: { 'mend-review': plainDate('2030-05-21') } } }, 'due.mend-review'],
  [
    'another route of a procedure',
    { ...light, expect: { procedures: { handover: { route: 'none', steps: { receive: ['desk/clerk'] } } } } },
    'procedures.handover.route',
  ],
  [
    'a step less',
    { ...light, expect: { procedures: { handover: { steps: { 'hand-over': ['desk/clerk'] } } } } },
    'procedures.handover.steps',
  ],
  [
    'the steps in another order',
    { ...light, expect: { procedures: { edition: { steps: { consent: ['board/chair'], form: ['desk/clerk'] } } } } },
    'procedures.edition.steps',
  ],
  [
    'somebody else at a step',
    { ...light, expect: { procedures: { classification: { steps: { grade: ['desk/clerk'] } } } } },
    'procedures.classification.steps',
  ],
  [
    'a copy of a procedure too few',
    { ...light, expect: { procedures: { classification: { copies: [] } } } },
    'procedures.classification.copies',
  ],
  [
    'a due day without its start',
    { ...light, starts: {}, expect: { due: { 'mend-review': plainDate('2030-05-20') } } },
    'due.mend-review',
  ],
  [
    'a limit of another route',
    { ...heavy, starts: light.starts ?? {}, expect: { due: { 'mend-review': plainDate('2030-05-20') } } },
    'due.mend-review',
  ],
])('an example that expects %s is named with its key', (_what, example, key) => {
  expect(unsettled(told(example))).toMatchObject([
    { kind: 'example-differs', about: [example.name, key], clauses: [example.clause], facts: [example.facts] },
  ]);
});

test('an example points at its line in the file of examples', () => {
  const [fault] = unsettled(told({ ...light, expect: { due: { 'mend-review': plainDate('2030-05-21') } } }));

  expect(fault).toMatchObject({ file: 'examples', path: ['examples', 0, 'expect', 'due', 'mend-review'] });
  expect(fault?.text.zh).toContain('2030-05-20');
});

test('an example that says what a procedure is made of holds, and who signs along is one of them', () => {
  const along = withStep(library, 'grading', 'grade', { coSign: [seat('board/chair')] });
  const procedures = {
    classification: { route: 'grading', steps: { grade: ['board/chair', 'desk/head'] }, copies: ['archive'] },
    handover: { steps: { 'hand-over': ['desk/clerk'], receive: ['case.holder/clerk'] }, copies: [] },
  };

  expect(said({ ...along, examples: [{ ...light, expect: { procedures } }] })).toEqual([]);
});

test('an example whose facts are not all given comes out as unknown', () => {
  expect(unsettled(told({ ...light, facts: {}, expect: { plan: 'mend' } }))[0]?.text.zh).toContain('? harm');
});

test('without a calendar days are left unchecked, routes are not', () => {
  const wrong: Example = { ...light, expect: { plan: 'rebind', due: { 'mend-review': plainDate('2030-05-21') } } };
  const late: Example = { ...light, expect: { due: { 'mend-review': plainDate('2030-05-21') } } };

  expect(found(told(late), null)).toEqual([]);
  expect(found(told(wrong), null).map(({ about }) => about[1])).toEqual(['plan']);
});

test('a signer named without a post means any post, which the chair is not', () => {
  expect(said(told({ ...heavy, expect: { signers: ['board'] } }))).toEqual([
    'example-differs 严重损坏请市馆看, signers',
  ]);
});
