import type { Case } from '../case/index.ts';
import { withKinds, type Pack } from '../policy/index.ts';
import type { Law } from '../procedure/index.ts';
import type { Calendar, PlainDate } from '../time/index.ts';
import { caseChoices, type CaseChoices } from './case-values.ts';
import { caseWalk } from './case-walk.ts';
import { fnv } from './law.ts';
import { begun, underLaw } from './pack-people.ts';

/** The law of a pack, without any installation around it. */
export const lawFrom = ({ policy, units }: Pack, calendar: Calendar): Law => ({
  policy: withKinds(policy),
  units,
  calendar,
  digest: fnv,
});

const over = ({ closedOn, withdrawnOn }: Case): boolean => closedOn !== null || withdrawnOn !== null;

/**
 * What becomes of dossiers of this kind that go on by what people have in hand, one for each way in which they might be filled in:
 * `ends`; `asks`, where a person had to rule which way; else why nobody goes on.
 */
export function engineSays(
  kind: string,
  law: Law,
  on: PlainDate,
  ways: readonly Partial<CaseChoices>[],
): readonly string[] {
  const found = law.policy.kinds!.find(({ id }) => id === kind)!;
  return ways.map((way) => {
    const choices = { ...caseChoices, players: {}, ...way };
    try {
      const { file } = caseWalk(begun(found, law, on, choices), over, { on, choices, law }, underLaw(law).people);
      const ruled = file.dossier.questions.some(({ about }) => about === 'branch' || about === 'route');
      return ruled ? 'asks' : 'ends';
    } catch (error) {
      return error instanceof Error ? error.message : 'error';
    }
  });
}
