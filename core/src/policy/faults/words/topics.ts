import type { Text, Topic } from '../../model.ts';
import { placedLimits } from '../limits/placed.ts';
import type { Finder, Found, Survey } from '../survey/survey.ts';

/** A topic, and whether something in the pack regulates it; `regulated` is absent where the language has no word for it. */
type Known = { readonly name: Text; readonly word: Text | null; readonly regulated?: (survey: Survey) => boolean };

const topics: Readonly<Record<Topic, Known>> = {
  publicity: {
    name: { zh: '公示期', en: 'publicity period' },
    word: { zh: '没有一个步骤公示', en: 'no step makes anything public' },
    regulated: ({ stands }) => stands.some(({ step }) => step.do === 'publicity'),
  },
  extension: {
    name: { zh: '延期', en: 'extension' },
    word: { zh: '没有一个期限写明 extension', en: 'no limit has an extension' },
    regulated: (survey) => placedLimits(survey).some(({ limit }) => limit.extension !== undefined),
  },
  evidence: {
    name: { zh: '佐证材料清单', en: 'evidence list' },
    word: { zh: '没有一个步骤写明 evidence', en: 'no step asks for evidence' },
    regulated: ({ stands }) => stands.some(({ step }) => step.evidence.length > 0),
  },
  warning: { name: { zh: '分级预警', en: 'warning ladder' }, word: null },
  reopening: {
    name: { zh: '销号后重新启动', en: 'reopening' },
    word: { zh: '没有一个环节写明 times: many', en: 'no stretch of a flow says times: many' },
    regulated: ({ pack }) => (pack.policy.kinds ?? []).some(({ flow }) => flow.some(({ times }) => times === 'many')),
  },
  evaluation: { name: { zh: '考核权重', en: 'evaluation weights' }, word: null },
};

const isTopic = (id: string): id is Topic => id in topics;

/** Topics on which the plan is silent, left off or filled by a ruling; topics the pack forgot; and words about them that nothing bears out. */
export const silentTopics: Finder = (survey) =>
  Object.keys(topics)
    .filter(isTopic)
    .flatMap((topic): readonly Found[] => {
      const { policy } = survey.pack;
      const index = policy.topics.findIndex((each) => each.topic === topic);
      const said = policy.topics[index];
      const clauses = policy.rulings.find((ruling) => ruling.id === said?.ruling)?.clauses ?? [];
      const fault = {
        kind: 'silent-topic',
        file: 'policy',
        path: said ? ['topics', index] : ['topics'],
        clauses,
        facts: [],
        about: [topic],
      } as const;
      const wrong = said ? untrue(topics[topic], said.silent, survey) : forgotten(topics[topic].name, topic);
      // no ruling makes true what the pack does not bear out
      if (wrong) return [{ ...fault, onlyBy: null, text: wrong }];
      if (!said?.silent && said?.ruling === undefined) return [];
      const { name, regulated } = topics[topic];
      return [{ ...fault, text: silence(name, !(regulated?.(survey) ?? false)) }];
    });

/** A topic said to be regulated that nothing regulates; null where the pack bears its word out. */
function untrue({ name, word, regulated }: Known, silent: boolean, survey: Survey): Text | null {
  if (silent || regulated?.(survey)) return null;
  if (!word)
    return {
      zh: `政策语言还不能表达${name.zh}，不能写作已有规定；请写 silent: true，并附裁定`,
      en: `the language has no word for: ${name.en}; it cannot be declared as regulated: say silent: true, with a ruling`,
    };
  return {
    zh: `写明规定了${name.zh}（silent: false），但${word.zh}`,
    en: `the pack says that it regulates: ${name.en} (silent: false), but ${word.en}`,
  };
}

const silence = (name: Text, off: boolean): Text => ({
  zh: `方案没有规定${name.zh}，${off ? '本政策包不启用' : '现按裁定办理'}`,
  en: `the plan says nothing of: ${name.en}; ${off ? 'this pack leaves it off' : 'a ruling supplies it'}`,
});

const forgotten = (name: Text, topic: Topic): Text => ({
  zh: `政策包没有交代${name.zh}（${topic}）：要么规定，要么写明不作规定`,
  en: `the pack does not mention "${topic}": it must either regulate it or say that it does not`,
});
