import { actsOf, actTitle } from './acts.ts';
import { explainDuties, type DutyExplained } from './duty.ts';
import { explainFlow, type StageExplained, type StretchExplained } from './flow.ts';
import { rulingOf, type RulingExplained } from './route.ts';
import { explainSheet, type FieldExplained } from './sheet.ts';
import { factsOfKind } from '../matching.ts';
import { milestoneText } from '../milestone-text.ts';
import { isTold } from '../milestones.ts';
import type { ClauseId, Kind, KindAct, Pack, Seat, Tell, Text } from '../model.ts';
import { withKinds } from '../with-kinds.ts';
import { conditionText, listed, officeText, seatText, spoken } from '../wording.ts';

/** An act or a tell in words, with what it rests on. */
export type RuleExplained = {
  readonly id: string;
  readonly title: Text;
  readonly words: Text;
  readonly clause: ClauseId;
  readonly ruling: string | null;
};

/** A kind in sentences: who opens it, who reads it, what is written in it, how it goes, what follows from it, and why. */
export type KindExplained = {
  readonly id: string;
  readonly title: Text;
  readonly clause: ClauseId;
  readonly ruling: string | null;
  readonly opens: Text;
  readonly reads: Text;
  readonly holder: Text;
  readonly number: string;
  readonly fields: readonly FieldExplained[];
  readonly flow: readonly StretchExplained[];
  readonly stages: readonly StageExplained[];
  readonly acts: readonly RuleExplained[];
  readonly tells: readonly RuleExplained[];
  readonly duties: readonly DutyExplained[];
  /** Every ruling that the kind leans on, and every clause that it cites, in the order of the pack. */
  readonly rulings: readonly RulingExplained[];
  readonly clauses: readonly { readonly id: ClauseId; readonly text: Text }[];
};

/** Says a kind of this pack; null where the pack has none with this id. Editions from before kinds have a problem and their list. */
export function explainKind(given: Pack, id: string): KindExplained | null {
  const pack = { ...given, policy: withKinds(given.policy) };
  const kind = pack.policy.kinds.find((each) => each.id === id);
  if (!kind) return null;
  const said = {
    id,
    title: kind.title,
    clause: kind.clause,
    ruling: kind.ruling ?? null,
    opens: opensText(kind, pack),
    reads: readsText(kind, pack),
    holder: holderText(kind, pack),
    number: kind.number,
    fields: explainSheet(kind, pack),
    ...explainFlow(kind, pack),
    acts: actsOf(kind, pack.policy).map(([act, rule]) => explainAct(act, rule, kind, pack)),
    tells: kind.tells.map((tell) => explainTell(tell, kind, pack)),
    duties: explainDuties(kind, pack),
  };
  const { rulings, clauses } = cited(said);
  return {
    ...said,
    rulings: pack.policy.rulings.filter((ruling) => rulings.has(ruling.id)).map((ruling) => rulingOf(ruling)),
    clauses: pack.policy.clauses
      .filter((clause) => clauses.has(clause.id))
      .map(({ id: no, text }) => ({ id: no, text })),
  };
}

const seatsText = (seats: readonly Seat[], pack: Pack): Required<Text> =>
  listed(seats.map((seat) => seatText(pack, seat)));

function opensText({ opens, id }: Kind, pack: Pack): Text {
  const { policy } = pack;
  if (opens) {
    const who = seatsText(opens.by, pack);
    const from = listed(opens.from.map(({ label }) => label));
    return {
      zh: `由${who.zh}立项${opens.from.length > 0 ? `，来源：${from.zh}` : ''}${opens.imports ? '，可从表格导入' : ''}`,
      en: `opened by ${who.en}${opens.from.length > 0 ? `, from: ${from.en}` : ''}${opens.imports ? ', also from a workbook' : ''}`,
    };
  }
  const duty = policy.duties.find(({ runs }) => runs?.files === id || runs?.gathers === id);
  if (duty)
    return {
      zh: `由“${duty.title.zh}”按期立项`,
      en: `opened by the duty "${spoken(duty.title, 'en')}" when it falls due`,
    };
  const telling = (policy.kinds ?? []).filter(({ tells }) => tells.some((tell) => 'open' in tell && tell.open === id));
  if (telling.length > 0) {
    const kinds = listed(telling.map(({ title }) => title));
    return { zh: `由${kinds.zh}触发立项`, en: `opened by what is reached in: ${kinds.en}` };
  }
  return { zh: '没有规定由谁立项', en: 'nobody is said to open it' };
}

function readsText({ reads }: Kind, pack: Pack): Text {
  if (!reads) return { zh: '各单位均可查看', en: 'every office reads it' };
  const who = seatsText(reads, pack);
  return { zh: `只有${who.zh}可以查看`, en: `read by ${who.en} and nobody else` };
}

function holderText({ holder, parts }: Kind, pack: Pack): Text {
  const others = parts.filter((part) => part !== holder).map((part) => officeText(pack, part));
  const along = listed(others);
  const who = holder === undefined ? { zh: '立项单位', en: 'whoever opened it' } : officeText(pack, holder);
  return {
    zh: `由${who.zh}承办${others.length > 0 ? `；另有${along.zh}` : ''}`,
    en: `held by ${spoken(who, 'en')}${others.length > 0 ? `; with ${along.en}` : ''}`,
  };
}

function explainAct(id: string, rule: KindAct, kind: Kind, pack: Pack): RuleExplained {
  const { clause, by, instead, stages, reaches, fills, says, ruling } = rule;
  const who = seatsText(by, pack);
  const other = instead && seatsText(instead, pack);
  const during =
    stages && listed(stages.map((stage) => kind.stages.find((each) => each.id === stage)?.title ?? { zh: stage }));
  const filling =
    fills && listed(fills.map((field) => kind.sheet.find((each) => each.id === field)?.label ?? { zh: field }));
  const compared =
    id === 'merge' &&
    kind.merges &&
    listed(kind.merges.map((field) => kind.sheet.find((each) => each.id === field)?.label ?? { zh: field }));
  const stage = reaches === undefined ? undefined : kind.stages.find(({ from }) => from.includes(reaches))?.title;
  const zh = [
    `由${who.zh}办理`,
    ...(other ? [`该单位自己提出的，由${other.zh}办理`] : []),
    ...(during ? [`限于${during.zh}阶段`] : []),
    ...(filling ? [`填写${filling.zh}`] : []),
    ...(compared ? [`按${compared.zh}提示相近的`] : []),
    ...(says ? ['须写明说明'] : []),
    ...(stage ? [`之后为“${stage.zh}”`] : []),
  ];
  const en = [
    `by ${who.en}`,
    ...(other ? [`by ${other.en} where its own house has raised it`] : []),
    ...(during ? [`while ${during.en}`] : []),
    ...(filling ? [`fills in ${filling.en}`] : []),
    ...(compared ? [`those alike by ${compared.en} are pointed at`] : []),
    ...(says ? ['in words'] : []),
    ...(stage ? [`then "${spoken(stage, 'en')}"`] : []),
  ];
  const words = { zh: zh.join('，'), en: en.join(', ') };
  return { id, title: actTitle(id, rule), words, clause, ruling: ruling ?? null };
}

function explainTell(tell: Tell, kind: Kind, { policy }: Pack): RuleExplained {
  const { id, on, when, clause, ruling } = tell;
  const point = milestoneText(on, { procedures: policy.procedures, kinds: [kind] });
  const only = when && conditionText(policy, when, factsOfKind(kind, policy));
  const what = 'open' in tell ? opening(tell.open, policy.kinds ?? []) : reaching(tell.reach, policy.kinds ?? []);
  return {
    id,
    title: point,
    words: {
      zh: `${point.zh}后${only ? `，${only.zh}的` : ''}，${what.zh}`,
      en: `after ${spoken(point, 'en')}${only ? `, where ${only.en}` : ''}: ${spoken(what, 'en')}`,
    },
    clause,
    ruling: ruling ?? null,
  };
}

function opening(id: string, kinds: readonly Kind[]): Text {
  const title = kinds.find((kind) => kind.id === id)?.title ?? { zh: id };
  return { zh: `另立“${title.zh}”并关联`, en: `a dossier of the kind "${spoken(title, 'en')}" is opened and linked` };
}

function reaching(milestone: string, kinds: readonly Kind[]): Text {
  const told = kinds.filter(({ is }) => isTold(is, milestone));
  const stageOf = ({ stages }: Kind) => stages.find(({ from }) => from.includes(milestone))?.title;
  const hears = told.filter(
    (kind) => stageOf(kind) !== undefined || kind.flow.some(({ begins }) => begins.includes(milestone)),
  );
  const title = hears.map(stageOf).find((stage) => stage !== undefined) ?? { zh: milestone };
  const { zh, en } = listed(hears.map((kind) => kind.title));
  return {
    zh: `所关联的${zh ? `“${zh}”` : '事项'}转为“${title.zh}”`,
    en: `the dossiers linked to it${en ? ` (${en})` : ''} become "${spoken(title, 'en')}"`,
  };
}

type Cited = { readonly rulings: ReadonlySet<string>; readonly clauses: ReadonlySet<string> };

/** Every clause and ruling that stands anywhere in what was said. */
function cited(said: unknown): Cited {
  const rulings = new Set<string>();
  const clauses = new Set<string>();
  const read = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(read);
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (typeof inner !== 'string') read(inner);
      else if (key === 'ruling') rulings.add(inner);
      else if (key === 'clause') clauses.add(inner);
    }
  };
  read(said);
  return { rulings, clauses };
}
