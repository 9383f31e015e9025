import type { Locator } from '@playwright/test';
import { enterDay, type Desk } from './desk.ts';
import { addEvidence } from './evidence.ts';
import { agreeTo, bringIn, classify, ECOLOGY, PUSH_OFFICE } from './intake.ts';
import { paper, recorded, TODAY } from './papers.ts';
import type { Row } from './workbook.ts';

/** Who answers for the problem of a journey. */
export type Answering = { readonly holder: string; readonly department: string };

/** One act of somebody on the dossier: who, which verb, and what the window asks for. */
export type Turn = readonly [unit: string, post: string, verb: string, asks?: Asks];
/** What a window asks for: a paper of one's own, one that came from outside, and how a place was looked at (R20). */
type Asks = 'recorded' | 'paper' | 'on-site' | 'recorded on-site';

/** Everybody takes their turn on the dossier, in this order. */
export async function takeTurns(desk: Desk, dossier: string, turns: readonly Turn[]): Promise<void> {
  let number = 0;
  for (const [unit, post, verb, asks] of turns) {
    await desk.sitDown(unit, post, dossier);
    number += 1;
    if (asks?.endsWith('on-site')) await addEvidence(desk, '现场检查记录');
    await desk.act(verb, async (window) => {
      if (asks?.endsWith('on-site')) await lookedAt(window);
      if (asks?.startsWith('recorded')) await recorded(window, `演示来文〔2026〕${number}号`);
      if (asks === 'paper') await paper(window, `演示发文〔2026〕${number}号`);
    });
  }
}

/** Who was there, which day, how, and what is thought of it. */
async function lookedAt(window: Locator): Promise<void> {
  await window.getByLabel('参加人员').fill('（演示）验收组五人');
  await enterDay(window, '验收（检查）日期', TODAY);
  await window.getByText('现场核查', { exact: true }).click();
  await window.getByLabel('办理意见').fill('（演示）经现场核查，整改到位。');
}

/** From the office's workbook to the unit that answers: brought in, classified, agreed to in an edition, handed over. */
export async function bringToHolder(
  desk: Desk,
  from: { readonly list: string; readonly row: Row; readonly grade: string },
  answering: Answering,
): Promise<string> {
  const dossier = await bringIn(desk, from.list, from.row);
  await classify(desk, dossier, from.grade);
  await agreeTo(desk, from.row.problem);
  await handOver(desk, dossier, answering);
  return dossier;
}

/** A plan of route P2 from the draft to its issue (二(一).4): what the city does is recorded here. */
export const throughTheCity = ({ holder, department }: Answering): readonly Turn[] => [
  [holder, '经办人', '制定整改方案'],
  [holder, '分管领导', '报县级牵头部门审核'],
  [department, '股室负责人', '审核并形成县级整改方案'],
  [department, '分管领导', '报市级牵头部门审核'],
  [PUSH_OFFICE, '经办人', '代为登记：市推长办、市生态环境局组织专家论证', 'recorded'],
  [PUSH_OFFICE, '经办人', '代为登记：市推长办、市生态环境局组织专家论证', 'recorded'],
  [PUSH_OFFICE, '经办人', '代为登记：市领导小组办公室会议审议', 'recorded'],
  [PUSH_OFFICE, '经办人', '代为登记：印发实施', 'recorded'],
];

/** 移交、签收、认领: to unit and person, with a receipt (一(二).2, 一(四).2, 二(二).1). */
async function handOver(desk: Desk, dossier: string, { holder }: Answering): Promise<void> {
  await desk.sitDown(ECOLOGY, '经办人', dossier);
  await desk.act('移交责任单位', async (window) => {
    await window.getByRole('combobox', { name: '责任单位 责任人' }).fill('（演示）责任人');
    await window.getByRole('combobox', { name: '县级问题整改牵头单位 责任人' }).fill('（演示）整改牵头人');
    await window.getByRole('combobox', { name: '县级牵头部门 责任人' }).fill('（演示）牵头人');
  });
  await takeTurns(desk, dossier, [
    [holder, '经办人', '签收'],
    [holder, '分管领导', '认领'],
  ]);
}

/** 填写方案内容: a target, a deadline and one measure with its own, by whoever drafts on this route. */
export async function writePlan(
  desk: Desk,
  dossier: string,
  drafter: string,
  measure = '（演示）新建截污管 300 米',
): Promise<void> {
  await desk.sitDown(drafter, '经办人', dossier);
  await desk.act('填写方案内容', async (window) => {
    await window.getByLabel('整改目标').fill('（演示）污水全部接管，不再外排。');
    await enterDay(window, '整改时限', '2027-06-30');
    await window.getByLabel('措施 1').fill(measure);
    await enterDay(window, '整改时限 1', '2027-03-31');
  });
}

/** 退回: to the first step of the route, with reason; the clause stands there already. A second round begins. */
export async function sendBack(desk: Desk, dossier: string, unit: string, post: string): Promise<void> {
  await desk.sitDown(unit, post, dossier);
  await desk.act('退回', (window) => window.getByLabel('理由').fill('（演示）措施不具体，请明确时限。'));
}

/** 抄送: every copy owed to a superior is sent with a paper, until none is owed. */
export async function sendCopies(desk: Desk, dossier: string, copies: number): Promise<void> {
  await desk.sitDown(PUSH_OFFICE, '经办人', dossier);
  for (let sent = 1; sent <= copies; sent++)
    await desk.act('登记抄送寄出', (window) => paper(window, `演示抄送〔2026〕${sent}号`));
}

/** Progress, photos, the measure done, the finish reported (四(二).1, 二(二).1, 二(三)). */
export async function rectify(desk: Desk, dossier: string, { holder }: Answering): Promise<void> {
  await desk.sitDown(holder, '经办人', dossier);
  await desk.act('填报进展', async (window) => {
    await window.getByLabel('完成比例').fill('60');
    await desk.choose(window, '序时进度', '达到序时进度');
    await window.getByLabel('说明').fill('（演示）管沟已开挖。');
  });
  for (const kind of ['整改前照片', '整改后照片', '措施佐证材料']) await addEvidence(desk, kind);
  await desk.act('措施完成', async (window) => {
    await enterDay(window, '完成日期', TODAY);
    await window.getByLabel('说明').fill('（演示）管道已通水。');
  });
  await desk.act('报告整改完成', (window) => window.getByLabel('说明').fill('（演示）措施全部完成。'));
}
