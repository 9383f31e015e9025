import type { Text, Topic } from '../model.ts';
import type { Finder, Found } from './survey.ts';

const topics: Readonly<Record<Topic, Text>> = {
  publicity: { zh: '公示', en: 'publicity period' },
  extension: { zh: '延期', en: 'extension' },
  evidence: { zh: '佐证材料清单', en: 'evidence list' },
  warning: { zh: '分级预警', en: 'warning ladder' },
  reopening: { zh: '销号后重新启动', en: 'reopening' },
  evaluation: { zh: '考核权重', en: 'evaluation weights' },
};

const isTopic = (id: string): id is Topic => id in topics;

/** Topics on which the plan is silent, whether left off or filled by a ruling, and topics the pack forgot. */
export const silentTopics: Finder = ({ pack: { policy } }) =>
  Object.keys(topics)
    .filter(isTopic)
    .flatMap((topic): readonly Found[] => {
      const index = policy.topics.findIndex((each) => each.topic === topic);
      const said = policy.topics[index];
      if (said && !said.silent && said.ruling === undefined) return [];
      return [
        {
          kind: 'silent-topic',
          file: 'policy',
          path: said ? ['topics', index] : ['topics'],
          clauses: policy.rulings.find((ruling) => ruling.id === said?.ruling)?.clauses ?? [],
          facts: [],
          about: [topic],
          ...(said ? {} : { onlyBy: null }),
          text: said ? silence(topics[topic], said.silent) : forgotten(topics[topic], topic),
        },
      ];
    });

const silence = (name: Text, off: boolean): Text => ({
  zh: `方案没有规定${name.zh}，${off ? '本政策包不启用' : '现按裁定办理'}`,
  en: `the plan says nothing of: ${name.en}; ${off ? 'this pack leaves it off' : 'a ruling supplies it'}`,
});

const forgotten = (name: Text, topic: Topic): Text => ({
  zh: `政策包没有交代${name.zh}（${topic}）：要么规定，要么写明不作规定`,
  en: `the pack does not mention "${topic}": it must either regulate it or say that it does not`,
});
