import type { PlainDate } from '../../../time/index.ts';
import type { Pack, Seat } from '../../model.ts';
import { isJoint } from '../../judging.ts';
import { sideBySide } from './beside.ts';
import { mayPlay } from '../seats/offices.ts';
import type { Finder, Found, Stand, Survey } from '../survey/survey.ts';
import { told } from '../survey/telling.ts';

/** Joint decisions that can never come about: more votes asked for than there are seats, a veto that leads nowhere. */
export const neverDecided: Finder = (survey) =>
  survey.stands.flatMap((stand) => [...beyondReach(stand, survey), ...idleVeto(stand)]);

function beyondReach(stand: Stand, { pack, days }: Survey): readonly Found[] {
  const { together, by } = stand.step;
  if (typeof together !== 'object' || !('quorum' in together)) return [];
  const { quorum } = together;
  const short = days
    .map((day) => ({ day, seats: by.reduce((sum, seat) => sum + votes(seat, pack, day), 0) }))
    .find(({ seats }) => seats < quorum);
  if (!short) return [];
  const since = short.day === days[0] ? { zh: '', en: '' } : { zh: `自${short.day}起`, en: ` from ${short.day}` };
  return [
    deadEnd(stand, {
      zh: `须${quorum}方同意，而${since.zh}至多只有${short.seats}方，永远凑不齐`,
      en: `${quorum} must agree and${since.en} there are at most ${short.seats}`,
    }),
  ];
}

/** Most votes a seat can hold: one for each unit in the office; one for a part that a single unit plays. */
function votes({ role }: Seat, pack: Pack, on: PlainDate): number {
  const part = pack.policy.caseRoles.find((each) => each.id === role);
  const units = mayPlay(pack, role, on).length;
  return part && !part.many ? Math.min(units, 1) : units;
}

function idleVeto(stand: Stand): readonly Found[] {
  const { together, returnsTo } = stand.step;
  if (together !== 'veto' || returnsTo.length > 0) return [];
  return [
    deadEnd(stand, {
      zh: '一方反对即不通过，却没有写明退回哪一步',
      en: 'one objection stops it, and there is no step to send it back to',
    }),
  ];
}

function deadEnd({ road, step, path }: Stand, why: Found['text']): Found {
  const where = `${road.route.id} / ${step.id}`;
  return {
    kind: 'dead-end',
    file: 'policy',
    path: [...path, 'together'],
    clauses: [step.clause],
    facts: road.facts,
    about: [road.route.id, step.id],
    text: { zh: `${where}：${why.zh}`, en: `${where}: ${why.en ?? why.zh}` },
  };
}

/**
 * Where several say together what each of them settles, a fact, an outcome or a field, and the plan does not say whose word counts
 * when they differ: then nothing is decided and all are asked anew, for as long as they do not agree; of a field that is no fact
 * the last one's words would stand.
 */
export const lastWins: Finder = (survey) => [
  ...survey.stands.flatMap((stand) => apart(stand, survey)),
  ...sideBySide(survey),
];

function apart({ step, road, path }: Stand, survey: Survey): readonly Found[] {
  const { settles, outcomes = [] } = step;
  const several = survey.days.some((day) => step.by.reduce((sum, seat) => sum + votes(seat, survey.pack, day), 0) > 1);
  if (!isJoint(step) || !several) return [];
  const place = `${road.procedure.id}/${step.id}`;
  const fields = survey.flows
    .filter(({ legs }) => legs.some(({ procedure }) => procedure === road.procedure))
    .flatMap(({ kind }) => kind.sheet.filter(({ id, by }) => by === place || step.fills?.includes(id)))
    .map(({ id }) => id);
  const said = [
    ...settles.map((what) => ({ what, key: 'settles' })),
    ...[...new Set(fields)].map((what) => ({ what, key: 'fills' })),
    ...(outcomes.length > 1 ? [{ what: 'outcomes', key: 'outcomes' }] : []),
  ];
  return said.map(({ what, key }) =>
    told('last-wins', [...path, key], {
      clause: step.clause,
      facts: road.facts,
      about: [road.route.id, step.id, what],
      zh: `${road.route.id} / ${step.id}：几方一起决定“${what}”，没有写明说法不一时以谁为准（together: {lead: …}）`,
      en: `${road.route.id} / ${step.id}: several decide "${what}" together, and nothing says whose word counts when they differ (together: {lead: …})`,
    }),
  );
}

/** One that leads a joint decision and has no seat in it. */
export const leadsFromOutside: Finder = ({ stands }) =>
  stands.flatMap((stand) => {
    const { together, by } = stand.step;
    if (typeof together !== 'object' || !('lead' in together)) return [];
    const { role, post } = together.lead;
    if (by.some((seat) => seat.role === role && seat.post === post)) return [];
    const lead = `${role}/${post}`;
    return [
      deadEnd(stand, {
        zh: `由 ${lead} 牵头决定，而它不在办理的几方之中`,
        en: `${lead} leads and is none of those who decide`,
      }),
    ];
  });
