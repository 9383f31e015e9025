import { evidenceAt, evidenceKindOf, type EvidenceNeed, type Step } from '../policy/index.ts';
import type { PlainDate } from '../time/index.ts';
import type { Dossier, EvidenceHeld, Task } from '../procedure/dossier.ts';
import type { Law } from '../procedure/law.ts';
import { playersOf } from '../procedure/seats.ts';
import { factsMissing, type Obstacle } from './obstacle.ts';

/** What a step asks for and the dossier does not hold: of the right kind, from the right units, anew where the round needs it. */
export function evidenceMissing(dossier: Dossier, task: Task, step: Step, law: Law, on: PlainDate): Obstacle | null {
  const asked = evidenceAt(step, dossier.facts);
  if (asked.missing.length > 0) return factsMissing(asked.missing, law.policy);
  const missing = asked.needs.filter((need) => !held(need, dossier, task, law, on)).map((need) => evidenceKindOf(need));
  return missing.length > 0 ? { code: 'evidence-missing', missing: [...new Set(missing)] } : null;
}

function held(need: EvidenceNeed, dossier: Dossier, task: Task, law: Law, on: PlainDate): boolean {
  const kind = evidenceKindOf(need);
  const { by, per, anew } = typeof need === 'string' ? { by: undefined, per: undefined, anew: undefined } : need;
  const bringing = by === undefined ? null : playersOf(by, dossier, law, on).map(({ unit }) => unit);
  const counting = dossier.evidence.filter(
    (each) =>
      each.kind === kind &&
      (bringing === null || (each.unit !== undefined && bringing.includes(each.unit))) &&
      (!anew || isOfRound(each, task)),
  );
  // a co-signer decides nothing: what is asked of each deciding unit is not asked of him
  if (per === 'unit' && task.part === 'decide') return counting.some(({ unit }) => unit === task.unit);
  const measures = per === 'measure' ? measuresOf(dossier) : [];
  // where there are no measures to bring it for, it is asked for once
  if (measures.length > 0) return measures.every((measure) => counting.some((each) => proves(each, measure)));
  return counting.length > 0;
}

/** Brought since the round began; in the first round all that was brought before counts as well. */
const isOfRound = ({ rounds }: EvidenceHeld, { run, round }: Task): boolean => round === 1 || rounds?.[run] === round;

type Proved = { readonly id: string; readonly reopened?: { readonly run: string; readonly round: number } };

/** Measures of a plan, where the subject of the dossier has any. */
function measuresOf(dossier: Dossier): readonly Proved[] {
  return 'measures' in dossier && Array.isArray(dossier.measures) ? dossier.measures : [];
}

/** One paper may stand for several measures; a measure that was opened again is proved by what came since. */
function proves({ measure, measures, rounds }: EvidenceHeld, { id, reopened }: Proved): boolean {
  const named = measures ?? (measure ? [measure] : []);
  return named.includes(id) && (!reopened || (rounds?.[reopened.run] ?? 0) >= reopened.round);
}
