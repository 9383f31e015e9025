import { expect, test } from 'vitest';
import { caseChoices } from '../testing/case-values.ts';
import { caseAfter, caseRefusal, suggested, type CaseFile } from '../testing/case-story.ts';
import { caseTaken, caseWalk, openAt } from '../testing/case-walk.ts';
import { chief, MONDAY, treasurer } from '../testing/index.ts';
import { kindsLaw, kindWhere, stepWhere, withPolicy } from '../testing/kinds.ts';
import { addDays } from '../time/index.ts';
import { impactOf } from './adoption-impact.ts';
import type { Law } from './law.ts';

const reread = (law: Law): Law =>
  withPolicy((policy) => {
    const revision = { no: 2, changed: { zh: '改写' }, why: { zh: '讨论后' } };
    return { ...policy, edition: `${kindsLaw.policy.edition}.r2`, revision };
  }, law);
const bring = (to: Law) => ({ type: 'AdoptRevision', reading: to, reason: '统一按新解读办理' }) as const;
const waiting = ({ questions }: CaseFile['dossier']): boolean => questions.some(({ ruling }) => ruling === null);

test('a dossier that asked which way it goes on takes the way that the new reading knows', () => {
  const odd = caseWalk(suggested(), waiting, { choices: { ...caseChoices, verdict: 'odd' } });
  const to = reread(
    kindWhere('suggestion', ({ flow }) => ({
      flow: flow.map((stretch) =>
        stretch.run === 'building' ? { ...stretch, when: { fact: 'verdict', oneOf: ['good', 'odd'] } } : stretch,
      ),
    })),
  );

  const impact = impactOf(odd.file.dossier, kindsLaw, to, odd.on);
  expect(impact).toMatchObject({ begun: [{ run: 'building' }], settled: [odd.file.dossier.questions[0]!.text] });
  const { dossier } = caseAfter(odd.file, bring(to), { by: chief, on: odd.on });
  expect([Object.keys(dossier.runs), dossier.questions]).toEqual([['weighing', 'building'], []]);
});

test('where the new reading leaves the way open too, it is asked again', () => {
  const odd = caseWalk(suggested(), waiting, { choices: { ...caseChoices, verdict: 'odd' } });
  const { dossier } = caseAfter(odd.file, bring(reread(kindsLaw)), { by: chief, on: odd.on });

  expect(dossier.questions).toMatchObject([{ about: 'branch', milestone: 'weighed', ruling: null }]);
  expect(dossier.tasks.filter(({ question }) => question !== undefined)).toHaveLength(1);
});

test('a dossier with a field filled in that the new reading does not have, or has as something else, keeps its reading', () => {
  const file = suggested();
  const [filled] = Object.keys(file.dossier.values);
  const gone = reread(kindWhere('suggestion', ({ sheet }) => ({ sheet: sheet.filter(({ id }) => id !== filled) })));
  const other = reread(
    kindWhere('suggestion', ({ sheet }) => ({
      sheet: sheet.map((field) => (field.id === filled ? { ...field, type: 'files' as const } : field)),
    })),
  );

  for (const to of [gone, other]) {
    expect(impactOf(file.dossier, kindsLaw, to, MONDAY).misfits).toMatchObject([{ what: 'field', id: filled }]);
    expect(caseRefusal(file, bring(to), { by: chief })).toMatchObject({ obstacle: { code: 'no-place' } });
  }
  expect(impactOf(file.dossier, kindsLaw, reread(kindsLaw), MONDAY).misfits).toEqual([]);
});

test('a stretch that the new reading adds begins where the dossier has come past its beginning, and the list says so', () => {
  const { file, on } = caseWalk(suggested(), openAt('building/do'));
  const to = reread(
    kindWhere('suggestion', ({ flow }) => ({
      flow: flow.map((stretch) => (stretch.run === 'filing' ? { ...stretch, begins: ['weighed'] } : stretch)),
    })),
  );

  expect(impactOf(file.dossier, kindsLaw, to, on).begun).toMatchObject([{ run: 'filing' }]);
  expect(caseAfter(file, bring(to), { by: chief, on }).dossier.runs['filing']).toBeDefined();
});

test('a step that is asked anew of other seats keeps what was answered there as history', () => {
  const weighing = caseWalk(suggested(), openAt('weighing/weigh'));
  const { on } = weighing;
  const answered = caseTaken(weighing.file, 'weighing/weigh', treasurer, { on });
  const to = reread(stepWhere('weighing/weigh', () => ({ by: [{ role: 'office', post: 'chief' }] })));
  const here = ({ runs }: CaseFile['dossier']) => runs['weighing']!.acts.filter(({ step }) => step === 'weigh');

  expect(here(answered.dossier).map(({ standing }) => standing)).toEqual([true]);
  const { dossier } = caseAfter(answered, bring(to), { by: chief, on });
  expect(dossier.tasks.map(({ role, post }) => `${role}/${post}`)).toEqual(['office/chief', 'keepers/head']);
  expect(here(dossier).map(({ standing }) => standing)).toEqual([false]);
});

test('what is made public goes on running its days where the new reading has somebody else announce it', () => {
  const { file, on } = caseWalk(suggested(), openAt('building/show'));
  const to = reread(stepWhere('building/show', () => ({ by: [{ role: 'office', post: 'chief' }] })));
  const later = addDays(on, 4);
  const shown = ({ clocks }: CaseFile['dossier']) => clocks.find(({ floor }) => floor);

  expect(impactOf(file.dossier, kindsLaw, to, later)).toMatchObject({
    clocks: [],
    reopened: [{ step: 'show', was: [{ unit: 'office', post: 'clerk' }], now: [{ unit: 'office', post: 'chief' }] }],
  });
  const { dossier } = caseAfter(file, bring(to), { by: chief, on: later });
  expect(shown(dossier)).toEqual(shown(file.dossier));
  expect(shown(dossier)!.start).toBe(on);
});

test('the list names the parts and fields that the new reading asks for and nobody has seen to', () => {
  const file = suggested();
  const needed = reread(
    withPolicy(
      (policy) => ({
        ...policy,
        caseRoles: policy.caseRoles.map((role) => ({ ...role, required: true })),
      }),
      kindWhere('suggestion', ({ sheet }) => ({ sheet: [...sheet, { ...sheet[0]!, id: 'cost', required: true }] })),
    ),
  );
  const roles = kindsLaw.policy.caseRoles.filter(({ id, required }) => id.startsWith('case.') && required !== true);
  const own = kindsLaw.policy.kinds!.find(({ id }) => id === 'suggestion')!.parts;
  const empty = roles.filter(({ id }) => own.includes(id) && file.dossier.parts[id] === undefined);

  const found = impactOf(file.dossier, kindsLaw, needed, MONDAY).needed;
  expect(found.map(({ what, id }) => `${what} ${id}`)).toEqual([...empty.map(({ id }) => `part ${id}`), 'field cost']);
  expect(impactOf(file.dossier, kindsLaw, reread(kindsLaw), MONDAY).needed).toEqual([]);
});

test('a step whose return alone is said otherwise stays with whoever has it', () => {
  const { file, on } = caseWalk(suggested(), openAt('weighing/weigh'));
  const to = reread(stepWhere('weighing/weigh', () => ({ returnsTo: [], asks: ['where'] })));

  expect(impactOf(file.dossier, kindsLaw, to, on).reopened).toEqual([]);
  expect(caseAfter(file, bring(to), { by: chief, on }).dossier.tasks).toEqual(file.dossier.tasks);
});
