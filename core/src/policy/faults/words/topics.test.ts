import { expect, test } from 'vitest';
import { withKinds } from '../../with-kinds.ts';
import type { Policy } from '../../model.ts';
import { said, unsettled } from '../../testing/checked.ts';
import { library } from '../../testing/library.ts';
import { withLimit, withPolicy, withStep } from '../../testing/plant.ts';

const { policy } = library;
const silentTopics = ['publicity', 'warning', 'reopening', 'evaluation'].map((topic) => `silent-topic ${topic}`);
const declared = (topic: string, silent: boolean, ruling?: string): Policy['topics'] =>
  policy.topics.map((each) => (each.topic === topic ? { ...each, silent, ...(ruling && { ruling }) } : each));

test('a topic that the plan is silent on is asked about, a forgotten one as well', () => {
  expect(said(withPolicy(library, { rulings: [] }))).toEqual(silentTopics);
  expect(said(withPolicy(library, { topics: policy.topics.slice(1) }))).toContain('silent-topic publicity');
});

test('a topic that is said to be regulated is regulated somewhere', () => {
  const endless = withLimit(library, 'handing', 'receive', { extension: undefined });
  const onItsWord = { ...withStep(library, 'glance', 'self-check', { evidence: [] }) };

  expect(unsettled(endless)).toMatchObject([
    { kind: 'silent-topic', about: ['extension'], text: { zh: expect.stringContaining('没有一个期限写明 extension') } },
  ]);
  expect(said(onItsWord)).toEqual([]); // the other route still asks for it
  expect(said(withStep(onItsWord, 'inspect', 'self-check', { evidence: [] }))).toEqual(['silent-topic evidence']);
});

test('where the plan is silent and the pack has words all the same, it is not said to be left off', () => {
  const topics = declared('evidence', true);

  expect(unsettled(withPolicy(library, { topics }))).toMatchObject([
    { about: ['evidence'], text: { zh: '方案没有规定佐证材料清单，现按裁定办理' } },
  ]);
});

test('publicity is regulated by a step that makes something public, reopening by a stretch that may run again', () => {
  const open = withStep(library, 'inspect', 'on-site', { do: 'publicity' });
  const again = withPolicy(library, {
    kinds: withKinds(policy).kinds.map((kind) => ({
      ...kind,
      flow: kind.flow.map((stretch) => ({ ...stretch, times: 'many' as const })),
    })),
  });

  expect(said(withPolicy(library, { topics: declared('publicity', false) }))).toContain('silent-topic publicity');
  expect(said(withPolicy(open, { topics: declared('publicity', false) }))).not.toContain('silent-topic publicity');
  expect(said(withPolicy(library, { topics: declared('reopening', false) }))).toContain('silent-topic reopening');
  expect(said(withPolicy(again, { topics: declared('reopening', false) }))).not.toContain('silent-topic reopening');
});

test.each(['warning', 'evaluation'] as const)(
  '%s cannot be declared as regulated: the language has no word for it, and no ruling supplies one',
  (topic) => {
    const told = withPolicy(library, { topics: declared(topic, false, 'R0') });

    expect(unsettled(told).find(({ kind }) => kind === 'silent-topic')).toMatchObject({
      about: [topic],
      path: ['topics', policy.topics.findIndex((each) => each.topic === topic)],
      text: { zh: expect.stringContaining('政策语言还不能表达') },
    });
  },
);
