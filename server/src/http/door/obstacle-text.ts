import type { Obstacle } from '@bihuan/core/access';
import { staysText } from './stays-text.ts';

type Sentence = { readonly zh: string; readonly en: string };

/** One sentence in each language for every obstacle: what stands in the way and what to do. */
export function obstacleText(obstacle: Obstacle): Sentence {
  switch (obstacle.code) {
    case 'wrong-seat':
      return seatText(obstacle.needs);
    case 'own-work':
      return {
        zh: `${obstacle.unitName}承办此事，不得验收自己的工作。`,
        en: `${obstacle.unitName} holds this problem and does not accept its own work.`,
      };
    case 'own-term':
    case 'extended-before':
    case 'term-over':
    case 'outer-limit':
    case 'signature-pending':
    case 'day-lost':
    case 'not-filed':
      return termText(obstacle);
    case 'closed':
      return { zh: `已于${obstacle.on}销号，不再办理。`, en: `Closed on ${obstacle.on}.` };
    case 'facts-missing':
      return {
        zh: `还缺少确定办理路径所需的信息：${obstacle.titles.map((title) => title.zh).join('、')}。`,
        en: `Still unknown: ${obstacle.titles.map((title) => title.en ?? title.zh).join(', ')}.`,
      };
    case 'evidence-missing':
      return { zh: '佐证材料不齐，请先补充。', en: 'Evidence is missing.' };
    case 'plan-missing':
      return {
        zh: '整改方案尚未填写完整（目标、时限、措施）。',
        en: 'The plan is not complete (target, deadline, measures).',
      };
    case 'parts-missing':
      return { zh: '责任单位或责任人尚未落实，责任不得悬空。', en: 'A responsible unit or person is not named yet.' };
    case 'measures-open':
      return {
        zh: `还有${obstacle.measures.length}项整改措施未完成。`,
        en: `${obstacle.measures.length} measures are still open.`,
      };
    case 'no-place':
      return {
        zh: `新的解读中没有：${obstacle.what.map((what) => what.zh).join('、')}，本件按原解读办理。`,
        en: `The new reading has no place for: ${obstacle.what.map((what) => what.en ?? what.zh).join(', ')}. The dossier keeps the reading it has.`,
      };
    case 'too-early':
    case 'objections-open':
    case 'members-open':
    case 'question-open':
    case 'frozen':
    case 'fields-missing':
      return waitingText(obstacle);
    case 'not-withdrawable':
      return staysText[obstacle.why];
    default:
      return SENTENCES[obstacle.code];
  }
}

/** Who could do it, in the words of the dossier's edition. */
function seatText(needs: Extract<Obstacle, { code: 'wrong-seat' }>['needs']): Sentence {
  const named = needs.filter((seat) => seat.unitName !== null);
  const zh = named.map(({ unitName, postTitle }) => `${unitName}${postTitle?.zh ?? '人员'}`);
  const en = named.map(
    ({ unitName, postTitle }) => `${unitName} ${postTitle ? (postTitle.en ?? postTitle.zh) : 'staff'}`,
  );
  return {
    zh: `须由${zh.join('、') || '相应岗位人员'}办理。`,
    en: `This is for ${en.join(' or ') || 'another post'}.`,
  };
}

type OfTerm = Extract<
  Obstacle,
  {
    code: 'own-term' | 'extended-before' | 'term-over' | 'outer-limit' | 'signature-pending' | 'not-filed' | 'day-lost';
  }
>;

/** Why the last day of a limit is not moved. */
function termText(obstacle: OfTerm): Sentence {
  switch (obstacle.code) {
    case 'own-term':
      return {
        zh: `${obstacle.unitName}在此时限内承办，不得自行延期或暂停。`,
        en: `${obstacle.unitName} stands under this limit and does not move it.`,
      };
    case 'extended-before':
      return {
        zh: `方案只许延期${obstacle.times}次，已经用完。`,
        en: `The plan allows ${obstacle.times} extension${obstacle.times === 1 ? '' : 's'}, and no more are left.`,
      };
    case 'term-over':
      return {
        zh: `时限已于${obstacle.due}届满，不能再延期或暂停。`,
        en: `The last day was ${obstacle.due}; what is over is neither extended nor paused.`,
      };
    case 'signature-pending':
      return {
        zh: `“${obstacle.title.zh}”正在等待签批或裁定，办结后再合并或恢复。`,
        en: `"${obstacle.title.en ?? obstacle.title.zh}" waits to be signed or settled; merge after that.`,
      };
    case 'not-filed':
      return {
        zh: `“${obstacle.title.zh}”尚未报送，报送后再合并。`,
        en: `"${obstacle.title.en ?? obstacle.title.zh}" is not filed yet; merge after that.`,
      };
    case 'day-lost':
      return {
        zh: `并入后会失去“${obstacle.title.zh}”${obstacle.due}这一期限，不能这样合并；期限在前的一件应当保留。`,
        en: `The day of "${obstacle.title.en ?? obstacle.title.zh}", ${obstacle.due}, would be lost; the one with the earlier day goes on.`,
      };
    case 'outer-limit':
      return {
        zh: `外层时限“${obstacle.title.zh}”${obstacle.due}届满，其内不能再延。`,
        en: `The outer limit "${obstacle.title.en ?? obstacle.title.zh}" ends on ${obstacle.due} and leaves no later day.`,
      };
  }
}

type Waiting = Extract<
  Obstacle,
  { code: 'too-early' | 'objections-open' | 'members-open' | 'question-open' | 'frozen' | 'fields-missing' }
>;

/** What a step or a sheet waits for. */
function waitingText(obstacle: Waiting): Sentence {
  switch (obstacle.code) {
    case 'too-early':
      return {
        zh: `公示等规定的期限尚未届满，${obstacle.from}起方可办结此环节。`,
        en: `Its days have not run yet; this step can end from ${obstacle.from} on.`,
      };
    case 'objections-open':
      return {
        zh: `还有${obstacle.count}件异议没有处理结果，请先处理异议。`,
        en: `${obstacle.count} objection${obstacle.count === 1 ? ' is' : 's are'} not settled yet.`,
      };
    case 'members-open':
      return {
        zh: '汇总尚未冻结，所列事项还可能变动，不能就此办理。',
        en: 'The members are not frozen yet and may still change: nothing can be decided on them.',
      };
    case 'question-open':
      return {
        zh: `${obstacle.question.zh}，等待裁定。`,
        en: `${obstacle.question.en ?? obstacle.question.zh}; a ruling is awaited.`,
      };
    case 'frozen':
      return {
        zh: `已于${obstacle.on}定稿，内容不再改动；如需更正，请另行填报并注明更正哪一份。`,
        en: `Frozen on ${obstacle.on}: it never changes. A correction is a new return that says which it corrects.`,
      };
    case 'fields-missing':
      return {
        zh: `以下内容尚未填写：${obstacle.titles.map((title) => title.zh).join('、')}。`,
        en: `Not filled in yet: ${obstacle.titles.map((title) => title.en ?? title.zh).join(', ')}.`,
      };
  }
}

type Plain = Exclude<
  Obstacle['code'],
  | 'wrong-seat'
  | 'own-work'
  | OfTerm['code']
  | 'closed'
  | 'facts-missing'
  | 'evidence-missing'
  | 'plan-missing'
  | 'parts-missing'
  | 'measures-open'
  | 'no-place'
  | 'not-withdrawable'
  | Waiting['code']
>;

const SENTENCES = {
  'unknown-dossier': {
    zh: '没有这份档案，地址可能不完整；请从问题台账或一张表中查找。',
    en: 'There is no such dossier; the address may be incomplete. Look for it in the register or among the editions.',
  },
  'already-registered': { zh: '已经登记。', en: 'Already registered.' },
  'wrong-stage': { zh: '问题当前所处阶段不能办理此事。', en: 'The problem is not at a stage where this can be done.' },
  'out-of-turn': { zh: '此环节已办结或尚未开始。', en: 'This step is over or not reached yet.' },
  'not-decided': {
    zh: '会签的内容还没有确定，请等主办单位办理后再会签。',
    en: 'What is to be co-signed is not decided yet; the deciding unit goes first.',
  },
  'own-draft': {
    zh: '本人拟定、报送、办理、自查或提出异议的事项，不能由本人审核、验收或裁定。',
    en: 'Nobody reviews, accepts or settles what he drafted, handed in, did, checked or contested himself.',
  },
  'no-route': {
    zh: '方案对此类问题没有规定，须先作出适用裁定。',
    en: 'The plan has no rule for this; a ruling is needed first.',
  },
  'route-ambiguous': {
    zh: '有多条规则同时适用，须先作出适用裁定。',
    en: 'Several rules apply; a ruling is needed first.',
  },
  'edition-empty': { zh: '本期一张表还没有列入问题。', en: 'There is no problem in this edition yet.' },
  'hand-over-contested': {
    zh: '移交有异议，等待裁定；时限照常计算。',
    en: 'The hand-over is contested; clocks run on.',
  },
  'term-paused': { zh: '时限已暂停，请先恢复计时。', en: 'The clock stands still; resume it first.' },
  'nobody-assigned': {
    zh: '尚未明确由哪个单位承担，请先落实责任单位和责任人。',
    en: 'No unit plays this part yet; name one first.',
  },
  unlike: {
    zh: '两件不是同一类事项或不在同一期，不能合并。',
    en: 'The two are of different sorts or periods and cannot be merged.',
  },
  'not-external': { zh: '本单位自行办理的事项不作代为登记。', en: 'A unit that signs in acts for itself.' },
  'not-returnable': { zh: '方案没有规定此环节可以退回。', en: 'The plan gives this step no return.' },
  silent: { zh: '本方案未设此项规定。', en: 'The plan says nothing about this.' },
  'nothing-to-do': { zh: '没有需要办理的事项。', en: 'There is nothing to do here.' },
} as const satisfies Record<Plain, Sentence>;
