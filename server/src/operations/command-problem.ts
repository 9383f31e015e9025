import type { Actor } from '@bihuan/core/access';
import { absent, decide, evolve, type Ask, type Problem, type ProblemEvent } from '@bihuan/core/problem';
import type { PlainDate } from '@bihuan/core/time';
import type { Services } from '../services.ts';
import { append } from '../store/append.ts';
import {
  KeyTaken,
  loadDossier,
  NumberTaken,
  StaleVersion,
  type Append,
  type GivenAnswer,
  type Standing,
} from '../store/dossiers.ts';
import { fasterThan } from '../store/events.ts';
import type { Answer, Intent } from './answer.ts';
import { linksOf } from './chain.ts';
import { problemRows } from './problem-row.ts';

/** What happened to the problem and who has it now. */
export type ProblemDone = {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly happened: readonly string[];
  readonly now: readonly {
    readonly title: Problem['tasks'][number]['title'];
    readonly unitName: string | null;
    readonly post: string;
    readonly external: boolean;
  }[];
};

/** A command on a problem that exists; the intent carries the retry key and the fingerprint of the request. */
export type ProblemAsked = Intent & {
  readonly problem: string;
  /** The version the person saw. */
  readonly version: number;
  readonly ask: Ask;
  readonly by: Actor;
  readonly claimedOn?: PlainDate;
};

/** load → decide → append. Every door to a problem ends here: one read, one write. */
export async function commandProblem(services: Services, asked: ProblemAsked): Promise<Answer<ProblemDone>> {
  const { db, region } = services;
  const { standing, given } = await loadDossier<Problem>(db, {
    region,
    kind: 'problem',
    dossier: asked.problem,
    actor: asked.by.id,
    key: asked.key,
  });
  if (given) return replay(given, asked);
  if (!standing) return { refused: { code: 'not-allowed', obstacle: { code: 'unknown-dossier' }, clause: null } };
  if (standing.version !== asked.version) return { stale: await fasterThan(db, region, asked.problem) };

  const written = decideAppend(services, asked, standing);
  if ('refused' in written) return written;
  try {
    await append(db, written.append);
    return { done: written.done, replayed: false };
  } catch (error) {
    return afterCollision(services, asked, error);
  }
}

/** Decides without writing: for this command alone, or as one of several in a larger act. */
export function decideAppend(
  services: Services,
  asked: Pick<ProblemAsked, 'problem' | 'ask' | 'by' | 'claimedOn'> & Partial<Intent> & { readonly import?: string },
  standing: Standing<Problem> | null,
  before: Problem | null = standing?.state ?? null,
): { readonly append: Append; readonly done: ProblemDone } | Extract<Answer<never>, { refused: unknown }> {
  const { region } = services;
  const state = before ?? absent;
  const law = services.law(state.stage === 'absent' ? undefined : state.policy);
  const on = services.today();
  const decision = decide(
    { ...asked.ask, by: asked.by, on, ...(asked.claimedOn ? { claimedOn: asked.claimedOn } : {}) },
    state,
    law,
  );
  if ('refused' in decision) return decision;

  const recordedAt = services.now();
  const links = linksOf({ region, dossier: asked.problem, recordedAt }, standing, decision.events);
  const after = decision.events.reduce<Problem>((problem, event: ProblemEvent) => evolve(problem, event), state);
  const done = doneOf(asked.problem, after, links.at(-1)!.version, decision.events);
  const at = { region, id: asked.problem, import: asked.import ?? null };
  return {
    done,
    append: {
      region,
      dossier: asked.problem,
      kind: 'problem',
      before: standing?.version ?? 0,
      links,
      state: after,
      rows: problemRows(standing?.state ?? null, after, at),
      ...(asked.key && asked.fingerprint
        ? {
            kept: {
              actor: asked.by.id,
              key: asked.key,
              fingerprint: asked.fingerprint,
              status: 200,
              response: done,
              at: recordedAt,
            },
          }
        : {}),
    },
  };
}

function doneOf(id: string, problem: Problem, version: number, events: readonly ProblemEvent[]): ProblemDone {
  const now = problem.tasks.map(({ title, unitName, post, external }) => ({ title, unitName, post, external }));
  return { id, number: problem.number, version, happened: events.map((event) => event.type), now };
}

function replay(given: GivenAnswer, asked: Intent): Answer<ProblemDone> {
  if (given.fingerprint !== asked.fingerprint) return { conflict: 'key-reused' };
  return { done: given.response as ProblemDone, replayed: true }; // what `decideAppend` kept under this key
}

async function afterCollision(services: Services, asked: ProblemAsked, error: unknown): Promise<Answer<ProblemDone>> {
  const { db, region } = services;
  if (error instanceof NumberTaken) return { conflict: 'number-taken' };
  if (!(error instanceof StaleVersion || error instanceof KeyTaken)) throw error;
  // the same intent sent twice at once: the other request wrote it, and its answer is this one's too
  return (await answeredBefore(services, asked)) ?? { stale: await fasterThan(db, region, asked.problem) };
}

/** What this intent was answered when it came before; null when it never did. */
export async function answeredBefore(
  { db, region }: Services,
  asked: Intent & Pick<ProblemAsked, 'problem' | 'by'>,
): Promise<Answer<ProblemDone> | null> {
  const { problem, by, key } = asked;
  const { given } = await loadDossier<Problem>(db, { region, kind: 'problem', dossier: problem, actor: by.id, key });
  return given && replay(given, asked);
}
