import type { Signer } from '../access/index.ts';
import type { PlainDate } from '../time/index.ts';

/** A list that was not taken, as it was said. `digest`, `size`: of what was sent, null where it was too large to be read. */
export type RefusedList = {
  readonly kind: string | null;
  readonly unit: string;
  readonly person: string;
  readonly personName: string;
  readonly name: string;
  readonly digest: string | null;
  readonly size: number | null;
  readonly code: string;
  readonly reason: { readonly zh: string; readonly en: string };
  readonly at: string;
};

/** What its log says; `ListRefusalFound`: it was there before refused lists had logs. */
export type RefusalEvent = { readonly by: Signer; readonly on: PlainDate } & RefusedList & {
    readonly type: 'ListRefused' | 'ListRefusalFound';
  };

/** Folds the event of a refused list: it has one. */
export function evolveRefusal(_before: RefusedList | null, event: RefusalEvent): RefusedList {
  const { type: _type, by: _by, on: _on, ...refused } = event;
  return refused;
}
