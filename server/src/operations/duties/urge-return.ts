import type { Actor } from '@bihuan/core/access';
import type { Case } from '@bihuan/core/case';
import { filersSteps, filersTasks, runningDuties } from '@bihuan/core/duty';
import type { Services } from '../../services.ts';
import { findDossiers } from '../../store/dossiers/dossiers.ts';
import type { ReturnLine } from '../../store/duties.ts';
import type { Answer, Intent } from '../dossiers/answer.ts';
import { caseSubject } from '../cases/subject.ts';
import { commandDossier, unknownDossier } from '../dossiers/command-dossier.ts';
import type { DossierDone } from '../dossiers/decide-dossier.ts';

/** Reminds the unit that owes a return of the task it has open in it. */
export async function urgeReturn(
  services: Services,
  { id: dossier, duty }: Pick<ReturnLine, 'id' | 'duty'>,
  { text, by, key, fingerprint }: Intent & { readonly text: string; readonly by: Actor },
): Promise<Answer<DossierDone>> {
  const standing = (await findDossiers<Case>(services.db, services.region, 'case', [dossier])).get(dossier);
  if (!standing) return { refused: unknownDossier };
  const { policy } = services.law(standing.state.policy);
  const running = runningDuties(policy.duties).find((each) => each.id === duty);
  const steps = running ? filersSteps(policy, running.runs.filer) : new Set<string>();
  const task = filersTasks(standing.state, steps)[0];
  if (!task) return { refused: { code: 'not-allowed', obstacle: { code: 'nothing-to-do' }, clause: null } };
  const asked = { key, fingerprint, dossier, version: standing.version, by };
  return commandDossier(caseSubject, services, { ...asked, ask: { type: 'Urge', task: task.id, text } });
}
