import type { Actor, Refusal } from '../access/index.ts';
import {
  decideEdition,
  editionDigest,
  evolveEdition,
  noEdition,
  type Edition,
  type EditionAsk,
  type EditionEvent,
  type Member,
} from '../edition/index.ts';
import type { Law } from '../procedure/index.ts';
import { club } from './law.ts';
import { MONDAY } from './walk.ts';

/** A list with the log it was written from. */
export type ListFile = { readonly edition: Edition; readonly log: readonly EditionEvent[] };

export const noList: ListFile = { edition: noEdition, log: [] };

/** A court that stands in the list. */
export const memberOf = (id: string): Member => ({
  id,
  number: `T-${id}`,
  title: `${id}号场坑洼`,
  description: '',
  place: '',
  township: null,
  field: 'clay',
  facts: { origin: 'member' },
  proposedHolder: null,
});

const decided = ({ edition }: ListFile, ask: EditionAsk, by: Actor, law: Law) =>
  decideEdition({ ...ask, by, on: MONDAY }, edition, law);

/** The list after this ask, on Monday. Throws what was refused: a story that does not go on is a broken test. */
export function listAfter(file: ListFile, ask: EditionAsk, by: Actor, law: Law = club): ListFile {
  const decision = decided(file, ask, by, law);
  if ('refused' in decision) throw new Error(`${by.id} may not ${ask.type}: ${JSON.stringify(decision.refused)}`);
  return { edition: decision.events.reduce(evolveEdition, file.edition), log: [...file.log, ...decision.events] };
}

/** The refusal of this ask, or null when it is accepted. */
export function listRefusal(file: ListFile, ask: EditionAsk, by: Actor, law: Law = club): Refusal | null {
  const decision = decided(file, ask, by, law);
  return 'refused' in decision ? decision.refused : null;
}

/** Its open step taken, by whoever sees it as it stands. */
export const takingList = ({ edition }: ListFile): EditionAsk => ({
  type: 'TakeStep',
  task: edition.tasks[0]!.id,
  seen: editionDigest(edition, club),
});
