import { eachOf } from '../../matching.ts';
import { FOR_EACH, type Duty, type SheetField } from '../../model.ts';
import type { Finder, Flow, Found, Survey } from '../survey/survey.ts';
import { told } from '../survey/telling.ts';

/**
 * What returns are owed for each of, said where nothing can be made of it: beside a share, which is owed for what was drawn; and a field
 * that is to hold it and never can, or that somebody else writes.
 */
export const strayEach: Finder = (survey) => [
  ...survey.pack.policy.duties.flatMap((duty, index) => besideShare(duty, index)),
  ...survey.flows.flatMap((flow) =>
    flow.kind.sheet.flatMap((field, at) => {
      const wrong = field.prefilled === FOR_EACH ? holdsNothing(field, flow, survey) : null;
      return wrong ? [stray(field, at, flow, wrong)] : [];
    }),
  ),
];

function besideShare({ id, title, clause, runs }: Duty, index: number): readonly Found[] {
  if (!runs?.forEach || runs.covers === 'all') return [];
  return [
    {
      ...told('shape', ['duties', index, 'forEach'], {
        clause,
        about: [id, 'for-each'],
        zh: `“${title.zh}”抽查事项（covers），每件抽中的各报送一份，for-each 用不上`,
        en: `"${id}" covers a share and is owed for each dossier that is drawn: for-each means nothing there`,
      }),
      onlyBy: null,
    },
  ];
}

type Wrong = { readonly zh: string; readonly en: string };

function holdsNothing({ id, type, values, by }: SheetField, { kind, legs }: Flow, survey: Survey): Wrong | null {
  const { policy } = survey.pack;
  const filing = policy.duties.filter(({ runs }) => runs?.files === kind.id && runs.forEach !== undefined);
  if (filing.length === 0)
    return { zh: '没有一项任务按 for-each 报送这类事项', en: 'no duty with for-each files this kind' };
  const known = new Set(values?.map((value) => value.id));
  const rows = filing.flatMap(({ runs }) => eachOf(runs, policy)?.values ?? []);
  if (type !== 'choice' || !rows.every((row) => known.has(row.id)))
    return {
      zh: '它不是取同一张表的单选项（type: choice, of: …）',
      en: 'it is no choice of the same table (type: choice, of: …)',
    };
  const steps = legs.flatMap(({ roads }) => roads.flatMap(({ route }) => route.steps));
  const fills = [...steps, ...Object.values(kind.acts)].some((each) => each.fills?.includes(id));
  return by !== undefined || fills
    ? {
        zh: '它随任务填好，不能再由某一步或某个动作填写',
        en: 'the duty fills it in, and no step and no act may write it',
      }
    : null;
}

const stray = ({ id, label }: SheetField, at: number, { kind, path }: Flow, { zh, en }: Wrong): Found =>
  told('unknown-field', [...path, 'sheet', at, 'prefilled'], {
    clause: kind.clause,
    about: [kind.id, id, FOR_EACH],
    zh: `“${kind.title.zh}”的“${label.zh}”写明是填报所对应的一项（prefilled: for-each），而${zh}`,
    en: `"${id}" of "${kind.id}" is to hold what the return is owed for (prefilled: for-each), and ${en}`,
  });
