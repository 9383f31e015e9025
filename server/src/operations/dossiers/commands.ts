import type { Ask } from '@bihuan/core/problem';
import type { Law, Line } from '@bihuan/core/procedure';
import type { Services } from '../../services.ts';
import type { Answer } from './answer.ts';
import { commandCase } from '../cases/command.ts';
import { caseSubject } from '../cases/subject.ts';
import type { CommandAsked } from './command-dossier.ts';
import { commandProblem } from '../problems/command-problem.ts';
import { problemSubject } from '../problems/problem-subject.ts';
import type { DossierDone } from './decide-dossier.ts';
import type { Numbered } from './subject.ts';

/** What may be asked of a dossier whatever it is of: its steps, a reminder, that a copy was sent or read, what days do to its clocks. */
export type SharedAsk = Extract<
  Ask,
  {
    readonly type:
      | 'TakeStep'
      | 'Urge'
      | 'RecordCopySent'
      | 'AcknowledgeCopy'
      | 'FollowReform'
      | 'NoteLapse'
      | 'AmendClocks'
      | 'AdoptRevision';
  }
>;

/** What can be done with a dossier by whoever does not know its kind. */
type Commanded = {
  readonly command: (services: Services, asked: CommandAsked<SharedAsk>) => Promise<Answer<DossierDone>>;
  /** What somebody answers for in it. */
  readonly lines: (state: Numbered, law: Law) => readonly Line[];
};

/** How a dossier of each kind is commanded; one that stands in no row here is commanded by nobody who does not know its kind. */
export const COMMANDS: Readonly<Record<string, Commanded>> = {
  problem: { command: commandProblem, lines: linesBy(problemSubject) },
  case: { command: commandCase, lines: linesBy(caseSubject) },
};

function linesBy<S extends Numbered>({
  lines,
}: {
  readonly lines: (state: S, law: Law) => readonly Line[];
}): Commanded['lines'] {
  return (state, law) => lines(state as S, law); // states that come from the store are of the kind they stand under
}
