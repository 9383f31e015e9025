import type { Actor, Refusal } from '@bihuan/core/access';
import { tellsOf, type Counted, type Told } from '@bihuan/core/case';
import type { LastAct, Law, Line } from '@bihuan/core/procedure';
import type { PlainDate } from '@bihuan/core/time';
import { officeMoment } from '../../clock.ts';
import type { Services } from '../../services.ts';
import type { Append, DossierKind, RowChanges, Standing } from '../../store/dossiers/dossiers.ts';
import type { NamedDossier } from '../../store/dossiers/named-dossiers.ts';
import type { Intent } from './answer.ts';
import { linksOf } from './chain.ts';
import type { Numbered, Signed, Subject } from './subject.ts';
import { fileIds } from '../record/verify-files.ts';

/** What happened to the dossier and who has it now. */
export type DossierDone = {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly happened: readonly string[];
  readonly now: readonly {
    readonly title: Numbered['tasks'][number]['title'];
    readonly unit: string | null;
    readonly unitName: string | null;
    readonly post: string;
    readonly external: boolean;
  }[];
};

/** What is asked of one dossier, by whom; with a retry key where it comes from a person. */
export type Asked<A> = Partial<Intent> & {
  readonly dossier: string;
  readonly ask: A;
  readonly by: Actor;
  readonly claimedOn?: PlainDate;
  /** Figures that stand in it, as they are now. */
  readonly counted?: Counted;
  /** What was done last, where that is to be taken back. */
  readonly last?: LastAct;
  readonly import?: string;
  readonly takes?: Append['takes'];
  /** Personal values of the ask, sealed; those that the events name are written. */
  readonly apart?: readonly ({ readonly id: string } & object)[];
  /** Of a new dossier: the edition it enters under; absent: the one in force. */
  readonly policy?: string;
};

/** One command decided and not yet written: for itself alone, or as one of several in a larger act. */
export type Written<S = unknown> = {
  readonly append: Append;
  readonly done: DossierDone;
  readonly after: S;
  /** As others speak of it. */
  readonly named: NamedDossier;
  /** What it means for other dossiers. */
  readonly told: readonly Told[];
  /** What it means for one other dossier of the same sort: decided on how that one stands. */
  readonly twin: Twin | null;
};

/** One other dossier, and how what is asked of it is decided without being written. */
export type Twin = {
  readonly dossier: string;
  readonly decide: (standing: Standing<unknown>) => Written | { readonly refused: Refusal };
  readonly kind: DossierKind;
};

/** Decides without writing. */
export function decideDossier<S extends Numbered, A extends { readonly type: string }, E extends Signed>(
  subject: Subject<S, A, E>,
  services: Services,
  asked: Asked<A>,
  standing: Standing<S> | null,
): Written<S> | { readonly refused: Refusal } {
  const { region } = services;
  const { dossier, by, claimedOn, counted, last } = asked;
  const state = standing?.state ?? subject.absent;
  const law = services.law(standing ? state.policy : asked.policy);
  const when = officeMoment(services);
  const along = { ...(claimedOn ? { claimedOn } : {}), ...(counted ? { counted } : {}), ...(last ? { last } : {}) };
  const decision = subject.decide({ ...asked.ask, by, ...when, ...along }, state, law);
  if ('refused' in decision) return decision;

  const recordedAt = services.now();
  const links = linksOf({ region, dossier, recordedAt }, standing, decision.events);
  // taken back: what follows is folded onto the dossier as it stood before
  const ground = last ? (last.before as S) : state; // the state of this subject, as `lastActOf` folded it
  const after = decision.events.reduce(subject.evolve, ground);
  // a dossier that was brought over to another reading is listed as that one has it
  const present = after.policy === law.policy.edition ? law : services.law(after.policy);
  const at = { region, id: dossier, import: asked.import ?? null, law: present, lawBefore: law };
  const done = doneOf(dossier, after, subject.lines(after, present), links.at(-1)!.version, decision.events);
  const named = { dossier, kind: after.kind, number: after.number, title: subject.titleOf(after) };
  return {
    done,
    after,
    named,
    twin: twinOf(subject, services, asked, state, law),
    told: tellsOf(state, subject.telling(after), present),
    append: {
      region,
      dossier,
      kind: subject.kind,
      before: standing?.version ?? 0,
      links,
      // what a workbook brings by the hundred stands on desks as new and rings no bell
      ...(asked.import === undefined ? { on: when.on } : {}),
      state: after,
      rows: withSealed({ ...subject.rows(standing?.state ?? null, after, at), filed: fileIds(decision.events) }, asked),
      ...keptUnder(asked, done, recordedAt),
      ...(asked.takes ? { takes: asked.takes } : {}),
      ...(last ? { undone: { from: last.from, to: last.to } } : {}),
    },
  };
}

function twinOf<S extends Numbered, A extends { readonly type: string }, E extends Signed>(
  subject: Subject<S, A, E>,
  services: Services,
  { dossier: id, ask: asked, by }: Asked<A>,
  before: S,
  law: Law,
): Twin | null {
  const twin = subject.twin?.(id, asked, before, { on: services.today(), law }) ?? null;
  if (!twin) return null;
  const { dossier, ask } = twin;
  const decide: Twin['decide'] = (standing) =>
    decideDossier(subject, services, { dossier, ask, by }, standing as Standing<S>); // found as one of its kind
  return { dossier, decide, kind: subject.kind };
}

/** Decides without writing; where figures stand for good from this act on, they are counted, and it is decided with them. */
export async function decideCounted<S extends Numbered, A extends { readonly type: string }, E extends Signed>(
  subject: Subject<S, A, E>,
  services: Services,
  asked: Asked<A>,
  standing: Standing<S>,
): Promise<Written<S> | { readonly refused: Refusal }> {
  const written = decideDossier(subject, services, asked, standing);
  if ('refused' in written || !subject.counted) return written;
  const counted = await subject.counted(services, standing.state, written.after);
  return counted ? decideDossier(subject, services, { ...asked, counted }, standing) : written;
}

/** What the state names for the first time, with the bytes under it. A step that was refused its say leaves none behind. */
function withSealed(rows: RowChanges, { apart: sealed = [] }: Pick<Asked<unknown>, 'apart'>): RowChanges {
  if (!rows.apart) return rows;
  const bytes = new Map(sealed.map((one) => [one.id, one]));
  return { ...rows, apart: rows.apart.map((row) => ({ ...row, ...bytes.get(row.id) })) };
}

function keptUnder({ by, key, fingerprint }: Asked<unknown>, response: DossierDone, at: string): Pick<Append, 'kept'> {
  return key && fingerprint ? { kept: { actor: by.id, key, fingerprint, status: 200, response, at } } : {};
}

function doneOf(
  id: string,
  { number }: Numbered,
  lines: readonly Line[],
  version: number,
  events: readonly Signed[],
): DossierDone {
  const now = lines.map(({ title, unit, unitName, post, external }) => ({ title, unit, unitName, post, external }));
  return { id, number, version, happened: events.map((event) => event.type), now };
}
