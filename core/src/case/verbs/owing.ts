import { procedureOfRun, routeOf, startClock, type Law } from '../../procedure/index.ts';
import type { CaseAskOf, CaseDraft } from './verb.ts';

/** The limit of a return, by its id among the clocks of the dossier. */
export const OWED = 'owed';

/**
 * The limit of a return runs from its opening and is met when the unit that owes it has done the last of its steps. Sent back, it
 * runs on: a step that is done again wins no time.
 */
export function startOwed(draft: CaseDraft, { owed, limit }: CaseAskOf<'OpenCase'>, law: Law): void {
  const duty = law.policy.duties.find(({ id }) => id === owed?.duty);
  if (!duty?.runs || !limit) return;
  const target = lastStepOf(draft, duty.runs.filer, law);
  if (!target) return;
  const { title, clause } = duty;
  const plan = { id: OWED, title, clause, target, measure: null, event: 'opened', term: limit.term };
  startClock(draft, plan, limit.start, law.calendar);
}

/** The last step, in the runs that have begun, that whoever plays this part takes. */
function lastStepOf(draft: CaseDraft, role: string, law: Law) {
  const theirs = Object.values(draft.now().runs).flatMap(({ id, route }) =>
    routeOf(law, procedureOfRun(id), route)
      .steps.filter(({ by }) => by.some((seat) => seat.role === role))
      .map(({ id: step }) => ({ run: id, step })),
  );
  return theirs.at(-1) ?? null;
}
