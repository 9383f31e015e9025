import { expect, test } from 'vitest';
import { staffedOffice } from '../../testing/staff.ts';
import { verifyLedger } from '../record/verify-ledger.ts';

const { at, services } = await staffedOffice();
const office = await at('county-push-office', 'handler');
const farmer = await at('county-agriculture', 'handler');

test('a notice waits with the words it was read from, and goes back with a reason; whether the file was changed is said', async () => {
  const words =
    '国务院办公厅关于2028年部分节假日安排的通知\n国办发明电〔2027〕9号\n一、元旦：1月1日（周六）至3日（周一）放假，共3天。\n国务院办公厅\n2027年11月4日';
  const { yaml } = (await office.post('/calendar/words', { text: words })).json();
  const waiting = async () =>
    (await office.get('/calendar')).json().waiting as { text: string; words: string; asRead: boolean }[];
  const enter = (entered: string) => office.post('/calendar/enter', { yaml: entered, words });

  const { text } = (await enter(yaml)).json();
  expect(await waiting()).toContainEqual(expect.objectContaining({ text, words, asRead: true }));
  const changed = yaml.replace('2028-01-03', '2028-01-04');
  expect((await enter(changed)).json()).toMatchObject({ obstacle: { code: 'entered-already' } });

  const discard = () => office.post('/calendar/discard', { text, reason: '与原文不符' });
  expect((await farmer.post('/calendar/discard', { text, reason: '与原文不符' })).statusCode).toBe(403);
  expect((await discard()).json()).toEqual({ text });
  expect((await discard()).json()).toMatchObject({ obstacle: { code: 'not-waiting' } });
  const { text: second } = (await enter(changed)).json();
  expect(await waiting()).toContainEqual(expect.objectContaining({ text: second, asRead: false }));
  await office.post('/calendar/discard', { text: second, reason: '与原文不符' });
  expect((await verifyLedger(services)).findings).toEqual([]);
});
