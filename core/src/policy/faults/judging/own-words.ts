import { judgedBy } from '../../judging.ts';
import type { Pack, Seat, Step } from '../../model.ts';
import { mayPlay, named } from '../seats/offices.ts';
import type { Finder, Flow, Found, Leg, Stand, Survey } from '../survey/survey.ts';
import { told } from '../survey/telling.ts';

/**
 * Words of a sheet that fall to the same post to write and to review: whoever opens the dossier or fills it in at a step may not
 * decide on them, and where nobody else may, the step waits for ever. What drafting means for a whole unit is told by itself.
 */
export const writerReviews: Finder = (survey) =>
  survey.flows
    .filter(({ kind }) => kind.is === 'plain' || kind.is === 'gathering')
    .flatMap((flow) => standsIn(flow, survey).flatMap(({ leg, stand }) => reviewing(stand, leg, flow, survey)));

type Placed = { readonly leg: Leg; readonly stand: Stand };

const standsIn = ({ legs }: Flow, { stands }: Survey): readonly Placed[] =>
  legs.flatMap((leg) => stands.filter(({ road }) => leg.roads.includes(road)).map((stand) => ({ leg, stand })));

function reviewing(review: Stand, leg: Leg, flow: Flow, survey: Survey): readonly Found[] {
  if (judgedBy(review.step) !== 'words') return [];
  const { kind } = flow;
  const writers = [
    ...(kind.opens ? [{ by: kind.opens.by, where: kind.id }] : []),
    ...standsIn(flow, survey)
      .filter((other) => comesBefore(other, { leg, stand: review }) && fills(other.stand, flow))
      .map(({ stand: { step } }) => ({ by: step.by, where: step.id })),
  ];
  return writers.flatMap(({ by, where }): readonly Found[] => {
    const both = caught(review.step, by, survey.pack, survey.on);
    if (both.length === 0) return [];
    const { road, step, path } = review;
    const units = survey.pack.units.filter(({ id }) => both.some((holder) => holder.startsWith(`${id}/`)));
    const who = named(units, survey.on);
    return [
      told('drafter-reviews', [...path, 'by'], {
        clause: step.clause,
        facts: road.facts,
        about: [...new Set([road.route.id, where, step.id, kind.id])],
        zh: `${road.route.id}：填写“${where}”与“${step.title.zh}”落在同一岗位（${who.zh}），自己填的自己审，没有别人能办`,
        en: `${road.route.id}: one post may both fill in "${where}" and do "${step.id}" (${who.en}), and nobody else may`,
      }),
    ];
  });
}

/** Whether a step is taken before another: earlier on one road, or in a stretch listed before. */
const comesBefore = (one: Placed, { leg, stand }: Placed): boolean =>
  one.stand.road === stand.road ? one.stand.at < stand.at : one.leg.at < leg.at;

/** Whether whoever decides a step writes fields of the sheet there. */
const fills = ({ road, step }: Stand, { kind }: Flow): boolean =>
  kind.sheet.some(({ id, by }) => by === `${road.procedure.id}/${step.id}` || (step.fills ?? []).includes(id));

/** Posts without which the step is not decided and that may have written the words. */
function caught({ by, coSign, together }: Step, writing: readonly Seat[], pack: Pack, on: Survey['on']) {
  const writers = new Set(holders(writing, pack, on));
  const deciding = holders(by, pack, on);
  const own = deciding.filter((holder) => writers.has(holder));
  // of several of which any may decide one who wrote nothing is enough; of a post with others beside him the others may
  const others = together === 'any' && own.length < deciding.length;
  return [...(others ? [] : own), ...holders(coSign, pack, on).filter((holder) => writers.has(holder))];
}

/** Each post of each unit that these seats mean, `desk/head`; those of units that do not sign in are nobody's. */
const holders = (seats: readonly Seat[], pack: Pack, on: Survey['on']): readonly string[] =>
  seats.flatMap(({ role, post }) =>
    mayPlay(pack, role, on)
      .filter(({ external }) => !external)
      .flatMap(({ id, posts }) =>
        (post === '*' ? posts : posts.filter((each) => each === post)).map((each) => `${id}/${each}`),
      ),
  );
