import { kindIn, type Law, type Parts } from '../procedure/index.ts';
import { handOverParts } from '../procedure/verbs/index.ts';
import type { PlainDate } from '../time/index.ts';
import type { Problem } from './problem.ts';

/** Who would play each part if nobody says otherwise: those named already, whom the list proposed, the plan's defaults. */
export function usualParts({
  problem,
  law,
  on,
}: {
  readonly problem: Problem;
  readonly law: Law;
  readonly on: PlainDate;
}): Parts {
  const { parts, basics } = problem;
  const { holder, person } = basics.proposed;
  const at = { dossier: problem, field: basics.field, law, on };
  const role = kindIn(law, problem.kind)?.holder;
  if (!holder || role === undefined || parts[role]?.length) return handOverParts(at, parts);
  const proposed = { unit: holder, unitName: '', person: person ? { name: person } : null };
  return handOverParts(at, { ...parts, [role]: [proposed] });
}
