import { readersOf } from '@bihuan/core/access';
import { CORRECTS, OWED, type Case } from '@bihuan/core/case';
import { confirmersSteps, filersSteps, filingOf, numberKey } from '@bihuan/core/duty';
import { canonical } from '@bihuan/core/ledger';
import type { Law } from '@bihuan/core/procedure';
import { ABOUT } from './about.ts';

/** The line that a return has on the wall of its period; null for a dossier that no unit owes. */
export function returnRow(
  state: Case,
  { region, id, law }: { readonly region: string; readonly id: string; readonly law: Law },
) {
  const { owed, number, title, parts, links, clocks } = state;
  const runs = law.policy.duties.find((duty) => duty.id === owed?.duty)?.runs;
  if (!owed || owed.unit === '' || !runs) return null;
  const about = links.find(({ how }) => how === ABOUT);
  const steps = filersSteps(law.policy, runs.filer);
  const { filedOn, confirmed, nil, returned, withdrawn } = filingOf(state, steps, confirmersSteps(law.policy, runs));
  return {
    region,
    id,
    duty: owed.duty,
    period: owed.period,
    number,
    number_key: numberKey(number),
    title,
    unit: owed.unit,
    unit_name: parts[runs.filer]?.find(({ unit }) => unit === owed.unit)?.unitName ?? owed.unit,
    what: about?.dossier ?? owed.field ?? '',
    what_name: about?.number ?? '',
    // the limit runs in the dossier: where a holiday notice moved it, that is the day it is due
    due: clocks.find((clock) => clock.id === OWED)?.due ?? owed.due,
    filed_on: filedOn,
    confirmed,
    nil,
    returned,
    withdrawn,
    sheet: law.digest(canonical({ values: state.values, nil, ...(state.figures ? { figures: state.figures } : {}) })),
    corrects: links.find(({ how }) => how === CORRECTS)?.dossier ?? null,
    readers: readersOf(state, law),
  };
}
