import { dayCharges, linesOf, routeOf, stepOf, type Law, type Line } from '../procedure/index.ts';
import type { Case } from './case.ts';

/**
 * Everything that somebody answers for in a plain dossier. A gathering is opened with its period, and there is nothing to gather
 * yet: where the plan sets no limit to gathering and nobody urges it, a desk has it from the day on which the returns are due. All
 * of them filed before, it comes before; that is not in its dossier, and whoever lists desks looks at the returns.
 */
export function caseLines(dossier: Case, law: Law): readonly Line[] {
  const lines = linesOf(dossier, law, dayCharges(dossier));
  const { owed, frozen } = dossier;
  if (owed?.unit !== '' || frozen) return lines;
  return lines.map((line) => (waits(line, dossier, law) ? { ...line, startsOn: owed.due } : line));
}

/** Whether the line is a step for which there must be members, and neither a limit nor a person asks for it now. */
function waits({ id, run, question, clock, urgedOn }: Line, { tasks, runs }: Case, law: Law): boolean {
  const step = tasks.find((task) => task.id === id)?.step;
  if (run === null || step === undefined || question || clock !== null || urgedOn !== null) return false;
  const { writes, binds } = stepOf(routeOf(law, run, runs[run]!.route), step);
  return [writes, binds].some((content) => content?.split('+').includes('members'));
}
