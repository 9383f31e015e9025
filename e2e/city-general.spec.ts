import { expect, test } from '@playwright/test';
import { showsExactlyItsClauses } from './clauses.ts';
import { Desk } from './desk.ts';
import { GOVERNMENT, PUSH_OFFICE } from './intake.ts';
import { bringToHolder, rectify, sendCopies, takeTurns, writePlan } from './loop.ts';

const answering = { holder: '甸阳镇', department: '施甸县住房和城乡建设局' };
const row = {
  number: '演示-市-一般',
  problem: '（演示）沟渠生活污水直排',
  origin: '市级确定',
  field: '污水垃圾',
  township: '甸阳镇',
  unit: '甸阳镇',
  deadline: '2027年6月底前',
};

test('市级一般性问题（P3、A4）：从工作簿到销号', async ({ page }) => {
  const desk = new Desk(page);
  const dossier = await bringToHolder(
    desk,
    { list: '（演示）市级一般性问题清单', row, grade: '一般性问题' },
    answering,
  );
  await writePlan(desk, dossier, answering.holder);
  await takeTurns(desk, dossier, [
    [answering.holder, '经办人', '制定整改方案'],
    [answering.holder, '分管领导', '报县级牵头部门审核'],
    [answering.department, '股室负责人', '审核并形成县级整改方案'],
    [answering.department, '分管领导', '报市级行业主管部门审核'],
    [PUSH_OFFICE, '经办人', '代为登记：市级行业主管部门审核同意', 'recorded'],
    [PUSH_OFFICE, '股室负责人', '印发实施'],
  ]);
  await rectify(desk, dossier, answering);
  await takeTurns(desk, dossier, [
    [answering.holder, '经办人', '乡镇、县级部门自查自验'],
    [answering.department, '经办人', '乡镇、县级部门自查自验'],
    [answering.department, '主要领导', '部门主要领导审签'],
    [GOVERNMENT, '分管领导', '县人民政府组织验收销号'],
  ]);
  await expect(page.getByText(/^\d{4}-\d{2}-\d{2}.{0,4}\s?已销号$/)).toBeVisible();
  await sendCopies(desk, dossier, 2);
  await showsExactlyItsClauses(desk, { origin: 'city', grade: 'general' });
});
