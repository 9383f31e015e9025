import { isTold } from '../../milestones.ts';
import type { Kind, Tell } from '../../model.ts';
import type { Finder, Found, Survey } from '../survey/survey.ts';
import { told } from '../survey/telling.ts';
import { flowsLinked } from './reaching.ts';

type Said = { readonly kind: Kind; readonly tell: Tell; readonly path: Found['path'] };

/**
 * Tells that lead round in a circle: each dossier would open another without end, or one milestone bring about the next and the
 * first again in a single act. A circle is named once, at its first tell.
 */
export const tellsLoop: Finder = (survey) => {
  const all = survey.flows.flatMap(({ kind, path }) =>
    kind.tells.map((tell, at): Said => ({ kind, tell, path: [...path, 'tells', at] })),
  );
  const circles = all.flatMap((first): readonly (readonly Said[])[] => {
    const round = wayBack(first, all, survey);
    return round ? [round] : [];
  });
  const once = new Map(
    circles.map((round) => [
      round
        .map(({ tell }) => tell.id)
        .toSorted((a, b) => (a < b ? -1 : 1))
        .join(' '),
      round,
    ]),
  );
  return [...once.values()].map((round) => {
    const kinds = [...new Set(round.map(({ kind }) => kind.id))];
    return told('tell-loops', round[0]!.path, {
      clause: round[0]!.tell.clause,
      about: [...kinds, ...round.map(({ tell }) => tell.id)],
      zh: `触发${round.map(({ tell }) => `“${tell.id}”`).join('、')}首尾相接（${[...kinds, kinds[0]].join(' → ')}），事项会没完没了地产生或者触发`,
      en: `tells ${round.map(({ tell }) => `"${tell.id}"`).join(', ')} lead round in a circle (${[...kinds, kinds[0]].join(' → ')}): dossiers would open, or tell each other, without end`,
    });
  });
};

/** The tells from this one back to itself, the shortest way; null where none leads there. */
function wayBack(first: Said, all: readonly Said[], survey: Survey): readonly Said[] | null {
  const open: (readonly Said[])[] = [[first]];
  const seen = new Set<Said>();
  for (let way = open.shift(); way !== undefined; way = open.shift()) {
    const next = followed(way.at(-1)!, all, survey);
    if (next.includes(first)) return way;
    for (const said of next.filter((each) => !seen.has(each))) {
      seen.add(said);
      open.push([...way, said]);
    }
  }
  return null;
}

/** Tells that this one may bring about: those of the dossier it opens, and at once those that wait for the milestone it reaches. */
function followed({ kind, tell }: Said, all: readonly Said[], survey: Survey): readonly Said[] {
  if ('open' in tell)
    return all.filter((next) => next.kind.id === tell.open && ('open' in next.tell || next.tell.on === 'opened'));
  const linked = flowsLinked(kind, tell, survey);
  return all.filter(
    (next) =>
      next.tell.on === tell.reach && isTold(next.kind.is, tell.reach) && linked.some((flow) => flow.kind === next.kind),
  );
}
