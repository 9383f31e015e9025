import type { Obstacle, Pass } from '../../access/index.ts';
import { readAnew } from '../../policy/index.ts';
import { adopt } from '../adopting.ts';
import { misfits } from '../fitting.ts';
import { kindIn, type Law } from '../law.ts';
import { passToLead } from './ruling.ts';
import { textFault, type At, type SharedVerb } from './verb.ts';

/** Bringing a dossier over to a later reading of its edition. The reading comes as a value: no form has it in hand. */
export type Adopting = { readonly reading: Law; readonly reason: string };

/** Whoever leads the coordinator brings open dossiers over; one that the reading has no place for keeps the reading it has. */
export const adoptRevision: SharedVerb<Adopting> = {
  clause: ({ dossier, law }, { reading }) => kindIn(reading ?? law, dossier.kind)?.clause ?? null,
  pass: (at, { reading: to }): Pass => {
    const obstacle = unfit(at, to);
    return obstacle ? { obstacle } : passToLead({ ...at, law: to! });
  },
  faults: (_at, { reason }) => textFault('reason', reason, 500),
  write: (draft, { reading, reason }, law) => adopt(draft, { from: law, to: reading, reason }),
};

function unfit({ dossier, law }: At, to: Law | undefined): Obstacle | null {
  if (!to || !readAnew(law.policy, to.policy)) return { code: 'nothing-to-do' };
  const what = misfits(dossier, law, to);
  return what.length > 0 ? { code: 'no-place', what: what.map(({ title }) => title) } : null;
}
