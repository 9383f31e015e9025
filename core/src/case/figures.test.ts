import { expect, test } from 'vitest';
import { theCalendar, type Actor } from '../access/index.ts';
import { clubWith, duty, twiceAYear } from '../testing/duties.ts';
import { holderOf } from '../testing/people.ts';
import type { Kind } from '../policy/index.ts';
import type { Law } from '../procedure/index.ts';
import { plainDate } from '../time/index.ts';
import { decideCase, evolveCase, noCase, openFigures, type Case, type CaseAsk } from './index.ts';

const on = plainDate;
const club = clubWith(duty(twiceAYear, { gathers: 'round-sheet' }));
const clerk = holderOf('office/clerk');
const figure = (fixedAt?: string): Kind['sheet'][number] => ({
  id: 'all-holes',
  label: { zh: '坑洼总数' },
  type: 'figure',
  figure: 'holes',
  required: false,
  personal: false,
  ...(fixedAt ? { fixedAt } : {}),
});
const showing = (kind: string, field: Kind['sheet'][number]): Law => ({
  ...club,
  policy: {
    ...club.policy,
    kinds: club.policy.kinds!.map((each) => (each.id === kind ? { ...each, sheet: [...each.sheet, field] } : each)),
  },
});
const owed = { duty: 'rounds', period: '2030-05-06', unit: '', field: null, due: on('2030-05-06'), openedLate: false };

function lived(law: Law) {
  const after = (file: Case, ask: CaseAsk, by: Actor, counted?: Readonly<Record<string, number>>): Case => {
    const decision = decideCase({ ...ask, by, on: on('2030-05-20'), ...(counted ? { counted } : {}) }, file, law);
    if ('refused' in decision) throw new Error(JSON.stringify(decision.refused));
    return decision.events.reduce(evolveCase, file);
  };
  const open: CaseAsk = { type: 'OpenCase', kind: 'round-sheet', number: '汇总-2030-01', values: {}, owed };
  return { after, opened: after(noCase, open, theCalendar) };
}
const freeze: CaseAsk = { type: 'FreezeGathering', members: [] };

test('a figure stands from the freezing of its list on, as it was counted for it, and is never counted anew', () => {
  const law = showing('round-sheet', figure());
  const kind = law.policy.kinds!.find(({ id }) => id === 'round-sheet')!;
  const { after, opened } = lived(law);
  const frozen = after(opened, freeze, clerk, { 'all-holes': 7 });

  expect(openFigures(opened, kind)).toEqual([{ id: 'all-holes', figure: 'holes', fixedAt: 'frozen' }]);
  expect(frozen.figures).toEqual({ 'all-holes': { value: 7, on: '2030-05-20' } });
  expect(frozen.values).toEqual({});
  expect(openFigures(frozen, kind)).toEqual([]);
});

test('a figure that stands from another point is not fixed by the freezing, and none without having been counted', () => {
  const later = lived(showing('round-sheet', figure('closed-for-good')));
  expect(later.after(later.opened, freeze, clerk, { 'all-holes': 7 }).figures).toBeUndefined();

  const uncounted = lived(showing('round-sheet', figure()));
  expect(uncounted.after(uncounted.opened, freeze, clerk).figures).toBeUndefined();
});

test('nobody writes a figure', () => {
  const { opened } = lived(showing('round-sheet', figure()));
  const fill: CaseAsk = { type: 'FillSheet', values: { 'all-holes': 3 }, reason: '改数' };
  const law = showing('round-sheet', figure());
  expect(decideCase({ ...fill, by: clerk, on: on('2030-05-20') }, opened, law)).toHaveProperty('refused');
});
