import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { calendar } from '../policy/testing/checked.ts';
import { letters } from '../policy/testing/letters.ts';
import { withKinds, type Pack } from '../policy/index.ts';
import type { Law } from '../procedure/index.ts';
import { beginnings } from '../testing/case-histories.ts';
import { caseHistories, liveCase } from '../testing/case-lives.ts';
import { foreseen, mayStop, standsStill, unforeseen } from '../testing/checker-oracle.ts';
import { fnv, MONDAY } from '../testing/index.ts';
import { kindsLaw } from '../testing/kinds.ts';
import { begun, underLaw } from '../testing/pack-people.ts';

// so many histories take longer than one test is given elsewhere
vi.setConfig({ testTimeout: 180_000 });

const packOf = ({ policy, units }: Law): Pack => ({ policy, units, examples: [] });
const lawOf = ({ policy, units }: Pack): Law => ({ policy: withKinds(policy), units, calendar, digest: fnv });
const players = fc.constant({});

/** The club's kinds, each as its tests begin it. */
const club = Object.entries(beginnings).map(([name, begins]) => {
  const file = begins();
  return [`club, ${name}`, packOf(kindsLaw), kindsLaw, file.dossier.kind, () => file, ['good', 'bad', 'odd']] as const;
});
const library = ['letter', 'round-return', 'round-list'].map((id) => {
  const law = lawOf(letters);
  const kind = law.policy.kinds!.find((each) => each.id === id)!;
  return [`library, ${id}`, letters, law, id, () => begun(kind, law, MONDAY), ['yes', 'no']] as const;
});

test.each([...club, ...library])(
  '%s: nothing happens that the checker calls impossible, and it stands still only where the checker says that it may',
  (_name, pack, law, kind, begins, verdicts) => {
    const known = foreseen(pack, kind);
    const setting = underLaw(law);
    const histories = caseHistories([kind], { players, verdicts });
    const outcome = fc.property(histories, (each) => {
      const { file } = liveCase(
        each,
        { file: begins(), on: MONDAY },
        ({ file: { dossier }, on }) => {
          if (standsStill(dossier, known, law, on)) expect(mayStop(dossier.facts, known), dossier.stage).toBe(true);
        },
        setting,
      );
      expect(unforeseen(file.log, known)).toEqual([]);
    });
    fc.assert(outcome, { numRuns: 25 });
  },
);
