import { explainKind, spoken, type KindExplained, type Pack, type Text } from '@bihuan/core/policy';
import type { Language } from '@bihuan/core/time';
import { stepLine } from './policy-step-line.ts';

const titles = {
  zh: {
    opens: '立项',
    reads: '查看',
    holder: '承办',
    number: '编号',
    fields: '表单',
    flow: '流程',
    stages: '阶段',
    acts: '其他事务',
    tells: '触发',
    duties: '定期任务',
    why: '裁定',
    clauses: '依据',
    pending: '待确认',
    confirmed: '已确认',
  },
  en: {
    opens: 'Opened',
    reads: 'Read',
    holder: 'Held',
    number: 'Number',
    fields: 'Sheet',
    flow: 'Flow',
    stages: 'Stages',
    acts: 'Other acts',
    tells: 'What follows',
    duties: 'Duties',
    why: 'Rulings',
    clauses: 'Clauses',
    pending: 'pending',
    confirmed: 'confirmed',
  },
} as const;

/** A kind in sentences, or as JSON: who opens and reads it, what is written in it, how it goes, what follows, and why. */
export function kindInWords(pack: Pack, id: string, language: Language, json: boolean): string {
  const kind = explainKind(pack, id)!; // whoever asks has found it
  return json ? `${JSON.stringify(kind, null, 2)}\n` : `${asText(kind, language).join('\n')}\n`;
}

const within = (words: string, language: Language): string => (language === 'zh' ? `（${words}）` : ` (${words})`);

type Ruled = { readonly clause: string | null; readonly ruling: string | null };

/** The clause, with the ruling that supplied what the clause does not say. */
const basis = ({ clause, ruling }: Ruled): string => {
  const words = [clause, ruling].filter((word) => word !== null && word !== '').join(' ');
  return words === '' ? '' : `  ${words}`;
};

function asText(kind: KindExplained, language: Language): readonly string[] {
  const say = (text: Text) => spoken(text, language);
  const t = titles[language];
  const line = (each: Ruled & { readonly id: string; readonly title: Text; readonly words: Text }) =>
    `  ${each.id} ${say(each.title)}: ${say(each.words)}${basis(each)}`;
  const part = (title: string, lines: readonly string[]) => (lines.length === 0 ? [] : [title, ...lines]);
  return [
    `${kind.id} ${say(kind.title)}${basis(kind)}`,
    `${t.opens}: ${say(kind.opens)}`,
    `${t.reads}: ${say(kind.reads)}`,
    `${t.holder}: ${say(kind.holder)}`,
    `${t.number}: ${kind.number}`,
    ...part(t.fields, sheetLines(kind.fields, say, '  ')),
    ...part(t.flow, flowLines(kind, language)),
    ...part(
      t.stages,
      kind.stages.map(({ title, words }) => `  ${say(title)} ← ${say(words)}`),
    ),
    ...part(t.acts, kind.acts.map(line)),
    ...part(
      t.tells,
      kind.tells.map(({ id, words, clause, ruling }) => `  ${id} ${say(words)}${basis({ clause, ruling })}`),
    ),
    ...part(t.duties, kind.duties.map(line)),
    ...part(
      t.why,
      kind.rulings.map(
        ({ id, title, status, reason }) => `  ${id} ${say(title)}${within(t[status], language)}: ${say(reason)}`,
      ),
    ),
    ...part(
      t.clauses,
      kind.clauses.map(({ id, text }) => `  ${id} ${say(text)}`),
    ),
  ];
}

function sheetLines(fields: KindExplained['fields'], say: (text: Text) => string, indent: string): readonly string[] {
  return fields.flatMap((field) => [
    `${indent}${field.id} ${say(field.label)}: ${say(field.words)}${basis(field)}`,
    ...sheetLines(field.columns, say, `${indent}  `),
  ]);
}

function flowLines({ flow }: KindExplained, language: Language): readonly string[] {
  const say = (text: Text) => spoken(text, language);
  return flow.flatMap((stretch) => [
    `  ${stretch.run} ${say(stretch.title)}: ${say(stretch.words)}${basis(stretch)}`,
    ...stretch.routes.flatMap((route) => [
      `    ${route.id} ${say(route.title)}${within(say(route.when), language)}${basis(route)}`,
      ...route.steps.map((step, index) => `      ${index + 1}. ${stepLine(step, language)}`),
    ]),
  ]);
}
