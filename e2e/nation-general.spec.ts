import { expect, test } from '@playwright/test';
import { showsExactlyItsClauses } from './clauses.ts';
import { Desk } from './desk.ts';
import { agreeTo, bringIn, classify, GOVERNMENT, PUSH_OFFICE } from './intake.ts';
import { handOver, rectify, takeTurns, writePlan } from './loop.ts';

const answering = { holder: '太平镇', department: '施甸县林业和草原局' };
const row = {
  number: '演示-国-一般',
  problem: '（演示）保护区边缘违规堆料',
  origin: '国家移交',
  field: '侵占自然保护区',
  township: '太平镇',
  unit: '太平镇',
  deadline: '2027年6月底前',
};

test('国家移交一般性问题（P2、A1）：从工作簿到销号', async ({ page }) => {
  const desk = new Desk(page);
  const dossier = await bringIn(desk, '（演示）国家移交问题清单', row);
  await classify(desk, dossier, '一般性问题');
  await agreeTo(desk, row.problem);
  await handOver(desk, dossier, answering);
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
    [GOVERNMENT, '分管领导', '县人民政府组织自查自验'],
    [PUSH_OFFICE, '经办人', '代为登记：市人民政府检查验收', 'recorded'],
    [PUSH_OFFICE, '经办人', '代为登记：市人民政府有关领导审签', 'recorded'],
    [PUSH_OFFICE, '经办人', '代为登记：省级牵头部门现场验收', 'recorded'],
    [PUSH_OFFICE, '经办人', '代为登记：省政府分管领导同意销号', 'recorded'],
  ]);
  await expect(page.getByText(/^\d{4}-\d{2}-\d{2}.{0,4}\s?已销号$/)).toBeVisible();
  await showsExactlyItsClauses(desk, { origin: 'nation', grade: 'general' });
});
