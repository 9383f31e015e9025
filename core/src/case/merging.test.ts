import { expect, test } from 'vitest';
import { filingOf, filersSteps } from '../duty/index.ts';
import { describedIn, likelyDoubles, likelyPairs } from '../intake/index.ts';
import { kindIn } from '../procedure/index.ts';
import { caseAfter, caseRefusal, offerOf, suggested, type CaseFile } from '../testing/case-story.ts';
import { caseTaken } from '../testing/case-walk.ts';
import { chief, clerk, foreman } from '../testing/index.ts';
import { kindsLaw, kindWhere } from '../testing/kinds.ts';
import { owedBy } from '../testing/returns.ts';
import { MONDAY } from '../testing/walk.ts';
import { addDays, plainDate } from '../time/index.ts';
import { absorbedCase, caseLines, CORRECTS, evolveCase, noCase, type CaseAsk } from './index.ts';

const into = { dossier: 'survivor', number: '建议-2030-002', title: '添长椅' };
const reason = '两封信写的是同一件';
const merge: CaseAsk = { type: 'MergeInto', into, reason };

const double = suggested();
const merged = caseAfter(double, merge);

const absorb = (of: CaseFile, law = kindsLaw, on = MONDAY): CaseAsk => ({
  type: 'AbsorbDouble',
  ...absorbedCase('double', of.dossier, { law, on }),
  reason,
});

test('a double is closed as merged: nothing in it waits or runs, and it says where it goes on', () => {
  expect(double.dossier.tasks.length).toBeGreaterThan(0);
  expect(merged.dossier).toMatchObject({ stage: 'merged', tasks: [], closedOn: null, merged: { into, reason } });
  expect(merged.dossier.clocks.filter(({ metOn }) => metOn === null)).toEqual([]);
  expect(caseLines(merged.dossier, kindsLaw)).toEqual([]);
  expect(caseRefusal(merged, { type: 'FillSheet', values: { what: 'x' }, reason })).toMatchObject({
    obstacle: { code: 'wrong-stage' },
  });
});

test('set apart again it stands as it stood, with its limits as they were; nobody wins time', () => {
  const apart = caseAfter(merged, { type: 'Unmerge', reason: '是两件' }, { on: addDays(MONDAY, 40) });
  expect(apart.dossier).toEqual(double.dossier);
  expect(apart.log.reduce(evolveCase, noCase)).toEqual(apart.dossier);
});

test('only whom the plan gives the act merges, and where it gives it to nobody there is no such verb', () => {
  expect(caseRefusal(double, merge, { by: chief })).toMatchObject({ obstacle: { code: 'wrong-seat' } });
  const silent = kindWhere('suggestion', ({ acts: { merge: _given, ...acts } }) => ({ acts }));
  expect(offerOf(double, 'MergeInto', null, { law: silent })).toBeUndefined();
  expect(caseRefusal(double, merge, { law: silent })).toMatchObject({ obstacle: { code: 'silent' } });
  expect(offerOf(merged, 'Unmerge')).toMatchObject({ obstacle: null, clause: '§1' });
  expect(offerOf(merged, 'MergeInto')).toBeUndefined();
});

test('without a reason nothing is merged, told apart or set apart', () => {
  const required = { faults: [expect.objectContaining({ code: 'required' })] };
  expect(caseRefusal(double, { ...merge, reason: ' ' })).toMatchObject(required);
  expect(caseRefusal(merged, { type: 'Unmerge', reason: '' })).toMatchObject(required);
  expect(caseRefusal(double, { type: 'TellApart', apart: [{ ...into, reason: '' }] })).toMatchObject(required);
  expect(caseRefusal(double, { type: 'TellApart', apart: [] })).toMatchObject(required);
});

test('the one that goes on names its double with the digest of its words, keeps its own, and gives it back', () => {
  const survivor = suggested({ what: '添长椅两张' });
  const whole = caseAfter(survivor, absorb(double));
  expect(whole.dossier.absorbed).toMatchObject([{ dossier: 'double', number: '建议-2030-001', on: MONDAY }]);
  expect(whole.dossier.absorbed![0]!.digest).toBe(
    absorbedCase('x', double.dossier, { law: kindsLaw, on: MONDAY }).double.digest,
  );
  expect([whole.dossier.clocks, whole.dossier.values]).toEqual([survivor.dossier.clocks, survivor.dossier.values]);
  expect(caseRefusal(whole, { type: 'Withdraw', reason })).toMatchObject({ obstacle: { code: 'nothing-to-do' } });

  const twin = { dossier: 'double', number: '建议-2030-001', title: '添两张长椅' };
  expect(caseAfter(whole, { type: 'ReleaseDouble', double: twin, reason }).dossier).toEqual(survivor.dossier);
});

test('no limit of the double that ends before those of the other is lost by merging', () => {
  const clock = (file: CaseFile, due: string): CaseFile => ({
    ...file,
    dossier: {
      ...file.dossier,
      clocks: [{ ...file.dossier.clocks[0]!, id: 'x', metOn: null, due: plainDate(due) }],
    },
  });
  const sooner = clock(double, '2030-03-01');
  expect(caseRefusal(clock(double, '2030-03-02'), absorb(sooner))).toMatchObject({
    obstacle: { code: 'day-lost', due: '2030-03-01' },
  });
  // the other way round, and on equal days, none is lost
  expect(caseRefusal(sooner, absorb(clock(double, '2030-03-02')))).toBeNull();
  expect(caseRefusal(sooner, absorb(sooner))).toBeNull();
});

test('another kind, another period, and work that would end in a closed dossier are refused', () => {
  const ask = absorb(double);
  if (ask.type !== 'AbsorbDouble') throw new Error('it is one');
  const refusalOf = (of: Partial<typeof ask.of>, file = double) =>
    caseRefusal(file, { ...ask, of: { ...ask.of, ...of } });
  expect(refusalOf({ kind: 'locker' })).toMatchObject({ obstacle: { code: 'unlike' } });
  expect(refusalOf({ owed: { duty: 'rounds', period: '2030-05-06' } })).toMatchObject({ obstacle: { code: 'unlike' } });
  const over = { ...double, dossier: { ...double.dossier, closedOn: MONDAY, tasks: [], clocks: [] } };
  const free = { ...ask, days: { overdue: null, work: null } };
  expect(caseRefusal(over, free)).toMatchObject({ obstacle: { code: 'closed' } });
  expect(caseRefusal(over, { ...free, of: { ...ask.of, open: false } })).toBeNull();
});

const law = kindsLaw;
const owed = owedBy('greens', law, 10);
const filed = caseAfter(
  owed,
  { type: 'TakeStep', task: 'round/fill/1/0', values: { holes: 2, words: '三号场东侧坑洼' } },
  { by: foreman },
);

test('a return is merged once its unit has filed it and nobody has it to check; it stays filed by its unit', () => {
  expect(caseRefusal(owed, merge)).toMatchObject({ obstacle: { code: 'not-filed' } });
  expect(caseRefusal(filed, merge)).toMatchObject({ obstacle: { code: 'signature-pending' } });
  const checked = caseTaken(filed, 'round/check', clerk);
  const steps = filersSteps(law.policy, 'case.filer');
  const before = filingOf(checked.dossier, steps);
  expect(before.filedOn).toBe(MONDAY);
  expect(filingOf(caseAfter(checked, merge).dossier, steps)).toEqual(before);
});

test('what corrects a frozen return is no double, and nor is a gathering', () => {
  const link = { how: CORRECTS, dossier: 'x', kind: 'round-return', number: '1', title: '1' };
  const correcting = { ...double, dossier: { ...double.dossier, links: [link] } };
  expect(caseRefusal(correcting, merge)).toMatchObject({ obstacle: { code: 'nothing-to-do' } });
});

const kind = kindIn(law, 'suggestion')!;
const described = (id: string, values: Record<string, string>) => describedIn(kind, id, { values })!;

test('two look alike by the fields that the kind names: the words speak for it, another choice against it', () => {
  const words = '球场东侧入口处添两张木长椅';
  const one = described('a', { what: words, about: 'bar' });
  const found = likelyDoubles(one, [
    described('same', { what: `在${words}`, about: 'bar' }),
    described('elsewhere', { what: words, about: 'court' }),
    described('unlike', { what: '更衣室换新锁', about: 'bar' }),
  ]);
  expect(found.map(({ id }) => id)).toEqual(['same']);
  expect(found[0]!.because.map(({ zh }) => zh)).toEqual([
    expect.stringContaining('文字相似'),
    expect.stringContaining('相同'),
  ]);
  expect(describedIn(kind, 'empty', { values: {} })).toBeNull();
});

test('at one place the words may differ more, and what is said of another place may not', () => {
  const at = (id: string, what: string, where: string) => ({ ...described(id, { what }), place: where });
  const one = at('a', '二楼疏散通道堆放竹料，剩余宽度半米', '竹器厂二车间');
  const worded = '二楼疏散通道内堆放竹料，宽度只剩半米';
  expect(likelyDoubles(one, [at('b', worded, '竹器厂二车间西侧')]).map(({ id }) => id)).toEqual(['b']);
  expect(likelyDoubles(one, [at('c', worded, '学校食堂')])).toEqual([]);
});

test('of many each pair is proposed once, the likeliest first', () => {
  const words = '球场东侧入口处添两张木长椅';
  const pairs = likelyPairs([
    described('a', { what: words }),
    described('b', { what: words }),
    described('c', { what: `${words}和一把伞` }),
    described('d', { what: '更衣室换新锁' }),
  ]);
  expect(pairs[0]).toMatchObject({ one: 'b', other: 'a', score: 1 });
  expect(pairs.map(({ one, other }) => [one, other].toSorted().join(''))).toEqual([
    ...new Set(pairs.map(({ one, other }) => [one, other].toSorted().join(''))),
  ]);
  expect(pairs.some(({ one, other }) => one === 'd' || other === 'd')).toBe(false);
});
