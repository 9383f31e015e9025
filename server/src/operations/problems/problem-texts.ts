import type { ProblemEvent } from '@bihuan/core/problem';
import type { NamedText } from '../dossiers/returned-view.ts';

/** What a plan says in words, as a log of this length has it: what people compare between the rounds of a return. */
export function problemTexts(log: readonly ProblemEvent[]): readonly NamedText[] {
  const written = log.findLast((event) => event.type === 'PlanWritten');
  if (written?.type !== 'PlanWritten') return [];
  const { target, deadline, measures } = written.plan;
  const lines = measures.map(
    ({ text, deadline: by, person }, index) =>
      `${index + 1}. ${[text, by?.date ?? by?.raw, person].filter(Boolean).join('，')}`,
  );
  return [
    { label: { zh: '整改目标', en: 'Target' }, text: target },
    { label: { zh: '整改时限', en: 'Deadline' }, text: deadline.date ?? deadline.raw },
    { label: { zh: '整改措施', en: 'Measures' }, text: lines.join('\n') },
  ];
}
