import {
  explain,
  factsOfKind,
  kindMeant,
  spoken,
  withKinds,
  type Explanation,
  type Kind,
  type NoRoute,
  type Pack,
  type RouteExplained,
  type Text,
} from '@bihuan/core/policy';
import type { Language } from '@bihuan/core/time';
import { parseArgs } from 'node:util';
import { Misuse, type Out } from './command.ts';
import { factsFrom } from './policy-facts.ts';
import { kindInWords } from './policy-kind.ts';
import { languageOf, packDir, soundPack } from './policy-pack.ts';
import { stepLine } from './policy-step-line.ts';

const options = {
  facts: { type: 'string' },
  kind: { type: 'string' },
  json: { type: 'boolean' },
  lang: { type: 'string' },
  help: { type: 'boolean' },
} as const;

/**
 * `policy explain [DIR] --facts origin=province,grade=general [--kind problem] [--json]`, or `--kind` alone for the kind in sentences.
 * Exit code 1 when the facts lead onto no route somewhere, with the facts that are missing; 2 when a fact, a value or a kind is none
 * of the pack's, with those there are.
 */
export async function explained(args: readonly string[], { stdout }: Out): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const pack = soundPack(packDir(positionals));
  const kind = kindSaid(pack, values.kind);
  const language = languageOf(values.lang);
  if (values.facts === undefined && values.kind !== undefined) {
    stdout.write(kindInWords(pack, kind.id, language, values.json ?? false));
    return 0;
  }
  const explanation = explain(pack, factsFrom(values.facts, factsOfKind(kind, pack.policy)), kind.id);
  stdout.write(
    values.json
      ? `${JSON.stringify(asJson(explanation), null, 2)}\n`
      : `${[...asText(explanation, language), ...missingLines(explanation, kind, pack, language)].join('\n')}\n`,
  );
  return explanation.procedures.some(({ route }) => route !== null && route.id === null) ? 1 : 0;
}

/** @throws Misuse naming the kinds there are */
function kindSaid(pack: Pack, said: string | undefined): Kind {
  const kind = kindMeant(pack, said);
  if (kind) return kind;
  const { kinds } = withKinds(pack.policy);
  throw new Misuse(
    `没有“${said ?? ''}”这种事项 / no such kind: ${said ?? ''}`,
    `可用 / there are: ${kinds.map(({ id, title }) => `${id}（${title.zh}）`).join(', ')}`,
  );
}

/** The explanation, and the steps of a problem's two routes in one list from hand-over to closure; of other kinds all of them. */
function asJson({ wouldChange, ...rest }: Explanation) {
  const { procedures, plan, acceptance } = rest;
  const both = [
    { id: 'plan', route: plan },
    { id: 'acceptance', route: acceptance },
  ];
  const shown = procedures.some(({ id }) => id === 'plan' || id === 'acceptance') ? both : procedures;
  const steps = shown.flatMap(({ id, route }) =>
    route === null || route.id === null ? [] : route.steps.map((step) => ({ procedure: id, ...step })),
  );
  return { ...rest, steps, changes: wouldChange };
}

function missingLines({ missing }: Explanation, kind: Kind, { policy }: Pack, language: Language): readonly string[] {
  const lacking = factsOfKind(kind, policy).filter((fact) => missing.includes(fact.id));
  if (lacking.length === 0) return [];
  const choices = lacking.map((fact) => `${fact.id}=${fact.values.map((value) => value.id).join('|')}`);
  return ['', `${language === 'zh' ? '请补充' : 'still to be said'}: --facts …,${choices.join(',')}`];
}

function asText({ procedures, wouldChange }: Explanation, language: Language): readonly string[] {
  const zh = language === 'zh';
  const routes = procedures.flatMap(({ title, begins, route }) => [
    ...(route
      ? routeLines(spoken(title, language), route, language)
      : [
          `${spoken(title, language)}: — ${zh ? '这种情形下不开始' : 'does not begin at these facts'}（${spoken(begins, language)}）`,
        ]),
    '',
  ]);
  // a procedure that goes the same way whatever is changed is left out of what would change
  const moved = procedures.filter(({ id, route }) =>
    wouldChange.some((change) => (change.routes[id] ?? null) !== (route?.id ?? null)),
  );
  return [
    ...routes,
    ...(wouldChange.length > 0 ? [zh ? '如果是' : 'It would change with'] : []),
    ...wouldChange.map(
      ({ words, routes: to }) => `  ${spoken(words, language)} → ${moved.map(({ id }) => to[id] ?? '—').join(', ')}`,
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
