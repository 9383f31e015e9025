import { confirms } from '../../judging.ts';
import type { Duty, Seat, Step } from '../../model.ts';
import type { Finder, Found, Road } from '../survey/survey.ts';
import { told } from '../survey/telling.ts';

/**
 * Returns that nobody ever confirms although the duty says who does: the way that files them has no step by that seat behind
 * the filing, and they would never count as filed; or that seat can only say yes.
 */
export const neverConfirmed: Finder = (survey) =>
  survey.pack.policy.duties.flatMap((duty, index) => {
    const { runs } = duty;
    const flow = survey.flows.find(({ kind }) => kind.id === runs?.files);
    const seat = runs?.confirmedBy;
    if (!runs || !seat || !flow) return [];
    const filing = (step: Step): boolean => step.by.some(({ role }) => role === runs.filer);
    const roads = flow.legs.flatMap((leg) => leg.roads).filter(({ route }) => route.steps.some(filing));
    return [...new Set(roads)].flatMap((road) => onRoad(road, { duty, index, seat, filing }));
  });

type Confirming = {
  readonly duty: Duty;
  readonly index: number;
  readonly seat: Seat;
  readonly filing: (step: Step) => boolean;
};

function onRoad({ route, path, facts }: Road, { duty, index, seat, filing }: Confirming): Found[] {
  const last = route.steps.findLastIndex(filing);
  const at = route.steps.findIndex((step, place) => place > last && confirms(step, seat));
  const step = route.steps[at];
  if (!step)
    return [
      told('dead-end', ['duties', index, 'confirmedBy'], {
        clause: duty.clause,
        facts,
        about: [duty.id, route.id, seat.role],
        zh: `“${duty.title.zh}”由“${seat.role}/${seat.post}”确认，而“${route.title.zh}”报送之后没有一步由它办理：永远不算已报送`,
        en: `"${duty.id}" is confirmed by "${seat.role}/${seat.post}", and no step behind the filing in "${route.id}" is decided by it: nothing would ever count as filed`,
      }),
    ];
  const back = step.returnsTo.some((id) => route.steps.some((each) => each.id === id && filing(each)));
  if (back || step.asks?.includes('where')) return [];
  return [
    told('no-refusal', [...path, 'steps', at], {
      clause: step.clause,
      facts,
      about: [route.id, step.id, duty.id],
      zh: `${route.id} / ${step.id}：确认填报的一步不能退回报送的单位（returns-to）`,
      en: `${route.id} / ${step.id}: who confirms a return cannot send it back to whoever filed it (returns-to)`,
    }),
  ];
}
