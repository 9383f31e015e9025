import type { EditionOffer } from './use-edition.ts';

/**
 * One button for each act: where a step waits for several offices, this person's own stands for all; where none is theirs,
 * the first does and says why. A return that leads nowhere, from the first step, is no act at all.
 */
export function oneOfEach(offers: readonly EditionOffer[]): readonly EditionOffer[] {
  const acts = new Map<string, EditionOffer>();
  for (const offer of offers) {
    // a return that may be made and names no step is one that the plan leaves open: where to, is asked
    if (offer.type === 'ReturnStep' && offer.needs.returnsTo.length === 0 && offer.obstacle !== null) continue;
    const act = `${offer.type} ${offer.title?.zh ?? ''}`;
    const known = acts.get(act);
    if (!known || (known.obstacle !== null && offer.obstacle === null)) acts.set(act, offer);
  }
  return [...acts.values()];
}
