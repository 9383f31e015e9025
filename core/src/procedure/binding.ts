import type { Facts, Step } from '../policy/index.ts';
import type { Act, Bound, Dossier, Task } from './dossier.ts';
import { routeOf, stepOf, type Law } from './law.ts';

/** Beside the contents of its subject: what those who decide a step propose to settle. */
export const FACTS = 'facts';

/** One round of one step. */
export type Place = Pick<Task, 'run' | 'step' | 'round'>;

/** Digest of a subject's content as it stands, by the name that the pack gives it: `plan`, `sheet+evidence`. */
type ContentDigest = (what: string) => string;

/**
 * The contents that an answer to this task is bound to, joined by `+`; null: none. Whoever decides is bound to what the step
 * says. Whoever signs along is bound to what he can see there: also to what the step itself writes, and to the facts that it is
 * about to settle.
 */
function bindsAt({ binds, writes, settles }: Step, part: Task['part']): string | null {
  if (part === 'decide') return binds ?? null;
  const content = binds ?? writes;
  const all = [...(content === undefined ? [] : [content]), ...(settles.length > 0 ? [FACTS] : [])];
  return all.length > 0 ? all.join('+') : null;
}

/** Digest of what an answer at this place is bound to. `besides`: facts that come with an act that is not written yet. */
export function boundDigest(
  dossier: Dossier,
  what: string,
  place: Place,
  content: ContentDigest,
  law: Pick<Law, 'digest'>,
  besides: Facts = {},
): string {
  const names = what.split('+');
  if (!names.includes(FACTS)) return content(what);
  const rest = names.filter((name) => name !== FACTS).join('+');
  const facts = Object.entries({ ...proposedAt(dossier, place), ...besides }).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return law.digest(JSON.stringify([rest === '' ? null : content(rest), facts]));
}

/** What an answer to this task is bound to, with its present digest; null: to nothing. */
export function boundAt(dossier: Dossier, task: Task, content: ContentDigest, law: Law): Bound | null {
  const run = dossier.runs[task.run];
  if (!run) return null;
  const what = bindsAt(stepOf(routeOf(law, task.run, run.route), task.step), task.part);
  return what === null ? null : { what, digest: boundDigest(dossier, what, task, content, law) };
}

/** Answers of this round that still count: one that was asked for anew is history. */
export const actsAt = ({ runs }: Pick<Dossier, 'runs'>, { run, step, round }: Place): readonly Act[] =>
  runs[run]!.acts.filter((act) => act.step === step && act.round === round && act.standing);

/** What those who decide the step propose for the facts it settles. */
export const proposedAt = (dossier: Dossier, place: Place): Facts =>
  Object.assign({}, ...actsAt(dossier, place).flatMap(({ part, facts }) => (part === 'decide' ? [facts] : [])));

/** Standing answers whose content has changed since they were given. */
export function staleActs(dossier: Dossier, content: ContentDigest, law: Pick<Law, 'digest'>): readonly Act[] {
  const known = new Map<string, string>();
  const once = (what: string): string => {
    const digest = known.get(what) ?? content(what);
    known.set(what, digest);
    return digest;
  };
  return Object.values(dossier.runs)
    .flatMap(({ acts }) => acts)
    .filter(
      ({ standing, bound, ...place }) =>
        standing && bound !== null && bound.digest !== boundDigest(dossier, bound.what, place, once, law),
    );
}
