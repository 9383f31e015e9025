import { randomUUID } from 'node:crypto';
import type { Actor } from '@bihuan/core/access';
import { contentDigest, type Case, type CaseAsk, type TakeCaseStep } from '@bihuan/core/case';
import type { SheetValues } from '@bihuan/core/policy';
import { routeOf, stepOf, type Task } from '@bihuan/core/procedure';
import type { PlainDate } from '@bihuan/core/time';
import { commandCase } from '../operations/cases/command.ts';
import { openCase } from '../operations/cases/open.ts';
import { findDossier } from '../store/dossiers/dossiers.ts';
import type { Services } from '../services.ts';
import type { Cast } from './cast.ts';
import { onDay, workdayAfter } from './day.ts';
import { uploadPicture } from './papers.ts';
import { paper } from './walk.ts';

/** One thing done to an invented dossier, so many working days after the one before: a step is taken, or an act of the pack's own done. */
export type Deed = { readonly after: number; readonly values?: (on: PlainDate) => SheetValues } & (
  | { readonly take: string; readonly outcome?: string }
  | { readonly act: string; readonly by: Hand; readonly text: string }
);

/** A post in a unit, by their ids in the pack. */
export type Hand = readonly [unit: string, post: string];

/** A dossier of the pack's own kinds, and how far it is walked. */
export type InventedCase = {
  readonly kind: string;
  readonly by: Hand;
  /** Days before today on which it was opened. */
  readonly age: number;
  readonly values: (on: PlainDate) => SheetValues;
  /** Part to the units that play it. */
  readonly parts?: Readonly<Record<string, readonly string[]>>;
  readonly deeds: readonly Deed[];
};

/** One dossier on its way: the services of the day, who can act, which dossier. */
export type Walker = { readonly services: Services; readonly cast: Cast; readonly id: string };

/** Opens the dossier and does everything that was done to it, through the doors that everybody uses. */
export async function liveCase(
  services: Services,
  cast: Cast,
  invented: InventedCase,
  opened: PlainDate,
): Promise<void> {
  const { kind, by, values, parts = {}, deeds } = invented;
  const answer = await openCase(onDay(services, opened), {
    key: randomUUID(),
    fingerprint: 'demonstration',
    by: cast.holding(...by),
    kind,
    values: values(opened),
    parts: Object.fromEntries(
      Object.entries(parts).map(([role, units]) => [role, units.map((unit) => ({ unit, unitName: '', person: null }))]),
    ),
  });
  if (!('done' in answer)) throw new Error(`${kind}: ${JSON.stringify(answer)}`);
  let day = opened;
  for (const deed of deeds) {
    day = workdayAfter(services, day, deed.after);
    await done({ services: onDay(services, day), cast, id: answer.done.id }, deed);
  }
}

async function done(walker: Walker, deed: Deed): Promise<void> {
  const values = deed.values?.(walker.services.today());
  const brought = values ? { values } : {};
  if ('take' in deed)
    return takeCase(walker, deed.take, { ...brought, ...(deed.outcome ? { outcome: deed.outcome } : {}) });
  const { act, text, by } = deed;
  await askCase(walker, walker.cast.holding(...by), { type: 'DoAct', act, text, ...brought });
}

/** Takes every open task of a step, for a unit that does not sign in by the hand of the recorder. */
export async function takeCase(walker: Walker, step: string, more: Partial<TakeCaseStep>): Promise<void> {
  for (;;) {
    const { state } = await standingOf(walker);
    const task = state.tasks.find((open) => open.step === step && open.question === undefined);
    if (!task) return;
    const { services, cast } = walker;
    const by = task.external ? cast.seated([services.law().policy.recorder]) : cast.holding(task.unit!, task.post);
    await askCase(walker, by, { ...more, ...(await answerTo(walker, state, task)) });
  }
}

async function answerTo({ services }: Walker, dossier: Case, task: Task): Promise<TakeCaseStep> {
  const law = services.law(dossier.policy);
  const { binds, copies } = stepOf(routeOf(law, task.run, dossier.runs[task.run]!.route), task.step);
  const written = task.part === 'decide' && copies.some((copy) => copy.written);
  const scan = task.external ? await uploadPicture(services, '演示扫描件', 'demonstration') : undefined;
  return {
    type: 'TakeStep',
    task: task.id,
    ...(binds ? { seen: contentDigest(dossier, binds, law) } : {}),
    ...(written ? { document: paper(services, '施') } : {}),
    ...(scan ? { recorded: { unitName: task.unitName!, document: paper(services, '演', scan) } } : {}),
  };
}

/** Asks and insists: what the demonstration's people do is always allowed, or the demonstration is wrong. */
export async function askCase(walker: Walker, by: Actor, ask: CaseAsk): Promise<void> {
  const { services, id } = walker;
  const { version } = await standingOf(walker);
  const intent = { key: randomUUID(), fingerprint: 'demonstration' };
  const answer = await commandCase(services, { ...intent, dossier: id, version, ask, by });
  if (!('done' in answer)) throw new Error(`${ask.type} by ${by.name}: ${JSON.stringify(answer)}`);
}

async function standingOf({ services, id }: Walker) {
  const standing = await findDossier<Case>(services.db, services.region, id);
  if (!standing) throw new Error(`the demonstration lost dossier ${id}`);
  return standing;
}
