import type { Services } from '../services.ts';
import { commandCase } from '../operations/cases/command.ts';
import type { CommandAsked } from '../operations/dossiers/command-dossier.ts';
import { commandProblem } from '../operations/problems/command-problem.ts';

type Asked = Omit<CommandAsked<never>, 'ask'>;

/** What the bench opens and corrects again and again: a problem, and a dossier that exists by the pack alone. */
export type Subject = {
  /** Begins the lines of its figures. */
  readonly title: string;
  /** Of the API. */
  readonly path: string;
  /** The body that opens the n-th. */
  readonly opening: (no: number) => object;
  /** A small command that a desk sends a hundred times a day. */
  readonly correction: (mark: string) => object;
  /** The same command, decided and written inside this process. */
  readonly correct: (services: Services, asked: Asked, mark: string) => Promise<object>;
};

const problemCorrection = (mark: string) =>
  ({ type: 'CorrectProblem', basics: { remarks: mark }, facts: {}, reason: mark }) as const;

/** A problem with all that its own subject adds. */
export const PROBLEM: Subject = {
  title: '问题 / problem',
  path: '/problems',
  opening: (no) => ({
    basics: {
      title: `（演示）压测问题${no}`,
      description: '演示数据，纯属虚构。',
      place: '（虚构）',
      township: 'dianyang',
      field: 'sewage-garbage',
      target: '',
      deadline: null,
      proposed: { holder: null, lead: null, person: '' },
      remarks: '',
    },
    facts: { origin: 'city' },
    sources: [],
  }),
  correction: problemCorrection,
  correct: (services, asked, mark) => commandProblem(services, { ...asked, ask: problemCorrection(mark) }),
};

const caseCorrection = (mark: string) => ({ type: 'FillSheet', values: { place: mark }, reason: mark }) as const;

/** A film viewing: no line of the program knows what that is. */
export const PLAIN: Subject = {
  title: '一般事项 / plain kind',
  path: '/cases',
  opening: (no) => ({
    kind: 'film-viewing',
    values: { film: `（演示）压测警示片${no}`, level: 'nation', day: '2026-03-02', place: '（虚构）' },
  }),
  correction: caseCorrection,
  correct: (services, asked, mark) => commandCase(services, { ...asked, ask: caseCorrection(mark) }),
};

/** A dossier that the bench opened, at the version it has got to. */
export type Opened = { readonly id: string; readonly number: string; version: number };

/** Sends the opening of so many, one after another. @throws when one is refused */
export async function openMany(
  post: (path: string, body: object) => Promise<{ readonly status: number; readonly body: unknown }>,
  subject: Subject,
  count: number,
): Promise<Opened[]> {
  const opened: Opened[] = [];
  for (let no = 1; no <= count; no++) {
    const answer = await post(subject.path, subject.opening(no));
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
    opened.push({ ...(answer.body as Opened) }); // the contract's Done
  }
  return opened;
}
