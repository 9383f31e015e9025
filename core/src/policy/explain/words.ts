import { kindsRunning } from '../faults/survey/kinds.ts';
import type { EvidenceNeed, Objections, Outcome, Pack, Route, Step, StepNeed, Text } from '../model.ts';
import { conditionText, limitText, listed, officeText, seatText, spoken } from '../wording.ts';

/** What a step says beyond who, by when and to whom: each in one sentence. */
export function alsoText(step: Step, route: Route, pack: Pack): readonly Text[] {
  const { asks = [], dissent, earliest, objections, outcomes = [], fills = [], evidence } = step;
  const first = earliest && limitText(earliest, route, pack.policy);
  return [
    ...asks.map((point) => silent[point]),
    ...(dissent ? [dissents[dissent]] : []),
    ...(step.withdraw ? [staying] : []),
    ...(first ? [{ zh: `${first.zh}满后方可办结`, en: `cannot end before ${spoken(first, 'en')}` }] : []),
    ...(objections ? [objectionText(objections, route, pack)] : []),
    ...outcomes.map((outcome) => outcomeText(outcome, route)),
    ...(fills.length > 0 ? [fillsText(fills, route, pack)] : []),
    ...(step.needs ? [needsText(step.needs.what)] : []),
    ...evidence.flatMap((need) => bringing(need, pack)),
  ];
}

const silent = {
  who: { zh: '由谁办理，方案没有规定，办到时提请裁定', en: 'the plan does not say who takes it: the case asks' },
  where: {
    zh: '退回到哪一环节，方案没有规定，退回时提请裁定',
    en: 'the plan does not say where it returns to: the case asks',
  },
} as const;

const dissents = {
  records: { zh: '有不同意见的，记录在案', en: 'an objection stands in the record' },
  returns: { zh: '有不同意见的，退回', en: 'an objection sends it back' },
} as const;

const staying: Text = { zh: '办理后不得撤回', en: 'what was done here is not taken back' };

const needed: Readonly<Record<StepNeed, Text>> = {
  opinion: { zh: '意见', en: 'an opinion' },
  attended: { zh: '参加人员', en: 'who was there' },
  'held-on': { zh: '日期', en: 'the day' },
  manner: { zh: '方式', en: 'how it was done' },
};

function needsText(what: readonly StepNeed[]): Text {
  const all = listed(what.map((need) => needed[need]));
  return { zh: `须写明${all.zh}`, en: `says ${all.en}` };
}

const stepTitle = (id: string, { steps }: Route): Text => steps.find((step) => step.id === id)?.title ?? { zh: id };

function objectionText({ by, settledBy, upheldTo }: Objections, route: Route, pack: Pack): Text {
  const [entered, settled] = [by, settledBy].map((seats) => listed(seats.map((seat) => seatText(pack, seat))));
  const back = stepTitle(upheldTo, route);
  return {
    zh: `异议由${entered!.zh}登记，由${settled!.zh}裁定；成立的回到“${back.zh}”`,
    en: `objections are entered by ${entered!.en} and settled by ${settled!.en}; one that is upheld leads back to "${spoken(back, 'en')}"`,
  };
}

function outcomeText({ title, next, closes }: Outcome, route: Route): Text {
  const to = next === undefined || next === 'end' ? null : stepTitle(next, route);
  const zh = [
    ...(to ? [`转“${to.zh}”`] : []),
    ...(next === 'end' ? ['程序到此结束'] : []),
    ...(closes ? ['事项了结'] : []),
  ];
  const en = [
    ...(to ? [`goes on with "${spoken(to, 'en')}"`] : []),
    ...(next === 'end' ? ['the route ends here'] : []),
    ...(closes ? ['it is closed'] : []),
  ];
  return {
    zh: `结果“${title.zh}”${zh.length > 0 ? `：${zh.join('，')}` : ''}`,
    en: `"${spoken(title, 'en')}"${en.length > 0 ? `: ${en.join(', ')}` : ''}`,
  };
}

function fillsText(fills: readonly string[], route: Route, { policy }: Pack): Text {
  const procedure = policy.procedures.find(({ routes }) => routes.includes(route));
  const sheets = kindsRunning(procedure?.id ?? '', policy).flatMap(({ sheet }) => sheet);
  const names = listed(fills.map((id) => sheets.find((field) => field.id === id)?.label ?? { zh: id }));
  return { zh: `填写${names.zh}`, en: `fills in ${names.en}` };
}

/** Who must bring a piece of evidence, per what, and whether a new round needs it anew; nothing where nothing is said of it. */
function bringing(need: EvidenceNeed, pack: Pack): readonly Text[] {
  if (typeof need === 'string') return [];
  const { kind, by, per, anew } = need;
  const label = pack.policy.evidenceKinds.find(({ id }) => id === kind)?.label ?? { zh: kind };
  const office = by && officeText(pack, by);
  const parts: readonly Text[] = [
    ...(office ? [{ zh: `由${office.zh}提供`, en: `brought by ${spoken(office, 'en')}` }] : []),
    ...(per === 'unit' ? [{ zh: '办理单位各一份', en: 'one for each unit that decides' }] : []),
    ...(per === 'measure' ? [{ zh: '每项措施各一份', en: 'one for each measure' }] : []),
    ...(anew ? [{ zh: '每一轮重新提供', en: 'anew in each round' }] : []),
  ];
  if (parts.length === 0) return [];
  const zh = parts.map((part) => part.zh).join('，');
  return [
    { zh: `“${label.zh}”${zh}`, en: `"${spoken(label, 'en')}": ${parts.map((part) => spoken(part, 'en')).join(', ')}` },
  ];
}

/** At which facts, in words; null: always. */
export const onlyWhen = (when: Parameters<typeof conditionText>[1], { policy }: Pack): Text | null =>
  when ? conditionText(policy, when) : null;
