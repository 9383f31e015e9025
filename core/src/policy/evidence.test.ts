import { expect, test } from 'vitest';
import { evidenceAt } from './evidence.ts';
import { explain } from './explain/index.ts';
import { factsAsked } from './matching.ts';
import type { Condition, EvidenceNeed, Field } from './model.ts';
import { said, unsettled } from './testing/checked.ts';
import { library, maps } from './testing/library.ts';
import { text } from './testing/library-words.ts';
import { withPolicy, withStep } from './testing/plant.ts';

const prints: Field = { ...maps, id: 'prints', label: text('版画') };
const rooms = withPolicy(library, {
  fields: [maps, prints],
  evidenceKinds: [...library.policy.evidenceKinds, { id: 'test', label: text('纸张检测') }],
});
const asking = (...evidence: readonly EvidenceNeed[]) => withStep(rooms, 'inspect', 'self-check', { evidence });
const when: Condition = { fact: 'field', oneOf: ['prints'] };
const onPrints = asking('photo', { kind: 'test', when });

test('what a step asks for depends on the facts; an unknown fact is asked for first', () => {
  const step = { evidence: ['photo', { kind: 'test', when }] };

  expect(evidenceAt(step, { field: 'prints' })).toMatchObject({ kinds: ['photo', 'test'], missing: [] });
  expect(evidenceAt(step, { field: 'maps' })).toMatchObject({ kinds: ['photo'], missing: [] });
  expect(evidenceAt(step, {})).toMatchObject({ kinds: ['photo'], missing: ['field'] });
});

test('evidence by field is sound law, and its condition is one of the rules that ask', () => {
  expect(said(onPrints)).toEqual([]);
  expect(factsAsked(onPrints.policy)).toContain('field');
});

test('an explanation says for which field', () => {
  expect(explain(onPrints, { harm: 'heavy' }).acceptance).toMatchObject({
    steps: [
      {
        evidence: [
          { id: 'photo', when: null },
          { id: 'test', label: { zh: '纸张检测' }, when: { zh: '领域为版画', en: 'Field is (版画)' } },
        ],
      },
      {},
      {},
    ],
  });
});

test.each<[string, EvidenceNeed, string]>([
  ['a kind nobody declared', { kind: 'smell', when }, 'unknown-fact inspect, self-check, smell'],
  [
    'a value nobody declared',
    { kind: 'test', when: { fact: 'field', oneOf: ['charts'] } },
    'unknown-fact inspect / self-check, field, charts',
  ],
  [
    'a fact nobody declared',
    { kind: 'test', when: { fact: 'moon', oneOf: ['full'] } },
    'unknown-fact inspect / self-check, moon',
  ],
  [
    'a fact whose values are open',
    { kind: 'test', when: { fact: 'shelf', oneOf: ['a'] } },
    'unknown-fact inspect / self-check, shelf',
  ],
  [
    'what its route leaves no room for',
    { kind: 'test', when: { fact: 'harm', oneOf: ['light'] } },
    'unreachable-step inspect, self-check, test',
  ],
  [
    'what can never hold at all',
    { kind: 'test', when: { all: [when, { not: when }] } },
    'unreachable-step inspect, self-check, test',
  ],
])('evidence asked for at %s is found', (_what, need, fault) => {
  expect(said(asking('photo', need))).toContain(fault);
});

test('a fault of a condition points at it', () => {
  expect(unsettled(asking('photo', { kind: 'test', when: { fact: 'harm', oneOf: ['light'] } }))).toMatchObject([
    { path: ['procedures', 4, 'routes', 1, 'steps', 0, 'evidence', 1, 'when'], clauses: ['§3'] },
  ]);
});

test('a classification does not ask for evidence by what it settles', () => {
  const early = withStep(rooms, 'grading', 'grade', {
    evidence: [{ kind: 'photo', when: { fact: 'harm', oneOf: ['light'] } }],
  });

  expect(said(early)).toEqual(['unknown-fact grading / grade, harm']);
});
