import { readersOf, unitName } from '@bihuan/core/access';
import { CORRECTS, OWED, type Case } from '@bihuan/core/case';
import { confirmersSteps, filersSteps, filingOf, numberKey } from '@bihuan/core/duty';
import { canonical } from '@bihuan/core/ledger';
import { presentUnit } from '@bihuan/core/policy';
import type { Law } from '@bihuan/core/procedure';
import { plainDate } from '@bihuan/core/time';
import { ABOUT } from './about.ts';

/** The line that a return has on the wall of its period; null for a dossier that no unit owes. */
export function returnRow(
  state: Case,
  { region, id, law }: { readonly region: string; readonly id: string; readonly law: Law },
) {
  const { owed, number, title, links, clocks } = state;
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
    unit_name: ownerName(state, runs.filer, law),
    what: about?.dossier ?? owed.field ?? '',
    what_name: about?.number ?? '',
    // the limit runs in the dossier: where a holiday notice moved it, that is the day it is due
    due: clocks.find((clock) => clock.id === OWED)?.due ?? owed.due,
    filed_on: filedOn,
    confirmed,
    nil,
    returned,
    withdrawn,
    merged_into: state.merged?.into.dossier ?? null,
    sheet: law.digest(canonical({ values: state.values, nil, ...(state.figures ? { figures: state.figures } : {}) })),
    corrects: links.find(({ how }) => how === CORRECTS)?.dossier ?? null,
    readers: readersOf(state, law),
  };
}

/**
 * Who is asked for the return: its unit, and after a reform of units whoever files it now, with whom it was owed by. Its place on
 * the wall stays, beside what the successor owed himself.
 */
function ownerName({ owed, parts, openedOn }: Case, filer: string, { units }: Law): string {
  const owner = owed!.unit; // asked above: this is a return
  const players = parts[filer] ?? [];
  const own = players.find(({ unit }) => unit === owner);
  if (own) return own.unitName;
  const before = unitName(units, owner, openedOn ?? owed!.due);
  const lastOf = (unit: string): string => presentUnit(units, unit, LAST_DAY);
  const heir = players.find(({ unit }) => lastOf(unit) === lastOf(owner));
  return heir ? `${heir.unitName}（原${before}）` : before;
}

/** By which every reform that the plan knows of has come: that this one has, the part says. */
const LAST_DAY = plainDate('9999-12-31');
