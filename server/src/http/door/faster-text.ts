import type { EditionEvent } from '@bihuan/core/edition';
import type { ProblemEvent } from '@bihuan/core/problem';
import type { Faster } from '../../operations/dossiers/answer.ts';

type Sentence = { readonly zh: string; readonly en: string };

/** Who was faster, when, and what that person did. */
export function fasterText({ name, unitName, at, what }: Faster): Sentence {
  const act = what.title ?? ACTS[what.type as keyof typeof ACTS]; // a log of an older program may say more
  const zh = act ? `：${act.zh}` : '';
  const en = act ? `: ${act.en ?? act.zh}` : '';
  return {
    zh: `${unitName} ${name} 已于 ${officeTime(at, 'zh-CN')} 办理${zh}。请按最新内容再办。`,
    en: `${name}, ${unitName}, was faster (${officeTime(at, 'en-GB')})${en}. Look at it again and then decide.`,
  };
}

const officeTime = (instant: string, language: string): string =>
  new Date(instant).toLocaleString(language, { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });

/** What a command's first event is called where the plan gives it no title of its own. */
const ACTS: Readonly<Partial<Record<ProblemEvent['type'] | EditionEvent['type'], Sentence>>> = {
  ProblemRegistered: { zh: '登记问题', en: 'problem registered' },
  ProblemCorrected: { zh: '更正信息', en: 'particulars corrected' },
  ProblemWithdrawn: { zh: '撤回登记', en: 'registration withdrawn' },
  CrossReferenced: { zh: '补记清单编号', en: 'number in another list noted' },
  ToldApart: { zh: '认定不是同一件', en: 'told apart from a likely double' },
  ProblemMerged: { zh: '并入另一问题', en: 'merged into another problem' },
  ProblemUnmerged: { zh: '恢复单独办理', en: 'set apart again' },
  DoubleAbsorbed: { zh: '并入重复的一件', en: 'a double merged into it' },
  DoubleReleased: { zh: '分出并入的一件', en: 'a double set apart again' },
  ListedInEdition: { zh: '列入一张表', en: 'put into an edition' },
  TakenOffEdition: { zh: '移出一张表', en: 'taken off an edition' },
  EditionConsented: { zh: '一张表获同意', en: 'consented to the edition' },
  HandOverContested: { zh: '对移交提出异议', en: 'hand-over contested' },
  HandOverArbitrated: { zh: '裁定移交异议', en: 'hand-over arbitrated' },
  PlanWritten: { zh: '填写方案内容', en: 'plan written' },
  ProgressReported: { zh: '填报进展', en: 'progress reported' },
  MeasureCompleted: { zh: '措施完成', en: 'measure completed' },
  MeasuresReopened: { zh: '措施退回重做', en: 'measures opened again' },
  EvidenceProves: { zh: '佐证材料对应更多措施', en: 'a file was said to prove more measures' },
  EvidenceAdded: { zh: '上传佐证', en: 'evidence added' },
  FinishReported: { zh: '报告整改完成', en: 'finish reported' },
  Urged: { zh: '催办', en: 'urged' },
  DaysNoted: { zh: '已核对日期', en: 'days compared' },
  PartsAssigned: { zh: '落实责任分工', en: 'responsibility assigned' },
  ClockMoved: { zh: '时限随日历调整', en: 'limit moved with the calendar' },
  TermExtended: { zh: '延期', en: 'limit extended' },
  TermPaused: { zh: '暂停计时', en: 'limit paused' },
  TermResumed: { zh: '恢复计时', en: 'limit resumed' },
  TermLapsed: { zh: '超过期限', en: 'limit passed' },
  CopySent: { zh: '抄送件已寄出', en: 'copy sent' },
  CopyRead: { zh: '已阅抄送件', en: 'copy read' },
  EditionFormed: { zh: '形成一张表', en: 'edition formed' },
  MembersChanged: { zh: '调整一张表所列问题', en: 'problems of the edition changed' },
};
