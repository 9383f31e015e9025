import type { CaseMember, Frozen, MergedMember } from '../case/case.ts';
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

/** A return that is to be frozen, and the one it was merged into; null: it stands for itself. */
export type Folding = { readonly member: CaseMember; readonly into: string | null };

/**
 * Members with those that were merged into them: what goes on in another as one matter is named under that one and is no member of
 * its own. One whose survivor is not among them stays one, so that no return is lost.
 */
export function withDoubles(gathered: readonly Folding[]): CaseMember[] {
  const known = new Map(gathered.map((each) => [each.member.dossier, each]));
  const doubles = Map.groupBy(gathered, (each) => survivorOf(each, known));
  return gathered.flatMap((each) => {
    if (survivorOf(each, known) !== each.member.dossier) return [];
    const merged = (doubles.get(each.member.dossier) ?? []).flatMap(({ member }) =>
      member.dossier === each.member.dossier ? [] : [doubleOf(member)],
    );
    return [merged.length === 0 ? each.member : { ...each.member, doubles: inOrder(merged) }];
  });
}

/** Where a return goes on in the end, among these: one that was merged may have taken others in before. */
function survivorOf(each: Folding, known: ReadonlyMap<string, Folding>): string {
  const next = each.into === null ? undefined : known.get(each.into);
  return next ? survivorOf(next, known) : each.member.dossier;
}

const doubleOf = ({ dossier, number, title, unit, unitName, digest }: CaseMember): MergedMember => ({
  dossier,
  number,
  title,
  unit,
  unitName,
  digest: digest!, // what is not filed is merged into nothing
});

/** A number by which lists are ordered: its figures are filled up, so that 999 comes before 1000. */
export const numberKey = (number: string): string => number.replaceAll(/\d+/g, (figures) => figures.padStart(9, '0'));

/** Members in the order in which they are frozen, whatever order they were looked up in: by number, then by id. */
export function inOrder<M extends Pick<CaseMember, 'number' | 'dossier'>>(members: readonly M[]): M[] {
  const place = ({ number, dossier }: M): string => `${numberKey(number)}\n${dossier}`;
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
  /** The return that it was merged into. */
  readonly into: string | null;
};

/** What became of a member after the freezing: nothing, filed late, changed, merged, or corrected by returns of its own. */
export type Beside = {
  readonly member: CaseMember;
  readonly since: 'same' | 'filed' | 'changed' | 'merged';
  /** Of those that were merged into it, those that stand for themselves again. */
  readonly setApart: readonly string[];
  /** Returns that correct it, in the order they were opened. */
  readonly corrections: readonly string[];
};

/** What is frozen with what came after it: the frozen members never change, what is new stands beside them. */
export function besideOf(frozen: Frozen, now: readonly Since[]): Beside[] {
  const known = new Map(now.map((each) => [each.dossier, each]));
  return frozen.members.map((member) => {
    const present = known.get(member.dossier);
    const corrections = now.filter(({ corrects }) => corrects === member.dossier).map(({ dossier }) => dossier);
    const setApart = (member.doubles ?? []).flatMap(({ dossier }) =>
      known.get(dossier)?.into === null ? [dossier] : [],
    );
    return { member, since: sinceOf(member, present), setApart, corrections };
  });
}

function sinceOf(member: CaseMember, present: Since | undefined): Beside['since'] {
  if (!present) return 'same';
  if (present.into !== null) return 'merged';
  if (member.digest === null) return present.filed ? 'filed' : 'same';
  return present.sheet === member.digest ? 'same' : 'changed';
}
