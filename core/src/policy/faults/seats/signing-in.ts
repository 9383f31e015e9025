import type { ClauseId, Seat, Step } from '../../model.ts';
import { sitters } from './offices.ts';
import { flowsWith } from '../flow/flow.ts';
import { placedLimits } from '../limits/placed.ts';
import type { Finder, Found, Survey } from '../survey/survey.ts';
import { told } from '../survey/telling.ts';

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
    ...inKinds(survey),
  ];
};

/** What nobody can enter for another unit: opening a dossier, an act of its kind, an objection and what becomes of it, an order, a confirmation. */
function inKinds(survey: Survey): readonly Found[] {
  const { said, flows, stands } = survey;
  if (said.policy.kinds === undefined) return [];
  return [
    ...flows.flatMap(({ kind, path }) => [
      ...(kind.opens ? outside(survey, kind.opens.by, [...path, 'opens', 'by'], kind.id, [kind.clause]) : []),
      ...Object.entries(kind.acts).flatMap(([id, { by, clause }]) =>
        outside(survey, by, [...path, 'acts', id, 'by'], `${kind.id} / ${id}`, [clause]),
      ),
    ]),
    ...stands.flatMap(({ step: { id, objections }, path }) =>
      objections
        ? [
            ...outside(survey, objections.by, [...path, 'objections', 'by'], id, [objections.clause]),
            ...outside(survey, objections.settledBy, [...path, 'objections', 'settledBy'], id, [objections.clause]),
          ]
        : [],
    ),
    // members are fixed, and a list is agreed to, by whoever has the step himself: there no paper is recorded
    ...stands
      .filter(({ road, step }) =>
        flowsWith(road, flows).some(({ flow: { kind } }) => kind.is === 'edition' || gathersMembers(step)),
      )
      .flatMap(({ step: { id, by, coSign, clause }, path }) => [
        ...outside(survey, by, [...path, 'by'], id, [clause]),
        ...outside(survey, coSign, [...path, 'coSign'], id, [clause]),
      ]),
    ...said.policy.duties.flatMap(({ id, clause, runs }, index) => [
      ...(runs?.confirmedBy ? outside(survey, [runs.confirmedBy], ['duties', index, 'confirmedBy'], id, [clause]) : []),
      ...(runs?.every.every === 'order'
        ? outside(survey, runs.every.by, ['duties', index, 'every', 'order'], id, [clause])
        : []),
    ]),
  ];
}

/** Fields that name somebody who signs in here, among units of which none does: nobody could ever stand there. */
export const nobodyToName: Finder = ({ flows, pack, days }) =>
  flows.flatMap(({ kind, path }) =>
    kind.sheet.flatMap((field, at) => {
      const columns = (field.columns ?? []).map((column, no) => ({ field: column, keys: ['columns', no] }));
      return [{ field, keys: [] }, ...columns].flatMap(({ field: { id, type, among }, keys }): readonly Found[] => {
        if (type !== 'person' || !among) return [];
        const seats = among.map((role): Seat => ({ role, post: '*' }));
        const vain = days.some((day) => {
          const units = sitters(pack, seats, day);
          return units.length > 0 && units.every((unit) => unit.external);
        });
        return vain
          ? [
              told('post-unheld', [...path, 'sheet', at, ...keys, 'among'], {
                clause: kind.clause,
                about: [`${kind.id} / ${id}`, ...among],
                zh: `“${kind.title.zh}”的“${id}”要填在此登录的人，而 ${among.join('、')} 的单位都不在此登录，没有人可填`,
                en: `"${id}" of "${kind.id}" names somebody who signs in here, and no unit of ${among.join(', ')} does: nobody can stand there`,
              }),
            ]
          : [];
      });
    }),
  );

const gathersMembers = ({ writes }: Step): boolean => writes?.split('+').includes('members') ?? false;

/** Seats of units outside: all of them, or, where a plan says its kinds, each that stands beside seats of this house in vain. */
function outside(
  survey: Survey,
  seats: readonly Seat[],
  path: Found['path'],
  what: string,
  clauses: readonly ClauseId[],
): readonly Found[] {
  const all = allOutside(survey, seats, path, what, clauses);
  if (all.length > 0 || survey.said.policy.kinds === undefined) return all;
  return seats.flatMap((seat) => allOutside(survey, [seat], path, what, clauses));
}

function allOutside(
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
        zh: `“${what}”由不在此登录的单位（${roles.join('、')}）办理：环节以外的事没有来文可代录，它们办不了`,
        en: `units that do not sign in here (${roles.join(', ')}) are to do "${what}": what is no step is recorded for nobody, so that they cannot`,
      },
    },
  ];
}
