import { kindOf } from '../../evidence.ts';
import { inUse } from '../../in-use.ts';
import type { FactValue, Policy, Text } from '../../model.ts';
import type { Finder, Found } from '../survey/survey.ts';
import { told } from '../survey/telling.ts';

/**
 * What the pack declares and nothing ever uses: a procedure that no kind runs, a part that none has, a fact that nobody asks for or
 * fills in, a sort of evidence that no step demands where nobody may add any. Its author believes that it holds.
 */
export const unusedWords: Finder = ({ pack: { policy } }) => {
  const used = inUse(policy);
  const asked = factsUsed(policy);
  const proving = evidenceUsed(policy);
  return [
    ...idle('procedures', policy.procedures, used.procedure, {
      zh: '没有一类事项运行这个程序',
      en: 'no kind runs this procedure',
    }),
    ...idle('caseRoles', policy.caseRoles, used.part, {
      zh: '没有一类事项有这个角色（parts）',
      en: 'no kind has this part',
    }),
    ...idle('facts', policy.facts, asked, {
      zh: '没有一条规则问到、也没有一张表填写这项事实',
      en: 'no rule asks for this fact, and no sheet fills it in',
    }),
    ...idle('evidenceKinds', policy.evidenceKinds, proving, {
      zh: '没有一步要求、也没有人可以添加（add-evidence）这类佐证材料',
      en: 'no step demands this kind of evidence, and nobody may add it (add-evidence)',
    }),
  ];
};

type Named = { readonly id: string; readonly title?: Text; readonly label?: Text; readonly clause?: string };

const idle = (
  key: string,
  things: readonly Named[],
  isUsed: (id: string) => boolean,
  { zh, en }: Required<Text>,
): readonly Found[] =>
  things.flatMap(({ id, title, label, clause }, index) =>
    isUsed(id)
      ? []
      : [
          told('unused', [key, index], {
            ...(clause !== undefined && { clause }),
            about: [id],
            zh: `“${(title ?? label)?.zh ?? id}”（${id}）：${zh}`,
            en: `"${id}": ${en}`,
          }),
        ],
  );

function factsUsed(policy: Policy): (id: string) => boolean {
  const { kinds = [], procedures, facts, duties } = policy;
  const steps = procedures.flatMap(({ routes }) => routes.flatMap((route) => route.steps));
  const named = new Set([
    ...conditionsIn(policy),
    ...steps.flatMap(({ settles }) => settles),
    ...kinds.flatMap((kind) => kind.facts),
    ...duties.flatMap(({ runs }) => (typeof runs?.forEach === 'object' ? [runs.forEach.of] : [])),
  ]);
  const choices = kinds.flatMap(({ sheet }) =>
    sheet.flatMap(({ values, columns = [] }) => [values, ...columns.map((column) => column.values)]),
  );
  return (id) =>
    named.has(id) ||
    choices.some((values) => values !== undefined && sameValues(values, facts.find((fact) => fact.id === id)!.values));
}

/** `of: size` becomes the values of the fact when the pack is read: by them it is known. */
const sameValues = (one: readonly FactValue[], other: readonly FactValue[]): boolean =>
  one.map(({ id }) => id).join(' ') === other.map(({ id }) => id).join(' ');

/** Facts that any condition of the pack asks for, wherever a word of the language takes one. */
function conditionsIn(said: unknown): readonly string[] {
  if (typeof said !== 'object' || said === null) return [];
  const own = 'fact' in said && 'oneOf' in said && typeof said.fact === 'string' ? [said.fact] : [];
  return [...own, ...Object.values(said).flatMap(conditionsIn)];
}

function evidenceUsed({ kinds = [], acts, procedures }: Policy): (id: string) => boolean {
  const demanded = new Set(
    procedures.flatMap(({ routes }) =>
      routes.flatMap(({ steps }) => steps.flatMap(({ evidence }) => evidence.map(kindOf))),
    ),
  );
  // whoever may add evidence says himself of which sort it is
  const added = [acts, ...kinds.map((kind) => kind.acts)].some((each) => each['add-evidence'] !== undefined);
  return (id) => added || demanded.has(id);
}
