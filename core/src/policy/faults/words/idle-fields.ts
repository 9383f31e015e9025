import { matchable } from '../../matching.ts';
import { FOR_EACH, type FieldType, type Kind, type SheetField } from '../../model.ts';
import type { Finder, Found } from '../survey/survey.ts';
import { told } from '../survey/telling.ts';

/** Fields that are named where nothing can be made of them: the pack would pass, and the word would do nothing. */
export const idleFields: Finder = ({ flows, pack: { policy } }) => {
  const filling = new Set(
    flows
      .filter(({ kind }) => kind.is === 'plain' || kind.is === 'gathering')
      .flatMap(({ kind }) => kind.sheet.map(({ id }) => id)),
  );
  const facts = new Set(matchable(policy).map(({ id }) => id));
  const filed = new Set(policy.duties.flatMap(({ runs }) => (runs ? [runs.files, runs.gathers] : [])));
  return flows.flatMap(({ kind, path }) => [
    ...kind.sheet.flatMap((field, at) => strayPrefill(kind, field, [...path, 'sheet', at], filling)),
    ...kind.facts.flatMap((word, at) => strayFact(kind, word, [...path, 'facts', at], facts)),
    ...(kind.is === 'problem' || kind.is === 'edition'
      ? []
      : kind.list.filters.flatMap((word, at) => [
          ...strayFilter(kind, word, [...path, 'list', 'filters', at]),
          ...emptyFilter(kind, word, [...path, 'list', 'filters', at], filed),
        ])),
  ]);
};

const idle = (path: Found['path'], kind: Kind, about: readonly string[], zh: string, en: string): Found =>
  told('unknown-field', path, { clause: kind.clause, about: [kind.id, ...about], zh, en });

/** A dossier may belong to one of any kind whose sheet is kept: the field stands in some of them, or is never there. */
function strayPrefill(
  kind: Kind,
  field: SheetField,
  path: Found['path'],
  known: ReadonlySet<string>,
): readonly Found[] {
  const { id, label, prefilled } = field;
  if (prefilled === undefined || prefilled === FOR_EACH || known.has(prefilled)) return [];
  return [
    idle(
      [...path, 'prefilled'],
      kind,
      [id, prefilled],
      `“${kind.title.zh}”的“${label.zh}”写明取自“${prefilled}”（prefilled），而没有一张表单有这一项`,
      `"${id}" of "${kind.id}" is filled in beforehand from "${prefilled}", which stands in no sheet`,
    ),
  ];
}

/** Fields whose values are a closed list that rules can ask for. */
const asFacts: ReadonlySet<FieldType> = new Set(['choice', 'yes-no']);

function strayFact(kind: Kind, word: string, path: Found['path'], facts: ReadonlySet<string>): readonly Found[] {
  const field = kind.sheet.find(({ id }) => id === word);
  if (field ? asFacts.has(field.type) : facts.has(word)) return [];
  const { zh, en } = field
    ? {
        zh: `是 ${field.type} 类型，不是单选（choice）或是否（yes-no）`,
        en: `is of type ${field.type} and neither a choice nor a yes-no`,
      }
    : { zh: '表单没有，方案也没有声明', en: 'is in no sheet and no fact of the plan' };
  return [
    idle(
      path,
      kind,
      ['facts', word],
      `“${kind.title.zh}”把“${word}”列为分类依据（facts），而它${zh}：规则问不到它`,
      `"${kind.id}" names "${word}" under facts, which ${en}: no rule can ask for it`,
    ),
  ];
}

/** Words of the program that narrow nothing here: no channel is named by which one comes in, no duty asks for one by period. */
function emptyFilter(
  kind: Kind,
  word: string,
  path: Found['path'],
  filed: ReadonlySet<string | undefined>,
): readonly Found[] {
  if (kind.sheet.some(({ id }) => id === word)) return [];
  const about = ['filters', word];
  if (word === 'from' && (kind.opens?.from ?? []).length === 0)
    return [
      idle(
        path,
        kind,
        about,
        `“${kind.title.zh}”的名单按来源渠道（from）筛选，而 opens 没有写明任何渠道`,
        `the list of "${kind.id}" filters by the channel (from), and its opens names none`,
      ),
    ];
  if (word !== 'period' || filed.has(kind.id)) return [];
  return [
    idle(
      path,
      kind,
      about,
      `“${kind.title.zh}”的名单按期次（period）筛选，而没有一项定期任务以它填报、以它汇总`,
      `the list of "${kind.id}" filters by the period, and no duty is filed or gathered as one`,
    ),
  ];
}

/** What the query of a list offers a choice for, beside the words of the program. */
const asFilters: ReadonlySet<FieldType> = new Set(['choice', 'choices', 'yes-no', 'unit', 'units', 'day']);

function strayFilter(kind: Kind, word: string, path: Found['path']): readonly Found[] {
  const field = kind.sheet.find(({ id }) => id === word);
  if (!field || field.personal || asFilters.has(field.type)) return [];
  return [
    idle(
      path,
      kind,
      ['filters', word],
      `“${kind.title.zh}”的名单不能按“${field.label.zh}”筛选：${field.type} 类型没有可选的值，请改用搜索`,
      `the list of "${kind.id}" cannot be filtered by "${word}": type ${field.type} has no values to choose from; the search finds it`,
    ),
  ];
}
