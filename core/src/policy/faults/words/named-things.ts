import { eachOf } from '../../matching.ts';
import type { Policy, SheetField } from '../../model.ts';
import type { Finder, Flow, Found, Survey } from '../survey/survey.ts';
import { told } from '../survey/telling.ts';

type Naming = {
  readonly path: Found['path'];
  readonly by: string;
  readonly word: string;
  readonly there: boolean;
  readonly what: { readonly zh: string; readonly en: string };
};

/** Names of things that are not there: a procedure, a stage, a kind, a duty, a part, a step that something says and the pack lacks. */
export const unknownNames: Finder = (survey) =>
  [...survey.flows.flatMap((flow) => [...inKind(flow, survey), ...inSheet(flow, survey)]), ...inDuties(survey)]
    .filter(({ there }) => !there)
    .map(({ path, by, word, what }) =>
      told('unknown-name', path, {
        about: [by, word],
        zh: `“${by}”写到的${what.zh}“${word}”不存在`,
        en: `"${by}" names the ${what.en} "${word}", which is not there`,
      }),
    );

const things = {
  procedure: { zh: '程序', en: 'procedure' },
  stage: { zh: '阶段', en: 'stage' },
  kind: { zh: '事项类型', en: 'kind' },
  duty: { zh: '定期任务', en: 'duty' },
  part: { zh: '角色', en: 'part' },
  step: { zh: '环节', en: 'step' },
  table: { zh: '可以逐项填报的表（fields 或一项事实）', en: 'table to be owed for each row of (fields, or a fact)' },
} as const;

function inKind(flow: Flow, { pack: { policy } }: Survey): readonly Naming[] {
  const { kind, path, legs } = flow;
  const { parts, holder, gathers } = kind;
  const naming = namingIn(flow);
  const running = policy.duties.filter(({ runs }) => runs !== undefined);
  return [
    ...legs.map(({ stretch: { run }, at, procedure }) =>
      naming(['flow', at, 'run'], 'procedure', run, procedure !== null),
    ),
    ...inActs(flow),
    ...kind.tells.flatMap((tell, at) =>
      'open' in tell
        ? [naming(['tells', at, 'open'], 'kind', tell.open, isKind(tell.open, policy), `${kind.id} / ${tell.id}`)]
        : [],
    ),
    ...parts.map((part, at) =>
      naming(
        ['parts', at],
        'part',
        part,
        policy.caseRoles.some(({ id }) => id === part),
      ),
    ),
    ...(holder ? [naming(['holder'], 'part', holder, parts.includes(holder))] : []),
    ...(gathers
      ? [
          naming(
            ['gathers'],
            'duty',
            gathers,
            running.some(({ id }) => id === gathers),
          ),
        ]
      : []),
  ].map((each) => ({ ...each, path: [...path, ...each.path] }));
}

const namingIn =
  ({ kind }: Flow) =>
  (path: Found['path'], what: keyof typeof things, word: string, there: boolean, by = kind.id): Naming => ({
    path,
    by,
    word,
    there,
    what: things[what],
  });

const isKind = (id: string, { kinds = [] }: Policy): boolean => kinds.some((kind) => kind.id === id);

function inActs(flow: Flow): readonly Naming[] {
  const { kind } = flow;
  const known = new Set(kind.stages.map(({ id }) => id));
  return Object.entries(kind.acts).flatMap(([act, { stages = [] }]) =>
    stages.map((id, index) =>
      namingIn(flow)(['acts', act, 'stages', index], 'stage', id, known.has(id), `${kind.id} / ${act}`),
    ),
  );
}

function inSheet({ kind, path, legs }: Flow, { pack: { policy } }: Survey): readonly Naming[] {
  const steps = new Set(
    legs.flatMap(({ stretch, roads }) =>
      roads.flatMap(({ route }) => route.steps.map(({ id }) => `${stretch.run}/${id}`)),
    ),
  );
  const ofField = (field: SheetField, at: Found['path'], by: string): readonly Naming[] => [
    ...(field.by === undefined
      ? []
      : [{ path: [...at, 'by'], by, word: field.by, there: steps.has(field.by), what: things.step }]),
    ...(field.kind === undefined
      ? []
      : [
          {
            path: [...at, 'kind'],
            by,
            word: field.kind,
            there: isKind(field.kind, policy),
            what: things.kind,
          },
        ]),
    ...(field.columns ?? []).flatMap((column, index) =>
      ofField(column, [...at, 'columns', index], `${by} / ${column.id}`),
    ),
  ];
  return kind.sheet.flatMap((field, index) => ofField(field, [...path, 'sheet', index], `${kind.id} / ${field.id}`));
}

function inDuties({ pack: { policy } }: Survey): readonly Naming[] {
  const kinds = policy.kinds ?? [];
  return policy.duties.flatMap(({ id, runs }, index) => {
    if (!runs) return [];
    const path = ['duties', index];
    const files = kinds.find((kind) => kind.id === runs.files);
    const gathers = runs.gathers === undefined ? undefined : kinds.find((kind) => kind.id === runs.gathers);
    return [
      { path: [...path, 'files'], by: id, word: runs.files, there: files !== undefined, what: things.kind },
      {
        path: [...path, 'filer'],
        by: id,
        word: runs.filer,
        there: files === undefined || files.parts.includes(runs.filer),
        what: things.part,
      },
      ...(typeof runs.forEach === 'object'
        ? [
            {
              path: [...path, 'forEach', 'of'],
              by: id,
              word: runs.forEach.of,
              there: eachOf(runs, policy) !== null,
              what: things.table,
            },
          ]
        : []),
      ...(runs.gathers === undefined
        ? []
        : [
            {
              path: [...path, 'gathers'],
              by: id,
              word: runs.gathers,
              there: gathers?.gathers === id,
              what: things.kind,
            },
          ]),
      ...(runs.covers === 'all'
        ? []
        : [
            {
              path: [...path, 'covers', 'of'],
              by: id,
              word: runs.covers.of,
              there: kinds.some((kind) => runs.covers !== 'all' && kind.id === runs.covers.of),
              what: things.kind,
            },
          ]),
    ];
  });
}
