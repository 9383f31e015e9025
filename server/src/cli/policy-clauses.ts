import { clausesServed, spoken, type Served, type Serving } from '@bihuan/core/policy';
import type { Language } from '@bihuan/core/time';
import { parseArgs } from 'node:util';
import type { Out } from './command.ts';
import { languageOf, packDir, soundPack } from './policy-pack.ts';

const options = { json: { type: 'boolean' }, lang: { type: 'string' }, help: { type: 'boolean' } } as const;

/** `policy clauses [DIR] [--json]`: every clause with what serves it. Exit code 1 when nothing serves one and no ruling says why. */
export async function clauses(args: readonly string[], { stdout }: Out): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const served = clausesServed(soundPack(packDir(positionals)).policy);
  const language = languageOf(values.lang);
  stdout.write(
    values.json
      ? `${JSON.stringify({ clauses: served }, null, 2)}\n`
      : `${[...served.flatMap((each) => lines(each, language)), '', sum(served, language)].join('\n')}\n`,
  );
  return served.some(isOpen) ? 1 : 0;
}

const isOpen = ({ by, outside }: Served): boolean => by.length === 0 && outside === null;

function lines(served: Served, language: Language): readonly string[] {
  const { clause, by, outside } = served;
  const sign = isOpen(served) ? '✗' : by.length === 0 ? '·' : '✓';
  const none =
    outside === null
      ? { zh: '没有承办', en: 'nothing serves it' }[language]
      : { zh: `系统之外办理（${outside}）`, en: `served outside (${outside})` }[language];
  return [
    `${sign} ${clause.id}  ${spoken(clause.text, language)}`,
    ...(by.length === 0 ? [`    ${none}`] : by.map((each) => `    ${serving(each, language)}`)),
  ];
}

const words: Readonly<Record<Serving['what'], { readonly zh: string; readonly en: string }>> = {
  procedure: { zh: '程序', en: 'procedure' },
  route: { zh: '路径', en: 'route' },
  step: { zh: '环节', en: 'step' },
  outcome: { zh: '结果', en: 'outcome' },
  objections: { zh: '异议', en: 'objections' },
  limit: { zh: '期限', en: 'limit' },
  copy: { zh: '抄送', en: 'copy' },
  evidence: { zh: '材料', en: 'evidence' },
  act: { zh: '办理', en: 'act' },
  part: { zh: '角色', en: 'part' },
  field: { zh: '领域', en: 'field' },
  duty: { zh: '任务', en: 'duty' },
  kind: { zh: '事项', en: 'kind' },
  opening: { zh: '立项', en: 'opening' },
  'sheet-field': { zh: '表单项', en: 'sheet' },
  stretch: { zh: '流程', en: 'stretch' },
  stage: { zh: '阶段', en: 'stage' },
  tell: { zh: '触发', en: 'tell' },
  topic: { zh: '专题', en: 'topic' },
};

function serving({ what, id, title, ruling }: Serving, language: Language): string {
  const name = title ? spoken(title, language) : '';
  return [words[what][language], id, name, ruling ?? ''].filter((part) => part !== '').join('  ');
}

function sum(served: readonly Served[], language: Language): string {
  const [open, outside] = [
    served.filter(isOpen).length,
    served.filter(({ by, outside: said }) => by.length === 0 && said).length,
  ];
  return language === 'zh'
    ? `${served.length} 条：${served.length - open - outside} 条由本方案的内容承办，${outside} 条在系统之外办理，${open} 条没有承办`
    : `${served.length} clauses: ${served.length - open - outside} served, ${outside} served outside, ${open} served by nothing`;
}
