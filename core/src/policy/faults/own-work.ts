import type { Seat, Step, Unit } from '../model.ts';
import { sameBody } from '../units.ts';
import { agree } from './combinations.ts';
import { mayPlay, named, sitters } from './offices.ts';
import type { Finder, Found, Road, Stand, Survey } from './survey.ts';

const drafts = new Set<Step['do']>(['draft', 'form']);
const reviews = new Set<Step['do']>(['review', 'expert-review', 'consent']);
const accepts = new Set<Step['do']>(['accept', 'on-site-check']);

const seatsOf = (step: Step): readonly Seat[] => [...step.by, ...step.coSign];
const standsOn = (road: Road, { stands }: Survey): readonly Stand[] => stands.filter((stand) => stand.road === road);

/** One unit that may sit on both sides of draft and review in one route. */
export const drafterReviews: Finder = (survey) =>
  survey.roads.flatMap((road) => {
    const standing = standsOn(road, survey);
    const drafting = standing.filter(({ step }) => drafts.has(step.do));
    const reviewing = standing.filter(
      ({ step, at }) => reviews.has(step.do) && drafting.some((draft) => draft.at < at),
    );
    return reviewing.flatMap((review) => drafting.flatMap((draft) => bothSides(draft, review, survey)));
  });

function bothSides(draft: Stand, review: Stand, { pack, on }: Survey): readonly Found[] {
  const drafters = sitters(pack, seatsOf(draft.step), on);
  const both = sitters(pack, seatsOf(review.step), on).filter((unit) => drafters.includes(unit));
  if (both.length === 0 || draft.at > review.at) return [];
  const { route, facts } = draft.road;
  const who = named(both, on);
  const roles = [draft, review].flatMap(({ step }) => rolesWith(seatsOf(step), both, { pack, on }));
  return [
    {
      kind: 'drafter-reviews',
      file: 'policy',
      path: [...review.path, 'by'],
      clauses: [...new Set([draft.step.clause, review.step.clause])],
      facts,
      about: [...new Set([route.id, draft.step.id, review.step.id, ...roles])],
      text: {
        zh: `${route.id}：“${draft.step.title.zh}”与“${review.step.title.zh}”可能同为一家（${who.zh}），自己起草自己审核`,
        en: `${route.id}: one unit may both do "${draft.step.id}" and "${review.step.id}" (${who.en})`,
      },
    },
  ];
}

function rolesWith(
  seats: readonly Seat[],
  units: readonly Unit[],
  { pack, on }: Pick<Survey, 'pack' | 'on'>,
): readonly string[] {
  return seats.map((seat) => seat.role).filter((role) => mayPlay(pack, role, on).some((unit) => units.includes(unit)));
}

/** A unit that may have done the work, or sits in one body with who did, on a step that accepts it. */
export const holderAccepts: Finder = (survey) =>
  survey.stands.filter(({ step }) => accepts.has(step.do)).flatMap((stand) => judgesOwn(stand, survey));

function judgesOwn(stand: Stand, survey: Survey): readonly Found[] {
  const { pack, on } = survey;
  const workers = workersFor(stand, survey);
  const judges = sitters(pack, seatsOf(stand.step), on);
  const both = judges.filter((judge) => workers.some((worker) => sameBody(pack.units, worker.id, judge.id)));
  if (both.length === 0) return [];
  const { road, step } = stand;
  const who = named(both, on);
  return [
    {
      kind: 'holder-accepts',
      file: 'policy',
      path: [...stand.path, 'by'],
      clauses: [step.clause],
      facts: road.facts,
      about: [road.route.id, step.id, ...new Set(rolesWith(seatsOf(step), both, survey))],
      text: {
        zh: `${road.route.id}：“${step.title.zh}”可能由整改单位自己（${who.zh}）办理，自己验收自己`,
        en: `${road.route.id}: "${step.id}" may fall to a unit whose own work it judges (${who.en})`,
      },
    },
  ];
}

/** Whose work is judged: who may hold the problem, who drafted a plan that the same facts lead to, who checked himself. */
function workersFor({ road, at }: Stand, survey: Survey): readonly Unit[] {
  const { pack, on, roads } = survey;
  const together = roads.filter((other) => other.procedure.id === 'plan' && meet(other, road));
  const drafting = together.flatMap((other) => other.route.steps.filter((step) => step.do === 'draft'));
  const checking = road.route.steps.slice(0, at).filter((step) => step.do === 'self-check');
  return [
    ...mayPlay(pack, 'case.holder', on),
    ...sitters(
      pack,
      [...drafting, ...checking].flatMap((step) => step.by),
      on,
    ),
  ];
}

const meet = (one: Road, other: Road): boolean =>
  one.facts.some((facts) => other.facts.some((more) => agree(facts, more)));

/** A copy that goes to the unit that files it, or into the same body. */
export const copiesToSelf: Finder = (survey) =>
  survey.stands.flatMap((stand) =>
    stand.step.copies.flatMap((copy, index): readonly Found[] => {
      const { pack, on } = survey;
      const senders = sitters(pack, seatsOf(stand.step), on);
      const receivers = mayPlay(pack, copy.to, on).filter((to) =>
        senders.some((from) => sameBody(pack.units, from.id, to.id)),
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
