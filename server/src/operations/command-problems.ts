import { passToTask, type Actor, type Refusal } from '@bihuan/core/access';
import type { StepKind } from '@bihuan/core/policy';
import type { Ask, Problem, TakeStep } from '@bihuan/core/problem';
import type { Services } from '../services.ts';
import { findDossiers } from '../store/dossiers.ts';
import type { Answer, Intent } from './answer.ts';
import { answeredBefore, unknownDossier } from './command-dossier.ts';
import type { DossierDone } from './decide-dossier.ts';
import { commandProblem } from './command-problem.ts';
import { problemSubject } from './problem-subject.ts';

/** One wish for many dossiers: the step of this kind that each of them has open, a reminder, or that a copy was read. */
export type BatchAsk =
  | ({ readonly type: 'TakeStep'; readonly do: StepKind } & Pick<TakeStep, 'opinion' | 'document' | 'facts' | 'parts'>)
  | { readonly type: 'Urge'; readonly text: string }
  | { readonly type: 'AcknowledgeCopy' };

/** A dossier of the wish; `copy` says which of its copies, where the wish is about one. */
type Item = { readonly id: string; readonly version: number | null; readonly copy?: string };

/** What became of one dossier of the batch. `number` is empty where there is no such dossier. */
export type BatchResult = { readonly id: string; readonly number: string; readonly answer: Answer<DossierDone> };

/** Asks the same of every dossier, each decided by itself: one that is refused holds up no other. */
export async function commandProblems(
  services: Services,
  asked: Intent & {
    readonly items: readonly Item[];
    readonly ask: BatchAsk;
    readonly by: Actor;
  },
): Promise<BatchResult[]> {
  const standings = await findDossiers<Problem>(
    services.db,
    services.region,
    'problem',
    asked.items.map((item) => item.id),
  );
  const results: BatchResult[] = [];
  // a dossier that stands in the list twice has moved on by its second turn
  const versions = new Map([...standings].map(([id, { version }]) => [id, version]));
  for (const item of asked.items) {
    const { id } = item;
    const standing = standings.get(id);
    const ask = standing ? askFor(services, asked.ask, item, standing.state, asked.by) : null;
    // a key of its own, so that a retry of the batch answers for each as the first time did
    const key = item.copy === undefined ? `${asked.key}:${id}` : `${asked.key}:${id}:${item.copy}`;
    const intent = { key, fingerprint: asked.fingerprint };
    const answer: Answer<DossierDone> = ask
      ? await commandProblem(services, {
          ...intent,
          dossier: id,
          version: item.version ?? versions.get(id)!,
          ask,
          by: asked.by,
        })
      : // the step may be over because this very wish ended it
        ((await answeredBefore(problemSubject, services, { ...intent, dossier: id, by: asked.by })) ?? {
          refused: standing ? outOfTurn : unknownDossier,
        });
    if ('done' in answer) versions.set(id, answer.done.version);
    results.push({ id, number: standing?.state.number ?? '', answer });
  }
  return results;
}

const outOfTurn: Refusal = { code: 'not-allowed', obstacle: { code: 'out-of-turn', at: null }, clause: null };

/** The same wish in this dossier's own words: the task this person may take, or the first one open. */
function askFor({ law, today }: Services, batch: BatchAsk, { copy }: Item, problem: Problem, by: Actor): Ask | null {
  if (batch.type === 'AcknowledgeCopy') return copy === undefined ? null : { type: batch.type, copy };
  if (batch.type === 'Urge') {
    const task = problem.tasks.find((open) => open.part === 'decide');
    return task ? { type: 'Urge', task: task.id, text: batch.text } : null;
  }
  const { do: what, type, ...answer } = batch;
  const open = problem.tasks.filter((task) => task.do === what);
  const own = law(problem.policy);
  const task = open.find((candidate) => 'posting' in passToTask(problem, candidate, by, own, today())) ?? open[0];
  return task ? { type, task: task.id, ...answer } : null;
}
