import { procedureOfRun, routeOf, type Law, type ProcedureEvent, type Run } from '@bihuan/core/procedure';
import type { Text } from '@bihuan/core/policy';

type Returned = Extract<ProcedureEvent, { type: 'StepReturned' }>;
type Logged = { readonly type: string };

/** One text of a dossier, under the name that people know it by. `words: false`: no words to compare, and a change all the same. */
export type NamedText = { readonly label: Text; readonly text: string; readonly words?: false };

const isReturn = (event: Logged): event is Returned => event.type === 'StepReturned';

/**
 * Work that was sent back and has not passed again whoever sent it: by whom, why, and its texts as they stood then and stand now.
 * `textsOf`: the texts that a log comes to. Nothing where no run is in such a round.
 */
export function returnedViews<E extends Logged>(
  runs: Readonly<Record<string, Run>>,
  log: readonly E[],
  law: Law,
  textsOf: (log: readonly E[]) => readonly NamedText[],
) {
  return Object.values(runs).flatMap((run) => {
    const at = log.findLastIndex((event) => isReturn(event) && event.run === run.id);
    const event: Logged | undefined = log[at];
    if (!event || !isReturn(event) || !isStillBack(run, event, law)) return [];
    const { title, unitName, by, on, reason, becauseOf, round } = event;
    const [then, now] = [textsOf(log.slice(0, at)), textsOf(log)];
    const labels = [...new Map([...then, ...now].map(({ label }) => [label.zh, label])).values()];
    const of = (texts: readonly NamedText[], { zh }: Text) => texts.find(({ label }) => label.zh === zh)?.text ?? '';
    const changed = labels
      .map((label) => ({ label, before: of(then, label), after: of(now, label) }))
      .filter(({ before, after }) => before !== after);
    const wordless = new Set([...then, ...now].flatMap(({ label, words }) => (words === false ? [label.zh] : [])));
    const texts = changed.filter(({ label }) => !wordless.has(label.zh));
    return [
      {
        procedure: procedureOfRun(run.id),
        run: run.id,
        title,
        round,
        unitName,
        by: by.name,
        on,
        reason,
        becauseOf,
        /** There are texts that could have changed, and none has. */
        unchanged: labels.length > 0 && changed.length === 0,
        texts,
      },
    ];
  });
}

/** From the return until the step that sent it back has ended once more. */
function isStillBack({ id, route, step, finishedOn, round }: Run, back: Returned, law: Law): boolean {
  if (finishedOn !== null || step === null || back.round > round) return false;
  const steps = routeOf(law, id, route).steps.map((each) => each.id);
  return steps.indexOf(step) <= steps.indexOf(back.from);
}
