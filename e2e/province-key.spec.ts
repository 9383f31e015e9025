import { expect, test } from '@playwright/test';
import { showsExactlyItsClauses } from './clauses.ts';
import { Desk } from './desk.ts';
import { GOVERNMENT, PUSH_OFFICE } from './intake.ts';
import { bringToHolder, rectify, sendCopies, takeTurns, writePlan } from './loop.ts';

const answering = { holder: '由旺镇', department: '施甸县农业农村局' };
const row = {
  number: '演示-省-重点',
  problem: '（演示）养殖粪污汇入河道',
  origin: '省级移交',
  field: '农业面源',
  township: '由旺镇',
  unit: '由旺镇',
  deadline: '2027年6月底前',
};

test('省级重点突出问题（P1、A2）：上级办理按来文登记，抄送寄出', async ({ page }) => {
  const desk = new Desk(page);
  const dossier = await bringToHolder(
    desk,
    { list: '（演示）省级移交问题清单', row, grade: '重点突出问题' },
    answering,
  );
  await takeTurns(desk, dossier, [
    [PUSH_OFFICE, '经办人', '督促牵头单位配合上级制定方案'],
    [PUSH_OFFICE, '经办人', '代为登记：上级整改方案印发', 'recorded'],
  ]);
  await writePlan(desk, dossier, answering.department);
  await takeTurns(desk, dossier, [
    [answering.department, '经办人', '制定整改方案'],
    [GOVERNMENT, '分管领导', '县人民政府同意'],
    [answering.department, '分管领导', '报县级牵头部门审核'],
    [answering.department, '股室负责人', '县级牵头部门审核'],
    [PUSH_OFFICE, '分管领导', '县级领导小组办公室会议审议'],
    [PUSH_OFFICE, '股室负责人', '印发实施'],
  ]);
  await rectify(desk, dossier, answering);
  await takeTurns(desk, dossier, [
    [GOVERNMENT, '分管领导', '县人民政府组织自查自验'],
    [PUSH_OFFICE, '经办人', '代为登记：市人民政府检查验收', 'recorded'],
    [PUSH_OFFICE, '经办人', '代为登记：市人民政府分管领导审签', 'recorded'],
    [PUSH_OFFICE, '经办人', '代为登记：省级牵头部门现场验收', 'recorded on-site'],
    [PUSH_OFFICE, '经办人', '代为登记：省级牵头部门主要领导签字销号', 'recorded'],
  ]);
  await expect(page.getByText(/^\d{4}-\d{2}-\d{2}.{0,4}\s?已销号$/)).toBeVisible();
  await sendCopies(desk, dossier, 2);
  await showsExactlyItsClauses(desk, { origin: 'province', grade: 'key' });
});
