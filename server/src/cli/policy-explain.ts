import {
  explain,
  joinedSeats,
  spoken,
  type Explanation,
  type NoRoute,
  type Policy,
  type RouteExplained,
  type StepExplained,
  type Text,
} from '@bihuan/core/policy';
import type { Language } from '@bihuan/core/time';
import { parseArgs } from 'node:util';
import type { Out } from './command.ts';
import { factsFrom } from './policy-facts.ts';
import { languageOf, packDir, soundPack } from './policy-pack.ts';

const options = {
  facts: { type: 'string' },
  json: { type: 'boolean' },
  lang: { type: 'string' },
  help: { type: 'boolean' },
} as const;

/**
 * `policy explain [DIR] --facts origin=province,grade=general [--json]`. Exit code 1 when the facts lead onto no route, with the
 * facts that are missing; 2 when a fact or a value is none of the pack's, with those there are.
 */
export async function explained(args: readonly string[], { stdout }: Out): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const pack = soundPack(packDir(positionals));
  const explanation = explain(pack, factsFrom(values.facts, pack.policy));
  const language = languageOf(values.lang);
  stdout.write(
    values.json
      ? `${JSON.stringify(asJson(explanation), null, 2)}\n`
      : `${[...asText(explanation, language), ...missingLines(explanation, pack.policy, language)].join('\n')}\n`,
  );
  return explanation.plan.id === null || explanation.acceptance.id === null ? 1 : 0;
}

/** The explanation, and the steps of both routes in one list from hand-over to closure. */
function asJson({ wouldChange, ...rest }: Explanation) {
  const steps = (['plan', 'acceptance'] as const).flatMap((procedure) => {
    const route = rest[procedure];
    return route.id === null ? [] : route.steps.map((step) => ({ procedure, ...step }));
  });
  return { ...rest, steps, changes: wouldChange };
}

function missingLines({ missing }: Explanation, { facts }: Policy, language: Language): readonly string[] {
  const lacking = facts.filter((fact) => missing.includes(fact.id));
  if (lacking.length === 0) return [];
  const choices = lacking.map((fact) => `${fact.id}=${fact.values.map((value) => value.id).join('|')}`);
  return ['', `${language === 'zh' ? '请补充' : 'still to be said'}: --facts …,${choices.join(',')}`];
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
    ...summary(route, language),
  ];
}

/** Who signs, who gets a copy and which clauses the route stands on, each in one line; what the route has none of is left out. */
function summary({ signers, copies, clauses }: RouteExplained, language: Language): readonly string[] {
  const say = (text: Text) => spoken(text, language);
  const [signed, copied, cited] = language === 'zh' ? ['审签', '抄送', '依据'] : ['signed by', 'copies to', 'clauses'];
  const lines = [
    [signed, signers.map(({ who }) => say(who)).join(language === 'zh' ? '、' : ', ')],
    [copied, copies.map(({ who }) => say(who)).join(language === 'zh' ? '、' : ', ')],
    ...clauses.map(({ id, text }) => [cited, `${id} ${say(text)}`]),
  ];
  return lines.filter(([, said]) => said !== '').map(([title, said]) => `  ${title}: ${said}`);
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
  const evidence = step.evidence
    .map(({ label, when }) => say(label) + (when ? (zh ? `（${say(when)}时）` : ` (where ${say(when)})`) : ''))
    .join(zh ? '、' : ', ');
  const needs = evidence === '' ? '' : `${zh ? '须有' : 'needs '}${evidence}`;
  const basis = step.ruling === null ? step.clause : `${step.clause} ${step.ruling}`; // who put the step here, where the plan did not
  return [say(step.title), who, limits, needs, copies, basis].filter((part) => part !== '').join('  ');
}
