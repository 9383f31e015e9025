import fc from 'fast-check';
import path from 'node:path';
import { expect, test } from 'vitest';
import { mayRead, theCalendar } from '@bihuan/core/access';
import { caseOffers, evolveCase, noCase, type Case, type CaseEvent } from '@bihuan/core/case';
import type { Law } from '@bihuan/core/procedure';
import { plainDate } from '@bihuan/core/time';
import {
  acceptsNoOwnWork,
  begun,
  caseChoices,
  caseHistories,
  caseRefusal,
  caseWalk,
  everybodyUnder,
  foreseen,
  isReader,
  liveCase,
  mayStop,
  movesOnlyWhatRuns,
  standsStill,
  underLaw,
  unforeseen,
} from '@bihuan/core/testing';
import { ROOT } from '../config.ts';
import { lawOf } from '../testing/case-file.ts';
import { readPack } from './read.ts';

const packs = ['policies/shidian/2023-05-17.r3', 'policies/qingchuan/2026-01-01', 'docs/first-pack'];
const DAY = plainDate('2026-09-28');

const kinds = packs.flatMap((folder) => {
  const { pack } = readPack(path.join(ROOT, folder));
  const law: Law = lawOf(pack!);
  return law.policy
    .kinds!.filter(({ is }) => is === 'plain' || is === 'gathering')
    .map((kind) => [folder, kind.id, law, kind, foreseen(pack!, kind.id)] as const);
});

const over = ({ closedOn, withdrawnOn }: Case): boolean => closedOn !== null || withdrawnOn !== null;

test('the packs have kinds of their own to be held to this', () => {
  expect(kinds.length).toBeGreaterThan(8);
});

test.each(kinds)(
  '%s, %s: along any path what is offered is accepted and nothing else, only its readers read, it replays, the checker foresaw it, and it comes to its end',
  (_folder, id, law, kind, known) => {
    const setting = underLaw(law);
    const everybody = everybodyUnder(law, DAY);
    const choices = { ...caseChoices, players: {} };
    const verdicts = [...new Set(law.policy.facts.flatMap(({ values }) => values.map((value) => value.id)))];
    const histories = caseHistories([id], { players: fc.constant({}), verdicts: ['', ...verdicts] });
    const outcome = fc.property(histories, (each) => {
      let tries = 0;
      const { file, on: today } = liveCase(
        each,
        { file: begun(kind, law, DAY), on: DAY },
        ({ file: { dossier, log } }, { ask, by, offer, on, instant }) => {
          const refused = caseRefusal({ dossier, log }, ask, { by, on, instant, law });
          if (offer?.obstacle === null) expect(refused, `${by.id} ${JSON.stringify(ask)}`).toBeNull();
          if (standsStill(dossier, known, law, on)) expect(mayStop(dossier.facts, known), dossier.stage).toBe(true);
          if (offer?.obstacle) expect(refused).toMatchObject({ code: 'not-allowed', obstacle: offer.obstacle });
          const outsiders = everybody.filter((one) => !isReader(one, kind, dossier, law, on));
          expect(outsiders.filter((one) => mayRead(dossier, one, law, on))).toEqual([]);
          const outsider = outsiders[(tries += 1) % outsiders.length];
          if (!outsider || by.id === theCalendar.id) return;
          expect(caseOffers(dossier, { by: outsider, on }, law)).toEqual([]);
          expect(caseRefusal({ dossier, log }, ask, { by: outsider, on, instant, law })).toMatchObject({
            obstacle: { code: 'unknown-dossier' },
          });
        },
        setting,
      );
      const stored = JSON.parse(JSON.stringify(file.log)) as readonly CaseEvent[]; // the log as text and back
      expect(stored.reduce(evolveCase, noCase)).toEqual(file.dossier);
      expect(unforeseen(file.log, known)).toEqual([]);
      acceptsNoOwnWork(file.log);
      movesOnlyWhatRuns(file.log);
      expect(() => caseWalk(file, over, { on: today, choices, law }, setting.people)).not.toThrow();
    });
    fc.assert(outcome, { numRuns: 15 });
  },
  120_000,
);
