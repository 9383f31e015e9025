import { expect, test } from 'vitest';
import { citedBy } from './cited.ts';

const step = (clause: string, zh: string) => ({ id: zh, clause, title: { zh }, state: 'done' });

test('a clause is listed once, with everything that rests on it, each said once', () => {
  const dossier = {
    runs: [{ steps: [step('二(一).5', '制定方案'), step('二(一).5', '报审'), step('二(一).5', '制定方案')] }],
    clocks: [{ clause: '二(一).5', title: { zh: '10个工作日内报审' } }],
    copies: [{ clause: '一(二).2', unitName: '县推长办' }],
  } as never; // only what is cited is read
  expect(citedBy(dossier)).toEqual([
    { clause: '二(一).5', for: [{ zh: '制定方案' }, { zh: '报审' }, { zh: '10个工作日内报审' }] },
    { clause: '一(二).2', for: [{ zh: '抄送县推长办', en: 'Copy to 县推长办' }] },
  ]);
});
