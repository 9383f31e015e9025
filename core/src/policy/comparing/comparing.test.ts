import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { kindsLaw } from '../../testing/kinds.ts';
import { workingDays } from '../../time/index.ts';
import { fieldTypes, type Limit, type Pack, type Policy, type Step } from '../model.ts';
import { differences } from './index.ts';

// each run reads two whole plans, on machines that do other things as well
vi.setConfig({ testTimeout: 180_000 });

const packOf = (policy: Policy): Pack => ({ policy, units: kindsLaw.units, examples: [] });
const first = packOf(kindsLaw.policy);
const revision = { no: 2, changed: { zh: '改写' }, why: { zh: '讨论后' } };
const second = (change: (policy: Policy) => Partial<Policy>): Pack =>
  packOf({ ...kindsLaw.policy, edition: `${kindsLaw.policy.edition}.r2`, revision, ...change(kindsLaw.policy) });
const stepsOf = (change: (step: Step) => Partial<Step>) => (policy: Policy) => ({
  procedures: policy.procedures.map((procedure) => ({
    ...procedure,
    routes: procedure.routes.map((route) => ({
      ...route,
      steps: route.steps.map((step) => ({ ...step, ...change(step) })),
    })),
  })),
});
const weigh = (change: Partial<Step>) => stepsOf((step) => (step.id === 'weigh' ? change : {}));

test('a reading that says the same differs in nothing, whatever it is called and whyever it was made', () => {
  expect(
    differences(
      first,
      second(() => ({})),
    ),
  ).toEqual([]);
});

test('a limit that is counted otherwise is named with its clause, in the words of before and of now', () => {
  const limit: Limit = { id: 'soon', title: { zh: '尽快' }, clause: '§4', from: 'opened', term: workingDays(3) };
  const before = packOf({ ...kindsLaw.policy, ...weigh({ limits: [limit] })(kindsLaw.policy) });
  const later = second(weigh({ limits: [{ ...limit, term: workingDays(5) }] }));

  expect(differences(before, later)).toMatchObject([
    {
      what: 'limit',
      how: 'changed',
      id: 'weighing/weigh/weigh/soon',
      title: { zh: '尽快' },
      clause: '§4',
      said: [
        {
          side: 'words',
          was: { zh: expect.stringContaining('3个工作日') },
          now: { zh: expect.stringContaining('5个工作日') },
        },
      ],
    },
  ]);
});

test('what is new or gone says all that it says, and its fellows stay out of the list', () => {
  const [gone, ...rest] = kindsLaw.policy.clauses;
  const added = { id: '§99', text: { zh: '夜间不修' } };
  const found = differences(
    first,
    second(() => ({ clauses: [...rest, added] })),
  );

  expect(found.filter(({ what }) => what === 'clause')).toEqual([
    expect.objectContaining({ how: 'added', id: '§99', said: [{ side: 'words', was: null, now: { zh: '夜间不修' } }] }),
    expect.objectContaining({ how: 'removed', id: gone!.id, said: [{ side: 'words', was: gone!.text, now: null }] }),
  ]);
  expect(found.every(({ what }) => what === 'clause')).toBe(true);
});

test('steps that change places are named by the way they stand in', () => {
  const later = second(({ procedures }) => ({
    procedures: procedures.map((one) => ({
      ...one,
      routes: one.routes.map((route) => ({ ...route, steps: route.steps.toReversed() })),
    })),
  }));

  const found = differences(first, later);
  expect(found.map(({ what }) => what)).toContain('route');
  expect(found.every(({ said }) => said.every(({ side }) => side === 'order'))).toBe(true);
});

test('who acts is said by name, also where the step keeps its words', () => {
  const later = second(weigh({ by: [{ role: 'office', post: 'chief' }], together: 'any' }));

  expect(differences(first, later)).toMatchObject([
    { what: 'step', how: 'changed', within: { zh: expect.any(String) }, said: [{ side: 'who' }] },
  ]);
});

type Path = readonly (string | number)[];
const leaves = (value: unknown, at: Path = []): readonly Path[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, part]) => leaves(part, [...at, key]))
    : [at];
const altered = (value: unknown, [key, ...rest]: Path): unknown => {
  if (key === undefined) return another(value);
  if (Array.isArray(value)) return value.map((part, at) => (String(at) === String(key) ? altered(part, rest) : part));
  return {
    ...(value as object),
    [key]: altered(Object.entries(value as object).find(([each]) => each === key)?.[1], rest),
  };
};
/** Another word of the same sort; what must be a word of a closed list stays one. */
const closed: readonly (readonly unknown[])[] = [
  fieldTypes,
  ['month', 'quarter', 'week', 'half-month'],
  ['day', 'order'],
  ['who', 'where'],
  ['records', 'returns'],
];
function another(value: unknown): unknown {
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1;
  const among = closed.find((words) => words.includes(value));
  return among ? among[(among.indexOf(value) + 1) % among.length] : `${String(value)}·`;
}

test('no word of a plan changes without standing in the list', () => {
  const { edition: _name, revision: _why, ...compared } = kindsLaw.policy;
  // how often a duty falls due is a shape and no word
  const all = leaves({ policy: compared, units: kindsLaw.units }).filter((path) => path.at(-1) !== 'every');
  fc.assert(
    fc.property(fc.constantFrom(...all), (path) => {
      const later = altered({ ...first }, path) as Pack; // one word of it is another, its shape is the same
      expect(differences(first, later), path.join('.')).not.toEqual([]);
    }),
    { numRuns: 40 },
  );
});
