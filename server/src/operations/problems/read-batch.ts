import { mayRead, type Actor } from '@bihuan/core/access';
import { offers, usualParts, type Problem } from '@bihuan/core/problem';
import { goesTogether } from '@bihuan/core/procedure';
import { officeMoment } from '../../clock.ts';
import type { Services } from '../../services.ts';
import { findDossiers } from '../../store/dossiers/dossiers.ts';

/** What may be asked of many problems in one go; a step only where it is taken without this one dossier in sight. */
const TOGETHER = new Set(['TakeStep', 'Urge', 'RecordCopySent', 'AcknowledgeCopy']);

/**
 * What this person may do with each of these problems together with others, and who would play each part of it if nobody says
 * otherwise: what a batch is offered from. One that is not there, or not his to read, is left out.
 */
export async function readBatch(services: Services, ids: readonly string[], by: Actor) {
  const { db, region, law, today } = services;
  const found = await findDossiers<Problem>(db, region, 'problem', ids);
  const on = today();
  return ids.flatMap((id) => {
    const standing = found.get(id);
    if (!standing || !mayRead(standing.state, by, law(standing.state.policy), on)) return [];
    const { state: problem, version } = standing;
    const own = law(problem.policy);
    const may = offers(problem, { by, ...officeMoment(services) }, own).filter(({ type }) => TOGETHER.has(type));
    return [
      {
        id,
        number: problem.number,
        title: problem.basics.title,
        version,
        policy: problem.policy,
        facts: problem.facts,
        usualParts: usualParts({ problem, law: own, on }),
        offers: may.map((offer) => {
          const task = problem.tasks.find((open) => open.id === offer.target) ?? null;
          return {
            offer,
            do: offer.type === 'TakeStep' ? (task?.do ?? null) : null,
            part: task?.part ?? null,
            together: offer.type !== 'TakeStep' || goesTogether(offer),
          };
        }),
      },
    ];
  });
}
