import { asked } from '../../condition.ts';
import { factsOfKind } from '../../matching.ts';
import type { Figure, Kind, SheetField } from '../../model.ts';
import { milestonesOf } from '../../milestones.ts';
import type { Finder, Flow, Found, Survey } from '../survey/survey.ts';
import { told } from '../survey/telling.ts';

/** Figures that count what is not there, or that a sheet shows where they could not be counted. */
export const strayFigures: Finder = (survey) => [
  ...(survey.pack.policy.figures ?? []).flatMap((figure, at) => inItself(figure, ['figures', at], survey)),
  ...survey.flows.flatMap((flow) =>
    flow.kind.sheet.flatMap((field, at) =>
      field.figure === undefined ? [] : inSheet(field, { flow, path: [...flow.path, 'sheet', at] }, survey),
    ),
  ),
];

const kindNamed = (id: string, { pack: { policy } }: Survey): Kind | undefined =>
  (policy.kinds ?? []).find((kind) => kind.id === id);

function inItself(figure: Figure, path: Found['path'], survey: Survey): readonly Found[] {
  if ('sum' in figure) return [];
  const kind = kindNamed(figure.count, survey);
  const { zh } = figure.title;
  if (!kind || kind.is === 'edition')
    return [
      told('unknown-name', [...path, 'count'], {
        about: [figure.id, figure.count],
        zh: `“${zh}”计数的事项类型“${figure.count}”不存在，或是一份清单`,
        en: `"${figure.id}" counts "${figure.count}", which is no kind of dossier, or a list`,
      }),
    ];
  const known = factsOfKind(kind, survey.pack.policy);
  return asked(figure.when).flatMap(({ fact, oneOf }): readonly Found[] => {
    const values = known.find(({ id }) => id === fact)?.values.map(({ id }) => id);
    if (values && oneOf.every((value) => values.includes(value))) return [];
    return [
      told('unknown-fact', [...path, 'when'], {
        about: [figure.id, fact],
        zh: `“${zh}”按“${fact}”计数，而“${kind.title.zh}”没有这一项或没有这个值`,
        en: `"${figure.id}" counts by "${fact}", and "${kind.id}" has no such fact or no such value of it`,
      }),
    ];
  });
}

type Place = { readonly flow: Flow; readonly path: Found['path'] };

function inSheet({ id, figure: named, fixedAt }: SheetField, place: Place, survey: Survey): readonly Found[] {
  const { flow, path } = place;
  const { policy } = survey.pack;
  const figure = policy.figures?.find((each) => each.id === named);
  const about = [flow.kind.id, id];
  if (!figure)
    return [
      told('unknown-name', [...path, 'figure'], {
        about: [...about, named ?? ''],
        zh: `“${flow.kind.title.zh}”的“${id}”写到的计数“${named}”不存在`,
        en: `"${id}" of "${flow.kind.id}" shows the figure "${named}", which is not there`,
      }),
    ];
  const reached =
    fixedAt === undefined || milestonesOf(flow.kind, policy).some(({ milestone }) => milestone === fixedAt);
  const unfixed = told('milestone-unreached', [...path, 'fixedAt'], {
    clause: flow.kind.clause,
    about: [...about, fixedAt ?? ''],
    zh: `“${flow.kind.title.zh}”的“${id}”以“${fixedAt}”为定数的节点，而没有任何一步会到达`,
    en: `the figure "${id}" of "${flow.kind.id}" stands from "${fixedAt}", which nothing reaches`,
  });
  return [...(reached ? [] : [unfixed]), ...('sum' in figure ? ofMembers : ofDossiers)(figure, place, survey)];
}

/** A sum needs a gathering, and a number in what its members file. */
function ofMembers(figure: Figure, { flow: { kind }, path }: Place, survey: Survey): readonly Found[] {
  if (!('sum' in figure)) return [];
  const duty = survey.pack.policy.duties.find(({ id }) => id === kind.gathers);
  const filed = duty?.runs && kindNamed(duty.runs.files, survey);
  const field = filed?.sheet.find(({ id }) => id === figure.sum);
  if (field && !field.personal && (field.type === 'number' || field.type === 'money')) return [];
  return [
    told('unknown-field', [...path, 'figure'], {
      clause: kind.clause,
      about: [kind.id, figure.id, figure.sum],
      zh: `“${kind.title.zh}”不是汇总，或其成员的表单没有可相加的“${figure.sum}”`,
      en: `"${kind.id}" gathers nothing, or what its members file has no number "${figure.sum}" to add up`,
    }),
  ];
}

/** What counts in a period, or for the unit that owes it, stands in what a duty opens; and tells no more than its readers may know. */
function ofDossiers(figure: Figure, { flow: { kind }, path }: Place, survey: Survey): readonly Found[] {
  if (!('count' in figure)) return [];
  const { duties } = survey.pack.policy;
  const files = duties.some(({ runs }) => runs?.files === kind.id);
  const owed = files || duties.some(({ runs }) => runs?.gathers === kind.id);
  const period = figure.which === 'open' || owed;
  const unit = !figure.ofUnit || files;
  const counted = kindNamed(figure.count, survey);
  const narrow = counted?.reads;
  const seen = narrow === undefined || (kind.reads ?? []).every((seat) => narrow.some((each) => covers(each, seat)));
  const open = kind.reads === undefined && narrow !== undefined;
  return [
    ...(period && unit
      ? []
      : [
          told('unknown-name', [...path, 'figure'], {
            clause: kind.clause,
            about: [kind.id, figure.id],
            zh: `“${figure.title.zh}”按期或按填报单位计数，而“${kind.title.zh}”不由定期任务开启`,
            en: `"${figure.id}" counts in a period or for the unit that owes, and no duty opens "${kind.id}"`,
          }),
        ]),
    ...(seen && !open
      ? []
      : [
          told('readers-narrow', [...path, 'figure'], {
            clause: kind.clause,
            about: [kind.id, figure.id, figure.count],
            zh: `“${kind.title.zh}”的读者由“${figure.title.zh}”得知“${counted?.title.zh ?? figure.count}”有多少件，而其中有人不能看这类事项`,
            en: `readers of "${kind.id}" learn from "${figure.id}" how many of "${figure.count}" there are, and some of them may read none`,
          }),
        ]),
  ];
}

type Seat = NonNullable<Kind['reads']>[number];
const covers = (wide: Seat, { role, post }: Seat): boolean =>
  wide.role === role && (wide.post === '*' || wide.post === post);
