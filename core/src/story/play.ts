import type { Actor, Refusal } from '../access/index.ts';
import type { Case, Counted } from '../case/index.ts';
import type { Dossier, Law } from '../procedure/index.ts';
import type { StoryAct } from '../policy/index.ts';
import type { PlainDate } from '../time/index.ts';

/** A dossier that a story is told of, whatever its subject. */
export type Lived = Dossier & Pick<Case, 'figures'> & { readonly closedOn: PlainDate | null };

/** What became of a deed: the dossier after it, or the refusal; `stray`: a word that the story gets wrong. */
export type Attempt<D> = { readonly after: D } | { readonly refused: Refusal } | { readonly stray: string };

/** Kinds of which a dossier was opened because of this one, in their order. */
export type Opened = readonly string[];

/** How a story is told of one subject: opening a dossier, one deed after another, and what that meant for others. */
export type Teller<D extends Lived> = {
  readonly open: () => Attempt<D>;
  readonly play: (dossier: D, act: StoryAct) => Attempt<D>;
  readonly opened: (before: D, after: D) => Opened;
};

/** Decides one command by whoever is asked. */
export type Ask<D> = (dossier: D, by: Actor) => Attempt<D>;

/** The first of these people who may; else what the first of them is told. */
export function byWhoeverMay<D>(dossier: D, people: readonly Actor[], ask: Ask<D>): Attempt<D> {
  const tried: Attempt<D>[] = [];
  for (const by of people) {
    const attempt = ask(dossier, by);
    if ('after' in attempt) return attempt;
    tried.push(attempt);
  }
  // what is wrong with the input is wrong whoever brings it, and tells more than that somebody else may not
  return tried.find((each) => 'refused' in each && each.refused.code !== 'not-allowed') ?? tried[0] ?? nobody;
}

const nobody = { refused: { code: 'not-allowed', obstacle: { code: 'wrong-seat', needs: [] }, clause: null } } as const;

/** What the decision of a command comes to. */
export const outcomeOf = <D, E>(
  decision: { readonly events: readonly E[] } | { readonly refused: Refusal },
  dossier: D,
  evolve: (dossier: D, event: E) => D,
): Attempt<D> =>
  'refused' in decision ? { refused: decision.refused } : { after: decision.events.reduce(evolve, dossier) };

/** Under which law and of which day a deed is done, and what the program counts in the sheet then. */
export type Setting = { readonly law: Law; readonly on: PlainDate; readonly counted?: Counted };
