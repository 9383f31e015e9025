import type { ActRule, ClauseId, RoleId, Seat } from '../../model.ts';
import type { Found, Survey } from '../survey/survey.ts';

/** A role, with its post where one is asked for, and the place that asks. */
export type Asked = {
  readonly role: RoleId;
  /** Null where only the unit counts: copies, fields, parts, duties. */
  readonly post: string | null;
  readonly file: Found['file'];
  readonly path: Found['path'];
  readonly clause: ClauseId | null;
  readonly facts: Found['facts'];
};

type Around = Pick<Asked, 'clause' | 'path' | 'facts'>;

/** Every place of the pack that names a role or a seat. */
export function askedSeats(survey: Survey): readonly Asked[] {
  return [...inSteps(survey), ...inLimits(survey), ...outside(survey), ...inKinds(survey), ...inDuties(survey)];
}

const seat = ({ role, post }: Seat, around: Around): Asked => ({ role, post, file: 'policy', ...around });
const office = (role: RoleId, around: Around): Asked => ({ role, post: null, file: 'policy', ...around });

function inSteps({ stands }: Survey): readonly Asked[] {
  return stands.flatMap(({ step, road: { facts }, path }) => [
    ...step.by.map((each, index) => seat(each, { clause: step.clause, path: [...path, 'by', index], facts })),
    ...step.coSign.map((each, index) => seat(each, { clause: step.clause, path: [...path, 'coSign', index], facts })),
    ...(step.objections
      ? [...step.objections.by, ...step.objections.settledBy].map((each) =>
          seat(each, { clause: step.objections?.clause ?? step.clause, path: [...path, 'objections'], facts }),
        )
      : []),
    ...step.evidence.flatMap((need, index) =>
      typeof need === 'string' || need.by === undefined
        ? []
        : [office(need.by, { clause: step.clause, path: [...path, 'evidence', index, 'by'], facts })],
    ),
    ...step.copies.map((copy, index) =>
      office(copy.to, { clause: copy.clause, path: [...path, 'copies', index], facts }),
    ),
  ]);
}

function inLimits({ stands, pack }: Survey): readonly Asked[] {
  const holders = [
    ...stands.map(({ step, road, path }) => ({ limits: step.limits, path, facts: road.facts })),
    ...pack.policy.duties.map((duty, index) => ({ limits: duty.limits, path: ['duties', index], facts: [] })),
  ];
  return holders.flatMap(({ limits, path, facts }) =>
    limits.flatMap(({ extension, pause }, index) => [
      ...(extension
        ? [seat(extension.by, { clause: extension.clause, path: [...path, 'limits', index, 'extension', 'by'], facts })]
        : []),
      ...(pause
        ? [seat(pause.by, { clause: pause.clause, path: [...path, 'limits', index, 'pause', 'by'], facts })]
        : []),
    ]),
  );
}

function outside({ pack: { policy } }: Survey): readonly Asked[] {
  const facts: Found['facts'] = [];
  return [
    ...Object.entries(policy.acts).flatMap(([id, act]) =>
      seatsOfAct(act).map(([each, ...at]) => seat(each, { clause: act.clause, path: ['acts', id, ...at], facts })),
    ),
    ...(policy.roles ?? []).map(({ id }, index) => office(id, { clause: null, path: ['roles', index, 'id'], facts })),
    seat(policy.recorder, { clause: null, path: ['recorder'], facts }),
    ...policy.fields.map((field, f) =>
      office(field.inCharge, { clause: field.clause, path: ['fields', f, 'inCharge'], facts }),
    ),
    ...policy.caseRoles.flatMap((part, p) =>
      part.among
        .filter((role) => role !== 'field')
        .map((role, index) => office(role, { clause: part.clause, path: ['caseRoles', p, 'among', index], facts })),
    ),
    ...policy.duties.flatMap((duty, d) =>
      duty.by.map((role, index) => office(role, { clause: duty.clause, path: ['duties', d, 'by', index], facts })),
    ),
  ];
}

/** Whoever does an act, and whoever does it instead, each with the place where that is said. */
const seatsOfAct = ({ by, instead = [] }: ActRule) => [
  ...by.map((each, index) => [each, 'by', index] as const),
  ...instead.map((each, index) => [each, 'instead', index] as const),
];

/** Who opens a kind, reads it, acts in it, and may be named in its sheet. What an older edition did not say itself is not asked twice. */
function inKinds({ flows, said }: Survey): readonly Asked[] {
  if (said.policy.kinds === undefined) return [];
  return flows.flatMap(({ kind, path }) => {
    const around = (keys: Found['path'], clause: ClauseId = kind.clause): Around => ({
      clause,
      path: [...path, ...keys],
      facts: [],
    });
    return [
      ...(kind.opens?.by ?? []).map((each, index) => seat(each, around(['opens', 'by', index]))),
      ...(kind.reads ?? []).map((each, index) => seat(each, around(['reads', index]))),
      ...Object.entries(kind.acts).flatMap(([id, act]) =>
        seatsOfAct(act).map(([each, ...at]) => seat(each, around(['acts', id, ...at], act.clause))),
      ),
      ...kind.sheet.flatMap((field, index) => [
        ...(field.among ?? []).map((role, at) => office(role, around(['sheet', index, 'among', at]))),
        ...(field.columns ?? []).flatMap((column, at) =>
          (column.among ?? []).map((role, each) =>
            office(role, around(['sheet', index, 'columns', at, 'among', each])),
          ),
        ),
      ]),
    ];
  });
}

function inDuties({ pack: { policy } }: Survey): readonly Asked[] {
  return policy.duties.flatMap(({ runs, clause }, index) => {
    if (!runs) return [];
    const around = (...keys: Found['path']): Around => ({ clause, path: ['duties', index, ...keys], facts: [] });
    return [
      ...(runs.every.every === 'order' ? runs.every.by.map((each) => seat(each, around('every', 'order'))) : []),
      ...(runs.confirmedBy ? [seat(runs.confirmedBy, around('confirmedBy'))] : []),
    ];
  });
}
