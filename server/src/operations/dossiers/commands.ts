import type { Ask } from '@bihuan/core/problem';
import type { Services } from '../../services.ts';
import type { Answer } from './answer.ts';
import { commandCase } from '../cases/command.ts';
import type { CommandAsked } from './command-dossier.ts';
import { commandProblem } from '../problems/command-problem.ts';
import type { DossierDone } from './decide-dossier.ts';

/** What may be asked of a dossier whatever it is of: its steps, a reminder, that a copy was read, what days do to its clocks. */
export type SharedAsk = Extract<
  Ask,
  { readonly type: 'TakeStep' | 'Urge' | 'AcknowledgeCopy' | 'NoteLapse' | 'AmendClocks' | 'AdoptRevision' }
>;

/** How a dossier of each kind is commanded; one that stands in no row here is commanded by nobody who does not know its kind. */
export const COMMANDS: Readonly<
  Record<string, (services: Services, asked: CommandAsked<SharedAsk>) => Promise<Answer<DossierDone>>>
> = { problem: commandProblem, case: commandCase };
