import { theCalendar, unitsInRole, type Actor } from '../access/index.ts';
import { noCase, openFields, type Case, type CaseAsk } from '../case/index.ts';
import { eachOf, type Kind, type Seat } from '../policy/index.ts';
import type { Dossier, Law } from '../procedure/index.ts';
import { publicTasks, stepOfTask } from '../procedure/verbs/index.ts';
import { leadersOf, namedPerson, sittersOf, takersOf } from '../story/cast.ts';
import { addDays, naturalDays, type PlainDate } from '../time/index.ts';
import type { CaseSetting } from './case-histories.ts';
import { caseAfter, noCaseFile, type CaseFile } from './case-story.ts';
import { allPlayers, caseChoices, filledIn, type CaseChoices } from './case-values.ts';

/**
 * Any law with whoever may have anything to do with a dossier under it: who has its steps, acts and questions; and somebody who has
 * nothing to do with it.
 */
export function underLaw(
  law: Law,
): CaseSetting & { readonly people: (dossier: Dossier, on: PlainDate) => readonly Actor[] } {
  const { policy, units } = law;
  const { id: elsewhere, posts } = units.findLast(({ external }) => !external)!;
  return {
    law,
    people: (dossier, on) => {
      const at = { law, on };
      const kind = policy.kinds!.find(({ id }) => id === dossier.kind)!;
      const acting = [...Object.values(policy.acts), ...Object.values(kind.acts)].flatMap(({ by }) => by);
      const all = [
        ...dossier.tasks.flatMap((task) => takersOf(task, dossier, at).slice(0, 1)),
        ...leadersOf(dossier, at),
        ...sittersOf([policy.recorder, ...acting, ...objecting(dossier, law), ...(kind.opens?.by ?? [])], dossier, at),
        namedPerson(`${elsewhere}/${posts[0]}`, at)!,
      ];
      return [...new Map(all.map((one) => [one.id, one])).values()];
    },
  };
}

/** Who enters objections at an open step, and who settles them. */
const objecting = (dossier: Dossier, law: Law): readonly Seat[] =>
  publicTasks(dossier, law).flatMap((task) => {
    const { objections } = stepOfTask(dossier, task, law);
    return objections ? [...objections.by, ...objections.settledBy] : [];
  });

/** One person in every post of every unit that signs in. */
export const everybodyUnder = (law: Law, on: PlainDate): readonly Actor[] =>
  law.units
    .filter(({ external }) => !external)
    .flatMap(({ id, posts }) => posts.map((post) => namedPerson(`${id}/${post}`, { law, on })!));

/** A dossier of this kind on its first day, as a person, a duty or a tell opens it; unless a test chooses otherwise nothing of its sheet is empty. */
export function begun(
  kind: Kind,
  law: Law,
  on: PlainDate,
  choices: CaseChoices = { ...caseChoices, players: {} },
): CaseFile {
  const around = { on, choices, law };
  const { opens } = kind;
  const owed = owedOf(kind, law, on);
  if (owed) return caseAfter(noCaseFile, { ...blank(kind), values: {}, ...owed }, { by: theCalendar, on, law });
  const fields = openFields(kind, law.policy).map(({ id }) => id);
  const ask: CaseAsk = {
    ...blank(kind),
    values: filledIn(fields, kind, around) as Case['values'], // nothing of it is empty
    parts: allPlayers(kind, around),
    ...(opens?.from[0] ? { from: opens.from[0].id } : {}),
    ...(opens ? {} : { told: true }),
  };
  const by = opens ? sittersOf(opens.by, noCase, { law, on })[0]! : theCalendar;
  return caseAfter(noCaseFile, ask, { by, on, law });
}

const blank = ({ id }: Kind) => ({ type: 'OpenCase', kind: id, number: 'N-1' }) as const;

/** What makes it a return of a duty; null for a kind that no duty files. */
function owedOf({ id }: Kind, { policy, units }: Law, on: PlainDate) {
  const duty = policy.duties.find(({ runs }) => runs?.files === id);
  const unit = duty && unitsInRole(units, duty.by[0]!, on)[0]?.id;
  if (!duty?.runs || unit === undefined) return null;
  const due = addDays(on, 30);
  const field = (typeof duty.runs.forEach === 'object' && eachOf(duty.runs, policy)?.values[0]?.id) || null;
  return {
    owed: { duty: duty.id, period: 'p', unit, field, due, openedLate: false },
    limit: { start: on, term: naturalDays(30) },
    parts: { [duty.runs.filer]: [{ unit, unitName: '', person: null }] },
  };
}
