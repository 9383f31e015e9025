import { passToCalendar } from './attending.ts';
import type { Dossier } from '../dossier.ts';
import type { Pen } from '../draft.ts';
import { kindIn, type Law } from '../law.ts';
import { reformOf } from '../reform.ts';
import type { At } from './verb.ts';

/** Units that the subject itself names in what is still to be done. */
type Named<D> = (dossier: D) => readonly string[];

/**
 * A reform of units reaches the dossier: by the calendar's hand, from the day on that `units.yaml` says. There is nothing to do
 * where nobody named in it was succeeded and every open step lies with whoever holds its office.
 */
export const followReform = <D extends Dossier>(named: Named<D> = () => []) => ({
  clause: () => null,
  pass: (at: At<D>) => {
    const { units, tasks } = reformOf(at.dossier, named(at.dossier), at.law, at.on);
    return units.length + tasks.length > 0 ? passToCalendar(at) : ({ obstacle: { code: 'nothing-to-do' } } as const);
  },
  faults: () => [],
  write: (draft: Pen<D>, _ask: object, law: Law): void => {
    const dossier = draft.now();
    draft.add({
      type: 'ReformFollowed',
      ...reformOf(dossier, named(dossier), law, draft.signature.on),
      clause: kindIn(law, dossier.kind)?.clause ?? '',
    });
  },
});
