import type { CaseMember, Frozen } from '../case/case.ts';
import { canonical } from '../ledger/index.ts';
import type { PlainDate } from '../time/index.ts';
import type { Digest } from './identity.ts';
import { stateOf, type Filing } from './wall.ts';

/** What a gathering needs to know of a return on the day it is frozen. `sheet`: digest of what is filled in. */
export type Gathered = Filing &
  Pick<CaseMember, 'dossier' | 'number' | 'title' | 'unit' | 'unitName'> & { readonly sheet: string };

/** A return as a member of a gathering; null for one that was withdrawn. What is not filed is missing, and says so. */
export function memberOf(gathered: Gathered, today: PlainDate): CaseMember | null {
  const { dossier, number, title, unit, unitName, sheet } = gathered;
  const state = stateOf(gathered, today);
  if (state === 'not-owed') return null;
  const filed = state === 'filed' || state === 'nil' || state === 'late';
  const named = { dossier, number, title, unit, unitName };
  return filed ? { ...named, state, digest: sheet } : { ...named, state: 'missing', digest: null };
}

/** A number by which lists are ordered: its figures are filled up, so that 999 comes before 1000. */
export const numberKey = (number: string): string => number.replaceAll(/\d+/g, (figures) => figures.padStart(9, '0'));

/** Members in the order in which they are frozen, whatever order they were looked up in: by number, then by id. */
export function inOrder(members: readonly CaseMember[]): CaseMember[] {
  const place = ({ number, dossier }: CaseMember): string => `${numberKey(number)}\n${dossier}`;
  return members.toSorted((a, b) => (place(a) < place(b) ? -1 : 1));
}

/**
 * Fixes the members of a gathering under one digest: that of the list of members in their order, as canonical JSON. Each
 * member carries the digest of its own sheet, so that the one digest covers every word that was filed.
 */
export function freezeOf(
  members: readonly CaseMember[],
  at: { readonly on: PlainDate; readonly drawn?: readonly string[] | null },
  digest: Digest,
): Frozen {
  const ordered = inOrder(members);
  return { on: at.on, digest: digest(canonical(ordered)), members: ordered, drawn: at.drawn ?? null };
}

/** A return as it stands now, beside what was frozen of it. */
export type Since = {
  readonly dossier: string;
  readonly sheet: string;
  readonly filed: boolean;
  /** The frozen return that this one corrects. */
  readonly corrects: string | null;
};

/** What became of a member after the freezing: nothing, filed late, changed, or corrected by returns of its own. */
export type Beside = {
  readonly member: CaseMember;
  readonly since: 'same' | 'filed' | 'changed';
  /** Returns that correct it, in the order they were opened. */
  readonly corrections: readonly string[];
};

/** What is frozen with what came after it: the frozen members never change, what is new stands beside them. */
export function besideOf(frozen: Frozen, now: readonly Since[]): Beside[] {
  const known = new Map(now.map((each) => [each.dossier, each]));
  return frozen.members.map((member) => {
    const present = known.get(member.dossier);
    const corrections = now.filter(({ corrects }) => corrects === member.dossier).map(({ dossier }) => dossier);
    return { member, since: sinceOf(member, present), corrections };
  });
}

function sinceOf(member: CaseMember, present: Since | undefined): Beside['since'] {
  if (!present) return 'same';
  if (member.digest === null) return present.filed ? 'filed' : 'same';
  return present.sheet === member.digest ? 'same' : 'changed';
}
