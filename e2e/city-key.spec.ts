import { expect, test } from '@playwright/test';
import { showsExactlyItsClauses } from './clauses.ts';
import { Desk } from './desk.ts';
import { agreeTo, bringIn, classify, GOVERNMENT, PUSH_OFFICE } from './intake.ts';
import { handOver, rectify, sendBack, sendCopies, takeTurns, writePlan } from './loop.ts';

const answering = { holder: '旧城乡', department: '施甸县自然资源局' };
const row = {
  number: '演示-市-重点',
  problem: '（演示）采石场边坡未复绿',
  origin: '市级确定',
  field: '矿山污染',
  township: '旧城乡',
  unit: '旧城乡',
  deadline: '2027年6月底前',
};

test('市级重点突出问题（P2、A3）：县级审核退回一次，再到销号', async ({ page }) => {
  const desk = new Desk(page);
  const dossier = await bringIn(desk, '（演示）市级重点突出问题清单', row);
  await classify(desk, dossier, '重点突出问题');
  await agreeTo(desk, row.problem);
  await handOver(desk, dossier, answering);
  await writePlan(desk, dossier, answering.holder);
  await takeTurns(desk, dossier, [
    [answering.holder, '经办人', '制定整改方案'],
    [answering.holder, '分管领导', '报县级牵头部门审核'],
  ]);
  await sendBack(desk, dossier, answering.department, '股室负责人');
  await page.getByRole('tab', { name: '整改方案' }).click();
  await expect(page.getByText('第 2 轮')).toBeVisible();
  await writePlan(desk, dossier, answering.holder);
  await takeTurns(desk, dossier, [
    [answering.holder, '经办人', '制定整改方案'],
    [answering.holder, '分管领导', '报县级牵头部门审核'],
    [answering.department, '股室负责人', '审核并形成县级整改方案'],
    [answering.department, '分管领导', '报市级牵头部门审核'],
    [PUSH_OFFICE, '经办人', '代为登记：市推长办、市生态环境局组织专家论证', 'recorded'],
    [PUSH_OFFICE, '经办人', '代为登记：市推长办、市生态环境局组织专家论证', 'recorded'],
    [PUSH_OFFICE, '经办人', '代为登记：市领导小组办公室会议审议', 'recorded'],
    [PUSH_OFFICE, '经办人', '代为登记：印发实施', 'recorded'],
  ]);
  await rectify(desk, dossier, answering);
  await takeTurns(desk, dossier, [
    [answering.holder, '经办人', '乡镇、县级部门自查自验'],
    [answering.department, '经办人', '乡镇、县级部门自查自验'],
    [GOVERNMENT, '分管领导', '县人民政府现场验收'],
    [GOVERNMENT, '分管领导', '县人民政府分管领导审签'],
    [PUSH_OFFICE, '经办人', '代为登记：市级牵头部门验收销号', 'recorded'],
  ]);
  await expect(page.getByText(/^\d{4}-\d{2}-\d{2}.{0,4}\s?已销号$/)).toBeVisible();
  await sendCopies(desk, dossier, 2);
  await showsExactlyItsClauses(desk, { origin: 'city', grade: 'key' });
});
