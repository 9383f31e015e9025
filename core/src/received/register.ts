import type { Signer } from '../access/index.ts';
import type { PlainDate } from '../time/index.ts';

/** A dossier as the register of dossiers names it; `digest` of its first event, lower-case hex. */
export type RegisterEntry = { readonly id: string; readonly kind: string; readonly digest: string };

/** The volume before, as it stood when the next one was opened. */
export type VolumeBefore = { readonly id: string; readonly version: number; readonly digest: string };

/**
 * What a volume of the register says. Whoever takes a dossier away whole, with its events and every row, leaves its name here.
 * `DossiersFound`: they were there before the register was.
 */
export type RegisterEvent = { readonly by: Signer; readonly on: PlainDate } & (
  | { readonly type: 'VolumeOpened'; readonly volume: number; readonly before: VolumeBefore | null }
  | { readonly type: 'DossiersEntered' | 'DossiersFound'; readonly dossiers: readonly RegisterEntry[] }
);

/** Where a volume stands. */
export type Volume = { readonly volume: number; readonly before: VolumeBefore | null; readonly entries: number };

/** Before it is opened. */
export const unopened: Volume = { volume: 0, before: null, entries: 0 };

/** Dossiers in one volume before the next is opened: as many as a check holds at a time. */
export const VOLUME_SIZE = 20_000;

/** Folds one event of a volume. */
export function evolveVolume(state: Volume, event: RegisterEvent): Volume {
  if (event.type === 'VolumeOpened') return { ...state, volume: event.volume, before: event.before };
  return { ...state, entries: state.entries + event.dossiers.length };
}
