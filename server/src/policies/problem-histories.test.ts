import fc from 'fast-check';
import path from 'node:path';
import { expect, test } from 'vitest';
import { evolveEdition, noEdition, type EditionEvent } from '@bihuan/core/edition';
import { absent, evolve, type ProblemEvent } from '@bihuan/core/problem';
import { plainDate } from '@bihuan/core/time';
import {
  editionAfter,
  editionRefusal,
  editionToItsEnd,
  formedUnder,
  livedProblem,
  problemHistories,
  problemToItsEnd,
  refusal,
  registeredUnder,
  triedEdition,
  triedProblem,
  type File,
  type ProblemHistory,
  type ProblemMove,
  type ProblemTry,
} from '@bihuan/core/testing';
import { ROOT } from '../config.ts';
import { lawOf } from '../testing/case-file.ts';
import { readPack } from './read.ts';

const law = lawOf(readPack(path.join(ROOT, 'policies/shidian/2023-05-17.r3')).pack!);
const DAY = plainDate('2026-09-28');
const plain: ProblemMove = { goesOn: true, which: 0, days: 0, serial: 0 };

/** Lives through a history of a problem, looking at each try. */
const lived = (
  { begins, straight, moves }: ProblemHistory,
  look: (file: File, attempt: ProblemTry) => void = () => {},
) =>
  [...Array.from({ length: straight }, () => plain), ...moves].reduce(
    (standing, move, nth) => {
      const attempt = triedProblem(standing, move, nth, law);
      if (!attempt) return standing;
      look(standing.file, attempt);
      return livedProblem(standing, attempt, law);
    },
    { file: registeredUnder(law, DAY, begins), on: DAY },
  );

test('a problem of the county: along any path what is offered is accepted and nothing else, it replays and comes to its end', () => {
  const outcome = fc.property(problemHistories, (each) => {
    const end = lived(each, (file, { ask, by, offer, on }) => {
      const refused = refusal(file, ask, by, on, law);
      if (offer?.obstacle === null) expect(refused, `${by.id} ${JSON.stringify(ask)}`).toBeNull();
      if (offer?.obstacle) expect(refused).toMatchObject({ code: 'not-allowed', obstacle: offer.obstacle });
    });
    const stored = JSON.parse(JSON.stringify(end.file.log)) as readonly ProblemEvent[]; // the log as text and back
    expect(stored.reduce(evolve, absent)).toEqual(end.file.problem);
    expect(() => problemToItsEnd(end, law)).not.toThrow();
  });
  fc.assert(outcome, { numRuns: 15 });
}, 120_000);

test('the histories of problems go far enough to mean something', () => {
  const seen = new Set<string>();
  const far = fc.property(problemHistories, (each) => {
    const { file } = problemToItsEnd(lived(each), law);
    for (const { type } of file.log) seen.add(type);
  });
  fc.assert(far, { numRuns: 120, seed: 7 });

  expect([...seen]).toEqual(
    expect.arrayContaining([
      'StepReturned',
      'PlanWritten',
      'MeasureCompleted',
      'FinishReported',
      'CopyFiled',
      'PartsAssigned',
    ]),
  );
}, 240_000);

test('the county’s list of problems: what is offered is accepted and nothing else, it replays and is agreed to', () => {
  const outcome = fc.property(fc.array(fc.nat(1000), { maxLength: 25 }), (moves) => {
    const end = moves.reduce(
      (file, which) => {
        const attempt = triedEdition(file, which, DAY, law);
        const refused = editionRefusal(file, attempt, DAY, law);
        if (attempt.offer?.obstacle === null) expect(refused, JSON.stringify(attempt.ask)).toBeNull();
        if (attempt.offer?.obstacle) expect(refused).toMatchObject({ obstacle: attempt.offer.obstacle });
        return editionAfter(file, attempt, DAY, law);
      },
      formedUnder(law, DAY),
    );
    const stored = JSON.parse(JSON.stringify(end.log)) as readonly EditionEvent[]; // the log as text and back
    expect(stored.reduce(evolveEdition, noEdition)).toEqual(end.edition);
    expect(editionToItsEnd(end, DAY, law).edition.stage).toBe('consented');
  });
  fc.assert(outcome, { numRuns: 40 });
}, 120_000);
