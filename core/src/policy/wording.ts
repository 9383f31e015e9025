import { termText, type Language } from '../time/index.ts';
import { factsOfPack } from './faults/survey/kinds.ts';
import { milestoneText } from './milestone-text.ts';
import type { Condition, Fact, Limit, Pack, Policy, Route, Seat, StartEvent, Text, Together } from './model.ts';
import { inBoth, spoken } from './spoken.ts';
import { stepNamed, stepOfProcedure } from './start-event.ts';

export * from './milestone-text.ts';
export * from './spoken.ts';

/** A seat as authors write it: `club.board/head`; `*` where any post of the unit will do. */
export const seatId = ({ role, post }: Seat): string => `${role}/${post}`;

/** What a fact and its value are called: `问题来源：省级移交`. */
export function factText(policy: Policy, fact: string, value: string | null): Text {
  const known = factsOfPack(policy).find((each) => each.id === fact);
  const label = known?.values.find((each) => each.id === value)?.label;
  return inBoth((language) => {
    const name = known ? spoken(known.label, language) : fact;
    return value === null
      ? name
      : `${name}${language === 'zh' ? '：' : ': '}${label ? spoken(label, language) : value}`;
  });
}

/**
 * Who sits in a seat: the unit by its short name, or what the part in the dossier is called, and the post.
 * A role that several units have is called as the pack calls it, by its id where it does not.
 */
export function seatText({ policy, units }: Pack, { role, post }: Seat): Text {
  const held = units.filter((unit) => unit.roles.some((each) => each.role === role));
  const part = policy.caseRoles.find((each) => each.id === role);
  const named = policy.roles?.find((each) => each.id === role);
  const name = part?.label ?? (held.length === 1 ? unitText(held[0]!) : (named?.label ?? { zh: role, en: role }));
  const label = policy.posts.find((each) => each.id === post)?.label;
  return inBoth((language) =>
    [spoken(name, language), ...(label ? [spoken(label, language)] : [])].join(language === 'zh' ? '·' : ', '),
  );
}

function unitText(unit: Pack['units'][number]): Text {
  const name = unit.names.at(-1)?.name ?? { zh: unit.id };
  return { zh: unit.shortNames[0] ?? name.zh, en: name.en ?? name.zh };
}

type Sitting = { readonly seat: Seat; readonly who: Text; readonly part: 'decide' | 'co-sign' };

/** Several seats as the law joins them: 甲或乙 is other law than 甲和乙. Those who sign along come after. */
export function joinedSeats(seats: readonly Sitting[], together: Together): readonly Text[] {
  const joint = together === 'any' ? { zh: '或 ', en: 'or ' } : { zh: '和 ', en: 'and ' };
  const [deciding, along] = [
    seats.filter((seat) => seat.part === 'decide'),
    seats.filter((seat) => seat.part === 'co-sign'),
  ];
  return [
    ...deciding.map(({ who }, index) =>
      index === 0 ? who : inBoth((language) => joint[language] + spoken(who, language)),
    ),
    ...jointWords(deciding, together),
    ...along.map(({ who }) => inBoth((language) => `${language === 'zh' ? '会同 ' : 'with '}${spoken(who, language)}`)),
  ];
}

function jointWords(deciding: readonly Sitting[], together: Together): readonly Text[] {
  if (together === 'veto') return [{ zh: '一方反对即不通过', en: 'one objection stops it' }];
  if (typeof together === 'string') return [];
  if ('quorum' in together) return [{ zh: `须${together.quorum}方同意`, en: `${together.quorum} of them must agree` }];
  const lead = deciding.find(({ seat }) => seatId(seat) === seatId(together.lead))?.who ?? {
    zh: seatId(together.lead),
  };
  return [
    {
      zh: `由${lead.zh}牵头决定，其他意见并列在案`,
      en: `${spoken(lead, 'en')} leads and decides; the opinions of the others stand beside it`,
    },
  ];
}

/** What a copy's receiver is called. */
export const officeText = (pack: Pack, role: string): Text => seatText(pack, { role, post: '*' });

/** What starts a clock, in words; a step by its title, with its procedure where that is another. */
export function startText(event: StartEvent, route: Route | null, policy: Pick<Policy, 'procedures' | 'kinds'>): Text {
  if (event === 'new-year') return { zh: '每年', en: 'each year' };
  if (event === 'opening') return { zh: '本环节开始', en: 'the opening of this step' };
  const named = stepNamed(event);
  if (!named) return milestoneText(event, policy);
  const other = stepOfProcedure(policy.procedures, named);
  if (other)
    return inBoth((language) => {
      const [procedure, step] = [spoken(other.procedure.title, language), spoken(other.step.title, language)];
      return language === 'zh' ? `${procedure}中的“${step}”` : `"${step}" of ${procedure}`;
    });
  return route?.steps.find((step) => step.id === named.step)?.title ?? { zh: named.step, en: named.step };
}

/** A limit in words: `自移交起10个工作日（当日不计）`, with the facts at which it runs where it does not always. */
export function limitText({ from, term, when }: Limit, route: Route | null, policy: Policy): Text {
  const only = when && conditionText(policy, when);
  return inBoth((language) => {
    const zh = language === 'zh';
    const length =
      term.count === 'plan-date'
        ? { zh: '整改方案自定的日期', en: 'the plan’s own date' }[language]
        : termText(term, language);
    const start = from === 'new-year' || from === null ? null : spoken(startText(from, route, policy), language);
    const words = start === null ? length : zh ? `自${start}起${length}` : `${length} from ${start}`;
    if (!only) return words;
    return zh ? `${only.zh}的，${words}` : `${words}, where ${only.en}`;
  });
}

/** Whether a limit may be extended, how often, by whom and when: `可延期1次，由理事会·主席决定，须在届满前（§10）`. */
export function extensionRuleText(pack: Pack, { extension }: Limit): Text {
  if (!extension) return { zh: '方案未设延期', en: 'not extendable: the plan sets none' };
  const { times, by, beforeDue, clause } = extension;
  const who = seatText(pack, by);
  const often = times === 1 ? 'once' : `${times} times`;
  return {
    zh: `可延期${times}次，由${who.zh}决定${beforeDue ? '，须在届满前' : ''}（${clause}）`,
    en: `extendable ${often} by ${spoken(who, 'en')}${beforeDue ? ', before it falls due' : ''} (${clause})`,
  };
}

/** Who may let a limit stand still; null where nobody may. */
export function pauseRuleText(pack: Pack, { pause }: Limit): Text | null {
  if (!pause) return null;
  const who = seatText(pack, pause.by);
  return { zh: `可由${who.zh}暂停（${pause.clause}）`, en: `may be paused by ${spoken(who, 'en')} (${pause.clause})` };
}

/**
 * A condition in words: `问题来源为市级确定，且问题类别为重点突出问题`; without one, always. `facts`: those it may ask for, where
 * two kinds call different things by one name.
 */
export function conditionText(
  policy: Policy,
  condition: Condition | undefined,
  facts: readonly Fact[] = factsOfPack(policy),
): Required<Text> {
  return inBoth((language) =>
    condition === undefined ? { zh: '任何情形', en: 'always' }[language] : said(facts, condition, language),
  );
}

function said(facts: readonly Fact[], condition: Condition, language: Language): string {
  const zh = language === 'zh';
  if ('fact' in condition) {
    const fact = facts.find((each) => each.id === condition.fact);
    const values = condition.oneOf.map((id) => fact?.values.find((value) => value.id === id)?.label ?? { zh: id });
    const names = values.map((value) => spoken(value, language)).join(zh ? '或' : ' or ');
    return `${fact ? spoken(fact.label, language) : condition.fact}${zh ? '为' : ' is '}${names}`;
  }
  if ('not' in condition)
    return zh ? `并非（${said(facts, condition.not, language)}）` : `not (${said(facts, condition.not, language)})`;
  const parts = ('all' in condition ? condition.all : condition.any).map((part) => inner(facts, part, language));
  return 'all' in condition ? parts.join(zh ? '，且' : ', and ') : parts.join(zh ? '；或者' : '; or ');
}

// alternatives inside a list of demands would read as something else without brackets
function inner(facts: readonly Fact[], condition: Condition, language: Language): string {
  const words = said(facts, condition, language);
  if (!('any' in condition)) return words;
  return language === 'zh' ? `（${words}）` : `(${words})`;
}
