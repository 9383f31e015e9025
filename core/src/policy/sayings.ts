import type { Policy, Text } from './model.ts';

/** What sort of thing the pack says. */
export type Sort =
  | 'procedure'
  | 'route'
  | 'step'
  | 'outcome'
  | 'objections'
  | 'limit'
  | 'copy'
  | 'evidence'
  | 'act'
  | 'part'
  | 'field'
  | 'duty'
  | 'kind'
  | 'opening'
  | 'sheet-field'
  | 'stretch'
  | 'stage'
  | 'tell'
  | 'topic';

/** Something that the pack says: where, what it is called among its like, which clause it serves and on which ruling it leans. */
export type Saying = {
  readonly sort: Sort;
  readonly path: readonly (string | number)[];
  /** Ids from the outside in: `rebind`, `issue`, `archive`. */
  readonly name: readonly string[];
  readonly title: Text | null;
  readonly clause: string | null;
  readonly ruling: string | null;
};

const sorts: Readonly<Record<string, Sort>> = {
  procedures: 'procedure',
  routes: 'route',
  steps: 'step',
  outcomes: 'outcome',
  objections: 'objections',
  limits: 'limit',
  earliest: 'limit',
  extension: 'limit',
  pause: 'limit',
  copies: 'copy',
  evidence: 'evidence',
  needs: 'evidence',
  acts: 'act',
  caseRoles: 'part',
  fields: 'field',
  duties: 'duty',
  kinds: 'kind',
  opens: 'opening',
  sheet: 'sheet-field',
  columns: 'sheet-field',
  flow: 'stretch',
  stages: 'stage',
  tells: 'tell',
  topics: 'topic',
};

/** What names a thing where it has no id. */
const names = ['id', 'run', 'kind', 'topic'] as const;

/** Everything that the pack says and that may cite a clause or lean on a ruling, in its order. */
export const sayingsOf = (policy: Policy): readonly Saying[] =>
  Object.entries(policy).flatMap(([key, said]) =>
    sorts[key] === undefined ? [] : under(said, key, { path: [], name: [], sort: sorts[key] }),
  );

type Around = Pick<Saying, 'sort' | 'path' | 'name'>;

/** What stands under a key: each of a list, each of a record, or the thing itself. */
function under(said: unknown, key: string, around: Around): readonly Saying[] {
  const at = { ...around, path: [...around.path, key] };
  if (Array.isArray(said)) return said.flatMap((each, index) => saying(each, index, at));
  if (!isRecord(said)) return [];
  if (key !== 'acts') return saying(said, null, at, key);
  return Object.entries(said).flatMap(([id, act]) => saying(act, id, at, id));
}

function saying(
  said: unknown,
  key: string | number | null,
  { sort, path, name }: Around,
  called?: string,
): readonly Saying[] {
  if (!isRecord(said)) return [];
  const id = called ?? names.map((each) => said[each]).find((each) => typeof each === 'string');
  // a route is known by its own id in the whole pack
  const full = [...(sort === 'route' ? [] : name), ...(typeof id === 'string' ? [id] : [])];
  const here = { sort, path: key === null ? path : [...path, key], name: full };
  const { title, label, clause, ruling } = said;
  return [
    { ...here, title: textOf(title) ?? textOf(label), clause: wordOf(clause), ruling: wordOf(ruling) },
    ...Object.entries(said).flatMap(([word, more]) => {
      const next = sorts[word];
      return next === undefined ? [] : under(more, word, { ...here, sort: next });
    }),
  ];
}

const wordOf = (word: unknown): string | null => (typeof word === 'string' ? word : null);

function textOf(said: unknown): Text | null {
  if (!isRecord(said) || typeof said['zh'] !== 'string') return null;
  return typeof said['en'] === 'string' ? { zh: said['zh'], en: said['en'] } : { zh: said['zh'] };
}

const isRecord = (said: unknown): said is Readonly<Record<string, unknown>> =>
  typeof said === 'object' && said !== null && !Array.isArray(said);
