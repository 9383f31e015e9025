import { FIELD } from '../../matching.ts';
import { groupsLists } from '../../list-group.ts';
import { columnWords, filterWords } from '../../list-words.ts';
import type { Kind } from '../../model.ts';
import type { Finder, Flow, Found, Survey } from '../survey/survey.ts';
import { told } from '../survey/telling.ts';

type Naming = {
  readonly path: Found['path'];
  readonly word: string;
  readonly in: Kind;
  readonly where: string;
  readonly clause: string;
  /** It is what a list goes by, which not every field can be. */
  readonly groups?: true;
};

/** Fields that a condition, a list, a number, a title, a tell or a step names and the sheet lacks. */
export const unknownFields: Finder = (survey) =>
  survey.flows.flatMap((flow) =>
    [...inLists(flow), ...inTells(flow, survey), ...filledIn(flow)]
      .filter(
        ({ in: { sheet }, word, groups }) =>
          !sheet.some((field) => field.id === word && (!groups || groupsLists(field))),
      )
      .map(({ path, word, in: kind, where, clause, groups }) =>
        told('unknown-field', path, {
          clause,
          about: [where, word],
          zh: `${where}：“${kind.title.zh}”的表单没有“${word}”这一项${groups ? '，或者它不是单选、多选、是否项，列表不能按它分组' : ''}`,
          en: `${where}: the sheet of "${kind.id}" has no field "${word}"${groups ? ' that a list can go by: one with a few values of its own' : ''}`,
        }),
      ),
  );

/** What a problem says of itself whatever the plan: its sheet may call these otherwise and leave them out. */
const basics: ReadonlySet<string> = new Set(['title', 'description', 'place', FIELD, 'target', 'remarks']);

/** Fields of a problem's sheet that nobody could ever fill in: it has its basics and its facts, and keeps nothing else. */
export const unkeptFields: Finder = (survey) =>
  survey.flows
    .filter(({ kind }) => kind.is === 'problem')
    .flatMap(({ kind, path }) =>
      kind.sheet.flatMap(({ id, label }, at): readonly Found[] =>
        basics.has(id) || kind.facts.includes(id)
          ? []
          : [
              told('unknown-field', [...path, 'sheet', at], {
                clause: kind.clause,
                about: [kind.id, id],
                zh: `“${kind.title.zh}”只保存基本情况和 facts 所列的项，“${label.zh}”无处可填`,
                en: `a problem keeps its basics and what stands under facts: nobody could fill in "${id}" of "${kind.id}"`,
              }),
            ],
      ),
    );

/** Names in braces, `{what:24}`. */
export const blanksIn = (pattern: string): readonly string[] =>
  [...pattern.matchAll(/\{([^}:]+)(?::\d+)?\}/g)].map(([, name = '']) => name);

function inLists({ kind, path }: Flow): readonly Naming[] {
  const { list, titleOf, number, facts, clause } = kind;
  const naming = (keys: Found['path'], word: string, where: string): Naming => ({
    path: [...path, ...keys],
    word,
    in: kind,
    where: `${kind.id} / ${where}`,
    clause,
  });
  const unknown = (key: 'columns' | 'filters', words: ReadonlySet<string>): readonly Naming[] =>
    list[key]
      .map((word, at) => naming(['list', key, at], word, 'list'))
      .filter(({ word }) => !words.has(word) && !facts.includes(word));
  return [
    ...unknown('columns', columnWords),
    ...unknown('filters', filterWords),
    ...(list.group && list.group !== 'stage'
      ? [{ ...naming(['list', 'group'], list.group, 'list'), groups: true as const }]
      : []),
    ...blanksIn(titleOf).map((word) => naming(['titleOf'], word, 'title-of')),
    ...blanksIn(number)
      .filter((word) => word !== 'year' && word !== 'serial')
      .map((word) => naming(['number'], word, 'number')),
  ];
}

function inTells({ kind, path }: Flow, { pack: { policy } }: Survey): readonly Naming[] {
  return kind.tells.flatMap((tell, at) => {
    if (!('open' in tell)) return [];
    const target = (policy.kinds ?? []).find(({ id }) => id === tell.open);
    const where = `${kind.id} / ${tell.id}`;
    return Object.entries(tell.with).flatMap(([to, from]) => [
      { path: [...path, 'tells', at, 'with', to], word: from, in: kind, where, clause: tell.clause },
      ...(target
        ? [{ path: [...path, 'tells', at, 'with', to], word: to, in: target, where, clause: tell.clause }]
        : []),
    ]);
  });
}

/** Fields that steps and acts fill in. */
function filledIn({ kind, path, legs }: Flow): readonly Naming[] {
  const atSteps = legs.flatMap(({ roads }) =>
    roads.flatMap((road) =>
      road.route.steps.flatMap((step, at) =>
        (step.fills ?? []).map((word, index) => ({
          path: [...road.path, 'steps', at, 'fills', index],
          word,
          in: kind,
          where: `${road.route.id} / ${step.id}`,
          clause: step.clause,
        })),
      ),
    ),
  );
  const byActs = Object.entries(kind.acts).flatMap(([id, { fills = [], clause }]) =>
    fills.map((word, index) => ({
      path: [...path, 'acts', id, 'fills', index],
      word,
      in: kind,
      where: `${kind.id} / ${id}`,
      clause,
    })),
  );
  return [...atSteps, ...byActs];
}
