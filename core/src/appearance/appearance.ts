import type { InputFault, Signer } from '../access/index.ts';
import { keeperSigner, type Keeper } from '../person/index.ts';
import type { PlainDate } from '../time/index.ts';
import { contrastOnPage, isColour, LEAST_CONTRAST, looksOverdue } from './colour.ts';

/** What an installation is called and its two colours: heads, links and buttons; what is done. Null: the program's own. */
export type Appearance = {
  readonly name: string | null;
  readonly main: string | null;
  readonly second: string | null;
};

/** Before anybody has chosen. */
export const plainAppearance: Appearance = { name: null, main: null, second: null };

/** What was chosen, by whom. */
export type AppearanceEvent = {
  readonly by: Signer;
  readonly on: PlainDate;
  readonly type: 'AppearanceSet';
} & Appearance;

/** What is asked; an administrator's. */
export type SetAppearance = Appearance & {
  readonly type: 'SetAppearance';
  readonly by: Keeper;
  readonly on: PlainDate;
};

/** Signs a name may have: it stands in the head of every page. */
const LONGEST = 40;

/** Decides a name and two colours: an event, or what is wrong with them. Only an administrator is let here. */
export function decideAppearance(
  ask: SetAppearance,
): { readonly events: readonly AppearanceEvent[] } | { readonly faults: readonly InputFault[] } {
  const name = ask.name?.trim() ?? null;
  const faults = [
    ...(name !== null && name.length > LONGEST
      ? [{ field: 'name', code: 'too-long', bound: String(LONGEST) } as const]
      : []),
    ...colourFaults('main', ask.main),
    ...colourFaults('second', ask.second),
  ];
  if (faults.length > 0) return { faults };
  const { main, second, by, on } = ask;
  return {
    events: [{ type: 'AppearanceSet', by: keeperSigner(by), on, name: name === '' ? null : name, main, second }],
  };
}

function colourFaults(field: string, colour: string | null): InputFault[] {
  if (colour === null) return [];
  if (!isColour(colour)) return [{ field, code: 'malformed' }];
  const contrast = contrastOnPage(colour);
  // rounded down: 4.49 is not 4.5
  if (contrast < LEAST_CONTRAST)
    return [{ field, code: 'too-pale', bound: (Math.floor(contrast * 10) / 10).toFixed(1) }];
  return looksOverdue(colour) ? [{ field, code: 'kept-for-overdue' }] : [];
}

/** Folds one event: the last choice holds. */
export const evolveAppearance = (_before: Appearance, { name, main, second }: AppearanceEvent): Appearance => ({
  name,
  main,
  second,
});
