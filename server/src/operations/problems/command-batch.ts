import { mayRead, passToTask, type Actor, type Refusal } from '@bihuan/core/access';
import type { StepKind } from '@bihuan/core/policy';
import type { TakeStep } from '@bihuan/core/problem';
import { isUrgable, type Line, type OfficialDocument, type Parts } from '@bihuan/core/procedure';
import type { Services } from '../../services.ts';
import { findDossiers } from '../../store/dossiers/dossiers.ts';
import type { Answer, Intent } from '../dossiers/answer.ts';
import { answeredBefore, unknownDossier } from '../dossiers/command-dossier.ts';
import { COMMANDS, type SharedAsk } from '../dossiers/commands.ts';
import type { DossierDone } from '../dossiers/decide-dossier.ts';
import type { Numbered } from '../dossiers/subject.ts';

/** One wish for many dossiers: the step of this kind that each of them has open, a reminder, that a copy was sent or read. */
export type BatchAsk =
  | ({ readonly type: 'TakeStep'; readonly do: StepKind } & Pick<TakeStep, 'opinion' | 'document' | 'facts' | 'parts'>)
  | { readonly type: 'Urge'; readonly text: string }
  | { readonly type: 'RecordCopySent'; readonly document: OfficialDocument }
  | { readonly type: 'AcknowledgeCopy' };

/**
 * A dossier of the wish; `copy` says which of its copies, `task` which of its steps, where the wish is about one. `parts` are its own:
 * who takes a problem over is rarely the same for all.
 */
type Item = {
  readonly id: string;
  readonly version: number | null;
  readonly copy?: string;
  readonly task?: string;
  readonly parts?: Parts;
};

/** What became of one dossier of the batch. `number` is empty where there is no such dossier. */
export type BatchResult = { readonly id: string; readonly number: string; readonly answer: Answer<DossierDone> };

type Known = Numbered & { readonly version: number; readonly of: string };

/** Asks the same of every dossier, of whatever kind, each decided by itself: one that is refused holds up no other. */
export async function commandBatch(
  services: Services,
  asked: Intent & {
    readonly items: readonly Item[];
    readonly ask: BatchAsk;
    readonly by: Actor;
  },
): Promise<BatchResult[]> {
  const known = await knownTo(services, asked.items, asked.by);
  const results: BatchResult[] = [];
  // a dossier that stands in the list twice has moved on by its second turn
  const versions = new Map([...known].map(([id, { version }]) => [id, version]));
  for (const item of asked.items) {
    const { id } = item;
    const dossier = known.get(id);
    const ask = dossier ? askFor(services, asked.ask, item, dossier, asked.by) : null;
    // a key of its own, so that a retry of the batch answers for each as the first time did
    const key = item.copy === undefined ? `${asked.key}:${id}` : `${asked.key}:${id}:${item.copy}`;
    const intent = { key, fingerprint: asked.fingerprint, dossier: id, by: asked.by };
    const answer: Answer<DossierDone> =
      dossier && ask
        ? await COMMANDS[dossier.of]!.command(services, { ...intent, version: item.version ?? versions.get(id)!, ask })
        : // the step may be over because this very wish ended it
          ((await answeredBefore({ kind: 'problem' }, services, intent)) ?? {
            refused: dossier ? outOfTurn : unknownDossier,
          });
    if ('done' in answer) versions.set(id, answer.done.version);
    results.push({ id, number: dossier?.number ?? '', answer });
  }
  return results;
}

/** Those of the dossiers that there are and that this person reads. */
async function knownTo({ db, region, law, today }: Services, items: readonly Item[], by: Actor) {
  const ids = items.map((item) => item.id);
  const found = await Promise.all(
    (['problem', 'case'] as const).map(async (of) =>
      [...(await findDossiers<Numbered>(db, region, of, ids))].map(([id, { state, version }]) => ({
        id,
        dossier: { ...state, version, of },
      })),
    ),
  );
  const read = found.flat().filter(({ dossier }) => mayRead(dossier, by, law(dossier.policy), today()));
  return new Map<string, Known>(read.map(({ id, dossier }) => [id, dossier]));
}

const outOfTurn: Refusal = { code: 'not-allowed', obstacle: { code: 'out-of-turn', at: null }, clause: null };

/** The same wish in this dossier's own words: the task this person may take, or the first one open. */
function askFor(
  { law, today }: Services,
  batch: BatchAsk,
  { copy, task: meant, parts }: Item,
  dossier: Known,
  by: Actor,
): SharedAsk | null {
  if (batch.type === 'AcknowledgeCopy' || batch.type === 'RecordCopySent')
    return copy === undefined ? null : { ...batch, copy };
  if (batch.type === 'Urge') {
    const line = mostUrgent(COMMANDS[dossier.of]!.lines(dossier, law(dossier.policy)));
    return line ? { type: 'Urge', task: line.id, text: batch.text } : null;
  }
  const { do: what, type, ...answer } = batch;
  const open = dossier.tasks.filter((task) => task.do === what && (meant === undefined || task.id === meant));
  const own = law(dossier.policy);
  const task = open.find((candidate) => 'posting' in passToTask(dossier, candidate, by, own, today())) ?? open[0];
  return task ? { type, task: task.id, ...(parts ? { parts } : {}), ...answer } : null;
}

/** A reminder goes to the line that falls due first, of several without a limit to the one that has waited longest. */
function mostUrgent(lines: readonly Line[]): Line | null {
  const day = ({ clock, openedOn }: Line): string => `${clock?.due ?? '9999-12-31'} ${openedOn}`;
  const open = lines.filter((line) => isUrgable(line) && line.part === 'decide');
  return open.toSorted((a, b) => (day(a) < day(b) ? -1 : 1))[0] ?? null;
}
