import { expect, test } from 'vitest';
import { explain } from './facts.ts';
import { library } from '../testing/library.ts';
import { seatText } from '../wording.ts';
import { ruling, withLimit, withPolicy, withRoute, withRulings } from '../testing/plant.ts';

test('the routes, who signs, by when and where copies go', () => {
  const { plan, acceptance } = explain(library, { harm: 'light' });

  expect(plan).toMatchObject({
    id: 'mend',
    clause: '§3',
    ruling: null,
    limits: [{ id: 'mend-review', words: { zh: '自移交起10个工作日（当日不计）' } }, { id: 'mend-issue' }],
    copies: [{ to: 'archive', step: 'issue' }],
  });
  expect(acceptance).toMatchObject({ id: 'glance', signers: [], limits: [{ id: 'glance-accept' }] });
  expect(explain(library, { harm: 'heavy' }).acceptance).toMatchObject({
    signers: [{ seat: { role: 'board', post: 'chair' }, who: { zh: '馆务会·主席' }, step: 'signature' }],
  });
});

test('the condition that was met, and what would have led elsewhere', () => {
  const explained = explain(library, { harm: 'light', finder: 'reader' });

  expect(explained.plan).toMatchObject({
    matched: { condition: { zh: '损坏程度为light' }, facts: [{ fact: 'harm', value: 'light' }] },
  });
  expect(explained.plan).toMatchObject({
    others: [{ id: 'rebind', why: { zh: '适用于：损坏程度为heavy；现为 损坏程度：light' } }],
  });
  expect(explained.wouldChange).toMatchObject([
    { fact: 'harm', value: 'heavy', plan: 'rebind', acceptance: 'inspect' },
  ]);
});

test('a fact that is not known yet is asked for, and each of its values shown', () => {
  const explained = explain(library, { finder: 'reader' });

  expect(explained).toMatchObject({
    missing: ['harm'],
    plan: { id: null, missing: ['harm'] },
    acceptance: { id: null },
  });
  expect(explained.wouldChange.map(({ value, plan }) => [value, plan])).toEqual([
    ['light', 'mend'],
    ['heavy', 'rebind'],
  ]);
});

test('the ruling that decided is named with its standing, and the routes that gave way', () => {
  const both = withRoute(library, 'rebind', { when: { fact: 'harm', oneOf: ['light', 'heavy'] } });
  const ranked = withRulings(both, ruling('R1', [{ kind: 'overlap' }], { prefers: ['mend', 'rebind'] }));

  expect(explain(ranked, { harm: 'light' }).plan).toMatchObject({
    id: 'mend',
    ruling: { id: 'R1', status: 'pending' },
    losing: [{ id: 'rebind' }],
    others: [],
  });
  expect(explain(both, { harm: 'light' }).plan).toMatchObject({ id: null, routes: ['mend', 'rebind'] });
});

test('a route that a ruling supplied says so', () => {
  const supplied = withPolicy(withRoute(library, 'mend', { ruling: 'R1' }), {
    rulings: [ruling('R1', [{ kind: 'gap' }])],
  });

  expect(explain(supplied, { harm: 'light' }).plan).toMatchObject({ id: 'mend', ruling: { id: 'R1' } });
});

test('facts without a route have none, and the words say so', () => {
  const gap = withRoute(library, 'mend', {
    when: {
      all: [
        { fact: 'harm', oneOf: ['light'] },
        { fact: 'finder', oneOf: ['reader'] },
      ],
    },
  });

  expect(explain(gap, { harm: 'light', finder: 'branch' }).plan).toMatchObject({
    id: null,
    why: { zh: '方案没有规定这种情形' },
  });
});

test('who may extend a limit, how often, and who may pause it; a limit without the words says that nobody may', () => {
  const by = { role: 'board', post: 'chair' };
  const limit = {
    extension: { times: 2, by, beforeDue: true, clause: '§3' },
    pause: { by, clause: '§3' },
  };
  const [moved, fixed] = [withLimit(library, 'mend', 'review', limit), library].map((pack) => {
    const { plan } = explain(pack, { harm: 'light' });
    return plan.id === null ? undefined : plan.limits[0];
  });

  expect(moved).toMatchObject({
    extension: {
      zh: '可延期2次，由馆务会·主席决定，须在届满前（§3）',
      en: 'extendable 2 times by (馆务会), (主席), before it falls due (§3)',
    },
    pause: { zh: '可由馆务会·主席暂停（§3）' },
  });
  expect(fixed).toMatchObject({
    extension: { zh: '方案未设延期', en: 'not extendable: the plan sets none' },
    pause: null,
  });
});

test('an explanation is plain data', () => {
  const explained = explain(library, { harm: 'heavy' });

  expect(JSON.parse(JSON.stringify(explained))).toEqual(explained);
});

test('an office that several units hold is called as the pack calls it, by its id where it gives no name', () => {
  const two = {
    ...library,
    units: library.units.map((unit) => ({ ...unit, roles: [...unit.roles, { role: 'reading-room' }] })),
  };
  const named = withPolicy(two, { roles: [{ id: 'reading-room', label: { zh: '阅览室', en: 'Reading room' } }] });

  expect(seatText(two, { role: 'reading-room', post: '*' })).toMatchObject({ zh: 'reading-room' });
  expect(seatText(named, { role: 'reading-room', post: '*' })).toEqual({ zh: '阅览室', en: 'Reading room' });
});
