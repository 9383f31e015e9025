import type { Procedure, Route, Step } from '../model.ts';
import { step, text, working } from './library-words.ts';

const route = (id: string, clause: string, steps: readonly Step[]): Route => ({ id, title: text(id), clause, steps });
const procedure = (id: string, ...steps: readonly Step[]): Procedure => ({
  id,
  title: text(id),
  clause: '§7',
  routes: [route(`${id}-way`, '§7', steps)],
});

/** What is done with letters, and with what branches file and the desk gathers. */
export const letterProcedures: readonly Procedure[] = [
  procedure(
    'looking',
    step('look', 'record', 'desk/head', { fills: ['verdict'], limits: [working('look-by', 5, 'opened')] }),
  ),
  procedure(
    'answering',
    step('answer', 'record', 'case.answerer/clerk', { fills: ['said'], evidence: ['photo'], silent: true }),
    step('agree', 'review', 'board/chair', {
      returnsTo: ['answer'],
      reaches: 'closed',
      limits: [working('agree-by', 5, 'step:answer')],
    }),
  ),
  procedure('refusing', step('say', 'issue', 'desk/head', { reaches: 'closed', silent: true })),
  procedure(
    'filing',
    step('fill', 'draft', 'case.filer/clerk', { writes: 'sheet', silent: true }),
    step('settle', 'submit', 'case.filer/head', {
      binds: 'sheet',
      returnsTo: ['fill'],
      silent: true,
    }),
    step('confirm', 'review', 'desk/head', {
      binds: 'sheet',
      returnsTo: ['fill'],
      reaches: 'closed',
      limits: [working('confirm-by', 5, 'step:settle')],
    }),
  ),
  procedure('gathering', step('gather', 'form', 'desk/clerk', { writes: 'members', reaches: 'closed', silent: true })),
];
