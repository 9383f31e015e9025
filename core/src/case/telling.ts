import { evaluate, holdsPersonal, type Kind, type SheetValues, type Tell } from '../policy/index.ts';
import { kindIn, type Dossier, type Law, type Linked } from '../procedure/index.ts';

/** What a milestone of one dossier means for others: one to open with these values, or those that reach a milestone of theirs. */
export type Told = { readonly tell: string; readonly clause: string } & (
  | { readonly open: { readonly kind: string; readonly values: SheetValues; readonly link: string } }
  | { readonly reach: { readonly milestone: string; readonly dossiers: readonly string[]; readonly how: string } }
);

/** What any dossier says of itself to a tell: its fields, and the dossiers it is linked with. */
export type Telling = Dossier & {
  readonly values: SheetValues;
  readonly links: readonly Pick<Linked, 'how' | 'dossier'>[];
};

/** Milestones that these events reached, in order; an opening is one. */
export function milestonesIn(
  before: Pick<Dossier, 'milestones'>,
  after: Pick<Dossier, 'milestones'>,
): readonly string[] {
  return Object.keys(after.milestones).filter((id) => after.milestones[id] !== before.milestones[id]);
}

/**
 * What the milestones reached by one act mean for other dossiers, by the kind's tells. A condition whose facts are unknown tells
 * nothing yet; the checker asks that they be known by then.
 */
export function tellsOf(before: Pick<Dossier, 'milestones'>, after: Telling, law: Law): readonly Told[] {
  const kind = kindIn(law, after.kind);
  if (!kind) return [];
  const reached = milestonesIn(before, after);
  return kind.tells
    .filter(({ on, when }) => reached.includes(on) && evaluate(when, after.facts).holds === 'yes')
    .map((tell) => toldBy(tell, after, kind));
}

function toldBy(tell: Tell, { values, links }: Telling, kind: Kind): Told {
  const { id, clause } = tell;
  if ('open' in tell) {
    const brought = Object.entries(tell.with).flatMap(([field, from]) => {
      const value = values[from];
      const personal = kind.sheet.some((each) => each.id === from && holdsPersonal(each));
      return value === undefined || personal ? [] : [[field, value] as const];
    });
    return { tell: id, clause, open: { kind: tell.open, values: Object.fromEntries(brought), link: tell.link } };
  }
  const dossiers = links.filter(({ how }) => how === tell.linked).map(({ dossier }) => dossier);
  return { tell: id, clause, reach: { milestone: tell.reach, dossiers, how: tell.linked } };
}
