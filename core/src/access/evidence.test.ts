import { expect, test } from 'vitest';
import type { CaseAsk } from '../case/index.ts';
import type { EvidenceNeed } from '../policy/index.ts';
import { givenEvidence } from '../testing/case-complete.ts';
import { caseAfter, caseRefusal, suggested, type CaseFile } from '../testing/case-story.ts';
import { caseTaken, caseTaking, caseWalk, openAt } from '../testing/case-walk.ts';
import { chair, clerk, foreman, holderOf } from '../testing/index.ts';
import { stepWhere } from '../testing/kinds.ts';

const { file: drafting, on } = caseWalk(suggested(), openAt('weighing/work-out'));
const bring = (kind: string, serial = 1): CaseAsk => ({
  type: 'AddEvidence',
  evidence: givenEvidence(kind, serial, on),
});
const worksOut = (file: CaseFile) =>
  caseRefusal(file, caseTaking(file, 'weighing/work-out', foreman, {}, { on }), { by: foreman, on });
const missing = (...kinds: readonly string[]) => ({ obstacle: { code: 'evidence-missing', missing: kinds } });

test('what must be proved by somebody counts only from his unit', () => {
  const clerks = caseAfter(drafting, bring('before-photo'), { by: clerk, on });
  expect(worksOut(clerks)).toMatchObject(missing('before-photo'));
  expect(worksOut(caseAfter(drafting, bring('before-photo'), { by: foreman, on }))).toBeNull();
});

test('nobody brings evidence whom the rules do not name, of a kind that they do not know, or twice', () => {
  expect(caseRefusal(drafting, bring('before-photo'), { by: chair, on })).toMatchObject({
    obstacle: { code: 'wrong-seat' },
  });
  expect(caseRefusal(drafting, bring('selfie'), { by: clerk, on })).toMatchObject({
    faults: [{ field: 'evidence.kind', code: 'unknown' }],
  });
  const once = caseAfter(drafting, bring('before-photo'), { by: clerk, on });
  expect(caseRefusal(once, bring('before-photo'), { by: foreman, on })).toMatchObject({
    faults: [{ field: 'evidence.file', code: 'malformed' }],
  });
});

test('a new round needs it anew, and what was brought for the last one does not serve', () => {
  const drafted = caseTaken(
    caseAfter(drafting, bring('before-photo'), { by: foreman, on }),
    'weighing/work-out',
    foreman,
    {},
    { on },
  );
  const back = {
    type: 'ReturnStep',
    task: 'weighing/weigh/1/0',
    to: 'work-out',
    reason: '不清楚',
    becauseOf: '§5',
  } as const;
  const again = caseAfter(drafted, back, { by: chair, on });

  expect(worksOut(again)).toMatchObject(missing('before-photo'));
  expect(worksOut(caseAfter(again, bring('before-photo', 2), { by: foreman, on }))).toBeNull();
});

test('what each unit must bring, each brings: one’s photo is not the other’s', () => {
  const { file, on: then } = caseWalk(suggested(), openAt('building/do'));
  const nets = holderOf('nets/foreman');
  const own = caseAfter(file, bring('after-photo'), { by: foreman, on: then });
  const does = (by: typeof foreman) =>
    caseRefusal(own, caseTaking(own, 'building/do', by, {}, { on: then }), { by, on: then });

  expect(does(foreman)).toBeNull();
  expect(does(nets)).toMatchObject(missing('after-photo'));
});

const needing = (need: EvidenceNeed) => stepWhere('weighing/weigh', () => ({ evidence: [need] }));
const { file: weighing, on: day } = caseWalk(suggested(), openAt('weighing/weigh'));
const weighs = (need: EvidenceNeed, by: typeof chair) => {
  const law = needing(need);
  return caseRefusal(weighing, caseTaking(weighing, 'weighing/weigh', by, {}, { on: day, law }), { by, on: day, law });
};

test('a co-signer decides nothing: what each deciding unit must bring is not asked of him', () => {
  const need = { kind: 'before-photo', per: 'unit' } as const;
  expect(weighs(need, holderOf('keepers/head'))).toBeNull();
  expect(weighs(need, chair)).toMatchObject(missing('before-photo'));
});

test('evidence for each measure is asked for once where there are no measures', () => {
  expect(weighs({ kind: 'after-photo', per: 'measure' }, chair)).toMatchObject(missing('after-photo'));
  expect(weighs({ kind: 'before-photo', per: 'measure' }, chair)).toBeNull();
});

test('evidence asked for at some facts is not asked for at others', () => {
  const at = (about: string) => ({ kind: 'after-photo', when: { fact: 'about', oneOf: [about] } });
  expect(weighs(at('court'), chair)).toBeNull();
  expect(weighs(at('bar'), chair)).toMatchObject(missing('after-photo'));
});

test('what was brought before the procedure began serves its first round, also where each round needs it anew', () => {
  const law = stepWhere('building/do', () => ({ evidence: [{ kind: 'after-photo', anew: true }] }));
  const photo = { type: 'AddEvidence', evidence: givenEvidence('after-photo', 5, on) } as const;
  const early = caseAfter(drafting, photo, { by: foreman, on, law });
  const { file, on: then } = caseWalk(early, openAt('building/do'), { on, law });

  expect(
    caseRefusal(file, caseTaking(file, 'building/do', foreman, {}, { on: then, law }), { by: foreman, on: then, law }),
  ).toBeNull();
});
