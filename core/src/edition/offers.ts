import type { Actor } from '../access/index.ts';
import { needsNothing, routeOf, stepOf, type Law, type OfferOf } from '../procedure/index.ts';
import type { PlainDate } from '../time/index.ts';
import { passToEdition } from './decide.ts';
import { editionDigest, type Edition } from './edition.ts';

/** One verb on an edition as the screen may show it. */
export type EditionOffer = OfferOf<'TakeStep' | 'ReturnStep'>;

/** What this person may do with the edition's open steps, from the guard that also decides. */
export function editionOffers(edition: Edition, by: Actor, law: Law, on: PlainDate): EditionOffer[] {
  return edition.tasks.flatMap((task) => {
    const route = routeOf(law, task.run, edition.runs[task.run]!.route);
    const step = stepOf(route, task.step);
    const returnsTo = step.returnsTo.map((id) => ({ step: id, title: stepOf(route, id).title }));
    return (['TakeStep', 'ReturnStep'] as const).map((type): EditionOffer => {
      const pass = passToEdition(edition, { type, task: task.id }, by, law, on);
      const taking = type === 'TakeStep';
      return {
        type,
        target: task.id,
        title: task.title,
        unitName: task.unitName,
        clause: task.clause,
        obstacle: 'obstacle' in pass ? pass.obstacle : null,
        seen: taking && step.binds ? { what: 'edition', digest: editionDigest(edition, law) } : null,
        needs: { ...needsNothing, opinion: taking, reason: !taking, returnsTo: taking ? [] : returnsTo },
      };
    });
  });
}
