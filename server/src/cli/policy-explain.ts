import {
  explain,
  joinedSeats,
  spoken,
  type Explanation,
  type Facts,
  type NoRoute,
  type Policy,
  type RouteExplained,
  type StepExplained,
  type Text,
} from '@bihuan/core/policy';
import type { Language } from '@bihuan/core/time';
import { parseArgs } from 'node:util';
import { Misuse, type Out } from './command.ts';
import { languageOf, packDir, soundPack } from './policy-pack.ts';

const options = {
  facts: { type: 'string' },
  json: { type: 'boolean' },
  lang: { type: 'string' },
  help: { type: 'boolean' },
} as const;

/** `policy explain [DIR] --facts origin=province,grade=general [--json]`. A fact or value that the pack does not have is named. */
export async function explained(args: readonly string[], { stdout }: Out): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const pack = soundPack(packDir(positionals));
  const explanation = explain(pack, factsFrom(values.facts, pack.policy));
  const language = languageOf(values.lang);
  stdout.write(
    values.json ? `${JSON.stringify(explanation, null, 2)}\n` : `${asText(explanation, language).join('\n')}\n`,
  );
  return 0;
}

const example = 'bihuan policy explain --facts origin=province,grade=general';

function factsFrom(said: string | undefined, { facts }: Policy): Facts {
  if (said === undefined) throw new Misuse('缺少 --facts / --facts is missing', example);
  const pairs = said
    .split(',')
    .map((pair) => pair.trim())
    .filter((pair) => pair !== '');
  const known = pairs.map((pair) => {
    const [name = '', value = '', ...more] = pair.split('=').map((part) => part.trim());
    const fact = facts.find((each) => each.id === name);
    if (!fact)
      throw new Misuse(
        `没有“${name}”这项事实 / no such fact: ${name}`,
        `可用 / there are: ${facts.map((each) => each.id).join(', ')}`,
      );
    const values = fact.values.map((each) => each.id);
    if (more.length > 0 || (!fact.open && !values.includes(value)))
      throw new Misuse(`“${name}”没有“${value}” / ${name} is never: ${value}`, `可用 / one of: ${values.join(', ')}`);
    return [name, value] as const;
  });
  if (new Set(known.map(([name]) => name)).size < known.length)
    throw new Misuse(`同一事实写了两次 / a fact is there twice: ${said}`, example);
  return Object.fromEntries(known);
}

function asText({ plan, acceptance, wouldChange }: Explanation, language: Language): readonly string[] {
  const zh = language === 'zh';
  return [
    ...routeLines(zh ? '整改方案' : 'Plan', plan, language),
    '',
    ...routeLines(zh ? '验收销号' : 'Acceptance', acceptance, language),
    '',
    ...(wouldChange.length > 0 ? [zh ? '如果是' : 'It would change with'] : []),
    ...wouldChange.map(
      (change) => `  ${spoken(change.words, language)} → ${change.plan ?? '—'}, ${change.acceptance ?? '—'}`,
    ),
  ];
}

function routeLines(title: string, route: RouteExplained | NoRoute, language: Language): readonly string[] {
  const say = (text: Text) => spoken(text, language);
  if (route.id === null) return [`${title}: — ${say(route.why)}`];
  const { ruling } = route;
  const status =
    ruling &&
    { zh: { pending: '待确认', confirmed: '已确认' }, en: { pending: 'pending', confirmed: 'confirmed' } }[language][
      ruling.status
    ];
  return [
    `${title}: ${route.id} ${say(route.title)}  ${route.clause}`,
    `  ${language === 'zh' ? '因为' : 'because'} ${say(route.matched.condition)}`,
    ...(ruling ? [`  ${ruling.id} ${say(ruling.title)}（${status}）`] : []),
    ...route.losing.map((other) => `  ${other.id} ${say(other.why)}`),
    ...route.steps.map((step, index) => `  ${index + 1}. ${stepLine(step, language)}`),
  ];
}

function stepLine(step: StepExplained, language: Language): string {
  const say = (text: Text) => spoken(text, language);
  const zh = language === 'zh';
  const who = joinedSeats(step.seats, step.together)
    .map(say)
    .join(zh ? '，' : ', ');
  const limits =
    step.limits.map((limit) => say(limit.words)).join('; ') ||
    (step.silent ? (zh ? '方案未设时限' : 'the plan sets no limit') : '');
  const copies =
    step.copies.length > 0
      ? `${zh ? '抄送' : 'copies to '}${step.copies.map((copy) => say(copy.who)).join(zh ? '、' : ', ')}`
      : '';
  return [say(step.title), who, limits, copies, step.clause].filter((part) => part !== '').join('  ');
}
