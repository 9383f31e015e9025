import type { Desk } from './desk.ts';
import { prove, sent, take } from './doors.ts';
import { FIRE_OFFICE } from './town.ts';

/**
 * A hazard that waits for its second acceptance: what comes before is done through the doors behind the page, as journeys of
 * their own do it on the page. Answers the address of its dossier.
 */
export async function atSecondAcceptance(desk: Desk, what: string): Promise<string> {
  await desk.sitDown(FIRE_OFFICE, '检查员', '/');
  const where = { words: '竹器厂二车间', township: 'village-laojie' };
  const { id } = await sent<{ id: string }>(desk, '/api/cases', {
    kind: 'hazard',
    from: 'round',
    values: { what, where, field: 'exits' },
  });
  await take(desk, id, 'check', { outcome: 'hazard', values: { finding: '（演示）属实' } });
  await take(desk, id, 'grade', { values: { severity: 'general' } });
  await desk.sitDown(FIRE_OFFICE, '负责人', '/');
  const part = (unit: string) => [{ unit, unitName: '', person: null }];
  await take(desk, id, 'notice', {
    parts: { 'case.premises': part('bamboo-works'), 'case.local': part('village-laojie') },
  });
  await desk.sitDown('晴川竹器厂', '消防安全员', '/');
  for (const kind of ['before-photo', 'after-photo']) await prove(desk, id, kind);
  await take(desk, id, 'rectify', { values: { done: '（演示）已清理' } });
  await desk.sitDown('老街社区', '负责人', '/');
  await take(desk, id, 'first');
  return `/cases/${id}`;
}
