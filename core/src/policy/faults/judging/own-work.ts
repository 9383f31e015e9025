import { judgedBy, seatsOf } from '../../judging.ts';
import type { Facts, Seat, Step, Unit } from '../../model.ts';
import { sameBody } from '../../units.ts';
import { agree } from '../survey/combinations.ts';
import { mayPlay, named, sitters } from '../seats/offices.ts';
import { flowsWith } from '../flow/flow.ts';
import type { Finder, Flow, Found, Road, Stand, Survey } from '../survey/survey.ts';

const drafts = (step: Step): boolean => step.do === 'draft' || step.do === 'form' || step.writes !== undefined;

/**
 * One body that may sit on both sides: that drafts or hands in, and judges. The guard then wants different people, so a post
 * that has one holder would wait for ever. What drafting or doing the work tells already is not told again of handing it in.
 */
export const drafterReviews: Finder = (survey) =>
  survey.stands.flatMap((review) => {
    const judges = judgedBy(review.step);
    if (judges === null) return [];
    const before = survey.stands.filter(({ road, at }) => road === review.road && at < review.at);
    const drafting = judges === 'words' ? before.filter(({ step }) => drafts(step)) : [];
    const told =
      judges === 'words' ? drafting.flatMap((draft) => bothSides(draft, review, survey)) : doers(review, survey);
    const handing = [...before, ...(judges === 'work' ? stepsBefore(review, survey) : [])].filter(
      ({ step }) => step.do === 'submit' || (drafts(step) && !drafting.some((draft) => draft.step === step)),
    );
    return [
      ...drafting.flatMap((draft) => tooClose(draft, review, bothSides(draft, review, survey), survey)),
      ...handing.flatMap((hand) => {
        const both = bothSides(hand, review, survey).filter((unit) => !told.includes(unit));
        return tooClose(hand, review, both, survey);
      }),
    ];
  });

/** Steps of earlier stretches that one dossier may have taken before it comes to this judgement. */
function stepsBefore({ road }: Stand, { stands, flows }: Survey): readonly Stand[] {
  const roads = new Set(roadsBefore(road, flows).filter((other) => meeting(road, other).length > 0));
  return stands.filter((stand) => roads.has(stand.road));
}

/** Roads of the stretches listed before this one, in every kind of dossier that takes it. */
const roadsBefore = (road: Road, flows: Survey['flows']): readonly Road[] => [
  ...new Set(
    flowsWith(road, flows).flatMap(({ flow, leg }) =>
      flow.legs.filter((other) => other.at < leg.at).flatMap(({ roads }) => roads),
    ),
  ),
];

const bothSides = (draft: Stand, review: Stand, survey: Survey): readonly Unit[] => {
  const { pack } = survey;
  const [writing, judging] = [seatsOf(draft.step), seatsOf(review.step)];
  return everyDay(survey, (day) => within(sitters(pack, judging, day), sitters(pack, writing, day), pack.units));
};

function tooClose(draft: Stand, review: Stand, both: readonly Unit[], survey: Survey): readonly Found[] {
  if (both.length === 0) return [];
  const { route } = review.road;
  const facts = draft.road === review.road ? review.road.facts : meeting(review.road, draft.road);
  const seats = [draft.step, review.step].flatMap(seatsOf);
  const who = named(both, survey.on);
  const [done, judged] = [drafts(draft.step) ? '起草' : '报送', judgedBy(review.step) === 'words' ? '审核' : '验收'];
  return [
    {
      kind: 'drafter-reviews',
      file: 'policy',
      path: [...review.path, sideOf(review.step, both, survey)],
      clauses: [...new Set([draft.step.clause, review.step.clause])],
      facts,
      about: [...new Set([route.id, draft.step.id, review.step.id, ...rolesWith(seats, both, survey)])],
      text: {
        zh: `${route.id}：“${draft.step.title.zh}”与“${review.step.title.zh}”可能同为一家或一家设在另一家（${who.zh}），自己${done}自己${judged}`,
        en: `${route.id}: one body may both do "${draft.step.id}" and "${review.step.id}" (${who.en})`,
      },
    },
  ];
}

/** The key of the step under which such a unit sits: whoever decides, else whoever signs along. */
const sideOf = (step: Step, both: readonly Unit[], survey: Survey): 'by' | 'coSign' =>
  rolesWith(step.by, both, survey).length > 0 ? 'by' : 'coSign';

/** What holds on any day of the edition, because an office may change hands while it is in force. */
const everyDay = (survey: Survey, on: (day: Survey['on']) => readonly Unit[]): readonly Unit[] => [
  ...new Set(survey.days.flatMap(on)),
];

const within = (units: readonly Unit[], others: readonly Unit[], all: readonly Unit[]): readonly Unit[] =>
  units.filter((unit) => others.some((other) => sameBody(all, other.id, unit.id)));

function rolesWith(seats: readonly Seat[], both: readonly Unit[], survey: Survey): readonly string[] {
  const { pack } = survey;
  return seats
    .map((seat) => seat.role)
    .filter((role) => everyDay(survey, (day) => within(mayPlay(pack, role, day), both, pack.units)).length > 0);
}

/** A unit that may have done the work, or sits in one body with who did, on a step that accepts it or closes. */
export const holderAccepts: Finder = (survey) =>
  survey.stands.filter(({ step }) => judgedBy(step) === 'work').flatMap((stand) => judgesOwn(stand, survey));

/** Whoever may judge here what may be the work of his own body, with the facts at which it is. */
function ownJudges(stand: Stand, survey: Survey) {
  const { pack } = survey;
  const judging = seatsOf(stand.step);
  return worksBefore(stand, survey)
    .map(({ seats, facts }) => ({
      facts,
      both: everyDay(survey, (day) => within(sitters(pack, judging, day), sitters(pack, seats, day), pack.units)),
    }))
    .filter(({ both }) => both.length > 0);
}

const doers = (stand: Stand, survey: Survey): readonly Unit[] => ownJudges(stand, survey).flatMap(({ both }) => both);

function judgesOwn(stand: Stand, survey: Survey): readonly Found[] {
  const own = ownJudges(stand, survey);
  if (own.length === 0) return [];
  const both = [...new Set(own.flatMap((work) => work.both))];
  const { road, step } = stand;
  const judging = seatsOf(step);
  const who = named(both, survey.on);
  return [
    {
      kind: 'holder-accepts',
      file: 'policy',
      path: [...stand.path, sideOf(step, both, survey)],
      clauses: [step.clause],
      facts: own.flatMap(({ facts }) => facts),
      about: [road.route.id, step.id, ...new Set(rolesWith(judging, both, survey))],
      text: {
        zh: `${road.route.id}：“${step.title.zh}”可能由承办的单位自己（${who.zh}）办理，自己验收自己`,
        en: `${road.route.id}: "${step.id}" may fall to a unit whose own work it judges (${who.en})`,
      },
    },
  ];
}

type Work = { readonly seats: readonly Seat[]; readonly facts: readonly Facts[] };

/**
 * Whose work is judged: who may have the dossier, do what a problem's plan says or report it finished, who checked himself, and who
 * drafted what was decided before, each with the facts that lead both there and here. The guard asks the same of the record.
 */
function worksBefore({ road, at }: Stand, survey: Survey): readonly Work[] {
  const checking = road.route.steps.slice(0, at).filter((step) => step.do === 'self-check');
  const doing = flowsWith(road, survey.flows).flatMap(({ flow }) => workersOf(flow, survey));
  const drafting = roadsBefore(road, survey.flows).map((other) => ({
    seats: other.route.steps.filter((step) => step.do === 'draft').flatMap(seatsOf),
    facts: meeting(road, other),
  }));
  return [
    { seats: [...doing, ...checking.flatMap(seatsOf)], facts: road.facts },
    ...drafting.filter(({ facts }) => facts.length > 0),
  ];
}

/** Who does the work of such a dossier outside the steps: whoever has it; of a problem also those who do its measures. */
function workersOf({ kind }: Flow, { pack: { policy } }: Survey): readonly Seat[] {
  const acts = kind.is === 'problem' ? ['complete-measure', 'report-finish'] : [];
  return [
    ...(kind.holder ? [{ role: kind.holder, post: '*' }] : []),
    ...acts.flatMap((id) => (kind.acts[id] ?? policy.acts[id])?.by ?? []),
  ];
}

/** Facts at which one problem takes both roads. */
const meeting = (one: Road, other: Road): readonly Facts[] =>
  one.facts.flatMap((facts) => other.facts.filter((more) => agree(facts, more)).map((more) => ({ ...facts, ...more })));

/** A copy that goes to the unit that files it, or into the same body. */
export const copiesToSelf: Finder = (survey) =>
  survey.stands.flatMap((stand) =>
    stand.step.copies.flatMap((copy, index): readonly Found[] => {
      const { pack, on } = survey;
      const sending = seatsOf(stand.step);
      const receivers = everyDay(survey, (day) =>
        within(mayPlay(pack, copy.to, day), sitters(pack, sending, day), pack.units),
      );
      if (receivers.length === 0) return [];
      const { road, step } = stand;
      const who = named(receivers, on);
      return [
        {
          kind: 'copy-to-self',
          file: 'policy',
          path: [...stand.path, 'copies', index],
          clauses: [copy.clause],
          facts: road.facts,
          about: [road.route.id, step.id, copy.to],
          text: {
            zh: `${road.route.id}：“${step.title.zh}”抄送${who.zh}，而办理的可能就是它自己或它所在的单位`,
            en: `${road.route.id}: "${step.id}" sends a copy to ${who.en}, which may be, or sit in, the unit that sends it`,
          },
        },
      ];
    }),
  );
