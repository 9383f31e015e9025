import type { Dossier, Hand } from './dossier.ts';
import type { Signature } from './event.ts';

/** What an event says its signer had a hand in. Absent: in nothing new, or it was recorded before that was said. */
export type Handed = { readonly hand?: Hand['what'] };

/** The dossier with the hand that its event names, which never judges what it had a part in. */
export function withHand<D extends Dossier>(dossier: D, event: Signature): D {
  const { by, hand: what }: Signature & Handed = event;
  return what ? { ...dossier, hands: [...dossier.hands, { what, step: null, person: by.id, unit: by.unit }] } : dossier;
}

/** What an event has to say of its signer: that he has a hand in this, unless the dossier knows it already. */
export const handIn = (what: Hand['what'], { hands }: Dossier, { by }: Signature): Handed =>
  hands.some((hand) => hand.what === what && hand.person === by.id && hand.unit === by.unit) ? {} : { hand: what };
