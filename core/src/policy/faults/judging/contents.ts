import type { Kind } from '../../model.ts';
import { flowsWith } from '../flow/flow.ts';
import type { Finder, Found } from '../survey/survey.ts';
import { told } from '../survey/telling.ts';

/** Contents that dossiers have, by what code hangs on their kind. */
const contents: Readonly<Record<Kind['is'], readonly string[]>> = {
  plain: ['sheet', 'evidence'],
  gathering: ['sheet', 'evidence', 'members'],
  problem: ['plan', 'results'],
  edition: ['edition'],
};

/** Content that a decision is bound to, or that a step writes, and that dossiers of its kind do not have: it would bind to nothing. */
export const contentsNotThere: Finder = ({ stands, flows }) =>
  stands.flatMap(({ road, step, path }) =>
    flowsWith(road, flows).flatMap(({ flow: { kind } }) =>
      (['binds', 'writes'] as const).flatMap((key) =>
        (step[key]?.split('+') ?? [])
          .filter((word) => !contents[kind.is].includes(word))
          .map((word): Found =>
            told('unknown-name', [...path, key], {
              clause: step.clause,
              facts: road.facts,
              about: [road.route.id, step.id, word, kind.id],
              zh: `${road.route.id} / ${step.id}：“${kind.title.zh}”没有“${word}”这样的内容（${key}）`,
              en: `${road.route.id} / ${step.id}: "${kind.id}" has no content "${word}" (${key})`,
            }),
          ),
      ),
    ),
  );
