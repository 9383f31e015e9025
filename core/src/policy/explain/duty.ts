import type { ClauseId, Duty, DutyDue, Every, Kind, Pack, Text } from '../model.ts';
import { eachOf } from '../matching.ts';
import { conditionText, listed, officeText, seatText, spoken } from '../wording.ts';

/** A duty in words: who owes it, how often, by when, and what is filed and gathered. */
export type DutyExplained = {
  readonly id: string;
  readonly title: Text;
  readonly clause: ClauseId;
  readonly ruling: string | null;
  readonly words: Text;
};

type Runs = NonNullable<Duty['runs']>;

/** The duties by which a kind is filed or gathered. */
export const explainDuties = ({ id }: Kind, pack: Pack): readonly DutyExplained[] =>
  pack.policy.duties
    .filter(({ runs }) => runs?.files === id || runs?.gathers === id)
    .map((duty) => explainDuty(duty, pack));

/** Says one duty. */
export function explainDuty(duty: Duty, pack: Pack): DutyExplained {
  const { id, title, clause, ruling, by, runs } = duty;
  const who = listed(by.map((role) => officeText(pack, role)));
  const rest = runs ? runsText(runs, pack) : [];
  const zh = [`由${who.zh}承担`, ...rest.map((each) => each.zh)];
  const en = [`owed by ${who.en}`, ...rest.map((each) => spoken(each, 'en'))];
  return { id, title, clause, ruling: ruling ?? null, words: { zh: zh.join('，'), en: en.join(', ') } };
}

function runsText(runs: Runs, pack: Pack): readonly Text[] {
  const { every, due, nil, confirmedBy, forEach, reminds, covers, opensBefore } = runs;
  const confirming = confirmedBy && seatText(pack, confirmedBy);
  return [
    everyText(every, pack),
    dueText(due),
    ...(opensBefore === undefined ? [] : [{ zh: `提前${opensBefore}日开始`, en: `opens ${opensBefore} days before` }]),
    ...(forEach ? [eachText(runs, pack)] : []),
    ...(nil ? [{ zh: '可以零报告', en: 'a nil return is a return' }] : []),
    ...(confirming ? [{ zh: `由${confirming.zh}确认`, en: `confirmed by ${spoken(confirming, 'en')}` }] : []),
    ...(reminds === undefined ? [] : [{ zh: `到期前${reminds}日提醒`, en: `reminded ${reminds} days before` }]),
    ...(covers === 'all' ? [] : [sampleText(covers, pack)]),
  ];
}

function eachText(runs: Runs, { policy }: Pack): Text {
  if (runs.forEach === 'field') return { zh: '按主管的领域分别报送', en: 'one for each field that it is in charge of' };
  const label = eachOf(runs, policy)?.label ?? { zh: runs.forEach?.of ?? '' };
  return { zh: `每个“${label.zh}”各报送一份`, en: `one for each "${spoken(label, 'en')}"` };
}

const periods = {
  month: { zh: '每月', en: 'every month' },
  'half-month': { zh: '每半月', en: 'every half-month' },
  quarter: { zh: '每季度', en: 'every quarter' },
  week: { zh: '每周', en: 'every week' },
} as const;

function everyText(every: Every, pack: Pack): Text {
  if (every.every === 'order') {
    const who = listed(every.by.map((seat) => seatText(pack, seat)));
    return { zh: `由${who.zh}下达`, en: `when ${who.en} orders it` };
  }
  if (every.every !== 'yearly') return periods[every.every];
  const days = listed(every.days.map((day) => monthDayText(day)));
  return { zh: `每年${days.zh}`, en: `every year on ${days.en}` };
}

function monthDayText(day: string): Text {
  const [month = '', date = ''] = day.slice(2).split('-');
  return { zh: `${Number(month)}月${Number(date)}日`, en: `${month}-${date}` };
}

function dueText(due: DutyDue): Text {
  if (due.on === 'order') return { zh: '截止日期随下达写明', en: 'due on the day that is ordered' };
  if (due.on === 'day')
    return due.inclusive
      ? { zh: '截至当日', en: 'due on that day' }
      : { zh: '截至前一日', en: 'due on the day before' };
  const unit = due.count === 'working' ? { zh: '个工作日', en: 'working days' } : { zh: '日', en: 'days' };
  if (due.days === 0) return { zh: '期末当日截止', en: 'due on the last day' };
  return { zh: `期满后${due.days}${unit.zh}内报送`, en: `due within ${due.days} ${unit.en} of its end` };
}

function sampleText({ sample, atLeast, of, when }: Exclude<Runs['covers'], 'all'>, { policy }: Pack): Text {
  const title = policy.kinds?.find(({ id }) => id === of)?.title ?? { zh: of };
  const only = when && conditionText(policy, when);
  return {
    zh: `抽查“${title.zh}”的${sample}%，至少${atLeast}件${only ? `（${only.zh}的）` : ''}`,
    en: `a sample of ${sample}% of "${spoken(title, 'en')}", at least ${atLeast}${only ? `, where ${only.en}` : ''}`,
  };
}
