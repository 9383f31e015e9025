import type { ClauseId, Seat } from '../model.ts';
import { sitters } from './offices.ts';
import { placedLimits } from './placed.ts';
import type { Finder, Found, Survey } from './survey.ts';

/**
 * Acts that only units may do which do not sign in here. Their steps are recorded for them; an act that belongs to no step,
 * an extension or a pause has nobody who could enter it, and a recorder of that kind could record nothing.
 */
export const nobodySignsIn: Finder = (survey) => {
  const { acts, recorder } = survey.pack.policy;
  return [
    ...placedLimits(survey).flatMap(({ limit, path }) =>
      (['extension', 'pause'] as const).flatMap((key) => {
        const said = limit[key];
        return said ? outside(survey, [said.by], [...path, key, 'by'], limit.id, [said.clause]) : [];
      }),
    ),
    ...Object.entries(acts).flatMap(([id, { by, clause }]) => outside(survey, by, ['acts', id, 'by'], id, [clause])),
    ...outside(survey, [recorder], ['recorder'], 'recorder', []),
  ];
};

function outside(
  { pack, days }: Survey,
  seats: readonly Seat[],
  path: Found['path'],
  what: string,
  clauses: readonly ClauseId[],
): readonly Found[] {
  // an office that nobody holds is a fault of its own
  const day = days.find((each) => {
    const units = sitters(pack, seats, each);
    return units.length > 0 && units.every((unit) => unit.external);
  });
  if (day === undefined) return [];
  const roles = [...new Set(seats.map((seat) => seat.role))];
  return [
    {
      kind: 'post-unheld',
      file: 'policy',
      path,
      clauses,
      facts: [],
      about: [what, ...roles],
      text: {
        zh: `“${what}”只有不在此登录的单位（${roles.join('、')}）可办，没有人能办`,
        en: `only units that do not sign in here (${roles.join(', ')}) may do "${what}": nobody can`,
      },
    },
  ];
}
