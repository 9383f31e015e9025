import { expect, test } from '@playwright/test';
import { showsExactlyItsClauses } from './clauses.ts';
import { Desk } from './desk.ts';
import { GOVERNMENT, PUSH_OFFICE } from './intake.ts';
import { bringToHolder, rectify, sendBack, sendCopies, takeTurns, throughTheCity, writePlan } from './loop.ts';

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
  const dossier = await bringToHolder(
    desk,
    { list: '（演示）市级重点突出问题清单', row, grade: '重点突出问题' },
    answering,
  );
  await writePlan(desk, dossier, answering.holder);
  await takeTurns(desk, dossier, [
    [answering.holder, '经办人', '制定整改方案'],
    [answering.holder, '分管领导', '报县级牵头部门审核'],
  ]);
  await sendBack(desk, dossier, answering.department, '股室负责人');
  await page.getByRole('tab', { name: '整改方案' }).click();
  await expect(page.getByText('第 2 轮')).toBeVisible();
  await writePlan(desk, dossier, answering.holder, '（演示）新建截污管 300 米，三月底前通水');
  await takeTurns(desk, dossier, throughTheCity(answering));
  await rectify(desk, dossier, answering);
  await takeTurns(desk, dossier, [
    [answering.holder, '经办人', '乡镇、县级部门自查自验'],
    [answering.department, '经办人', '乡镇、县级部门自查自验'],
    [GOVERNMENT, '分管领导', '县人民政府现场验收', 'on-site'],
    [GOVERNMENT, '分管领导', '县人民政府分管领导审签'],
    [PUSH_OFFICE, '经办人', '代为登记：市级牵头部门验收销号', 'recorded'],
  ]);
  await expect(page.getByText(/^\d{4}-\d{2}-\d{2}.{0,4}\s?已销号$/)).toBeVisible();
  await sendCopies(desk, dossier, 2);
  await showsExactlyItsClauses(desk, { origin: 'city', grade: 'key' });
});
