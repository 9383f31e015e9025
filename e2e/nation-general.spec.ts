import { expect, test } from '@playwright/test';
import { showsExactlyItsClauses } from './clauses.ts';
import { Desk } from './desk.ts';
import { GOVERNMENT, PUSH_OFFICE } from './intake.ts';
import { bringToHolder, rectify, takeTurns, throughTheCity, writePlan } from './loop.ts';

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
  const dossier = await bringToHolder(desk, { list: '（演示）国家移交问题清单', row, grade: '一般性问题' }, answering);
  await writePlan(desk, dossier, answering.holder);
  await takeTurns(desk, dossier, throughTheCity(answering));
  await rectify(desk, dossier, answering);
  await takeTurns(desk, dossier, [
    [GOVERNMENT, '分管领导', '县人民政府组织自查自验'],
    [PUSH_OFFICE, '经办人', '代为登记：市人民政府检查验收', 'recorded'],
    [PUSH_OFFICE, '经办人', '代为登记：市人民政府有关领导审签', 'recorded'],
    [PUSH_OFFICE, '经办人', '代为登记：省级牵头部门现场验收', 'recorded on-site'],
    [PUSH_OFFICE, '经办人', '代为登记：省政府分管领导同意销号', 'recorded'],
  ]);
  await expect(page.getByText(/^\d{4}-\d{2}-\d{2}.{0,4}\s?已销号$/)).toBeVisible();
  await showsExactlyItsClauses(desk, { origin: 'nation', grade: 'general' });
});
