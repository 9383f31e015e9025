import type { Kind } from '../../model.ts';
import { holdsPersonal } from '../../sheet.ts';
import { blanksIn } from './known-fields.ts';
import type { Finder, Flow, Found, Survey } from '../survey/survey.ts';
import { told } from '../survey/telling.ts';

/** Personal fields that would be shown to others: in a list, a title, a number, a fact, a field of another dossier that is not personal. */
export const personalShown: Finder = (survey) =>
  survey.flows.flatMap((flow) => {
    const { kind } = flow;
    const personal = new Set(kind.sheet.filter(holdsPersonal).map(({ id }) => id));
    return shown(flow, survey)
      .filter(({ word }) => personal.has(word))
      .map(({ path, word, where }) =>
        told('personal-shown', path, {
          clause: kind.clause,
          about: [kind.id, where.en, word],
          zh: `“${kind.title.zh}”的“${word}”是个人信息，不能出现在${where.zh}里`,
          en: `"${word}" of "${kind.id}" is personal and must not stand in its ${where.en}`,
        }),
      );
  });

/** Kinds that keep something of people apart while nobody may see it, or nobody may erase it as the law asks. */
export const personalUnserved: Finder = ({ flows, pack: { policy } }) =>
  flows
    .filter(({ kind }) => kind.sheet.some(holdsPersonal))
    .flatMap(({ kind, path }) =>
      serving
        .filter(({ act }) => !(kind.acts[act] ?? policy.acts[act]))
        .map(({ act, zh, en }) =>
          told('personal-unserved', path, {
            clause: kind.clause,
            about: [kind.id, act],
            zh: `“${kind.title.zh}”有个人信息，没有写明谁可以${zh}（${act}）`,
            en: `"${kind.id}" holds what is personal, and nobody may ${en} it (${act})`,
          }),
        ),
    );

const serving = [
  { act: 'show-personal', zh: '查看', en: 'see' },
  { act: 'erase-personal', zh: '删除', en: 'erase' },
] as const;

type Shown = {
  readonly path: Found['path'];
  readonly word: string;
  readonly where: { readonly zh: string; readonly en: string };
};

function shown({ kind, path }: Flow, { pack: { policy } }: Survey): readonly Shown[] {
  const { list, facts, titleOf, number } = kind;
  const each = (words: readonly string[], keys: Found['path'], zh: string, en: string): readonly Shown[] =>
    words.map((word, at) => ({ word, path: [...path, ...keys, at], where: { zh, en } }));
  return [
    ...each(list.columns, ['list', 'columns'], '列表', 'list'),
    ...each(list.filters, ['list', 'filters'], '列表的筛选', 'filters'),
    ...each(facts, ['facts'], '分类依据', 'facts'),
    ...(list.group ? [list.group] : []).map((word) => ({
      word,
      path: [...path, 'list', 'group'],
      where: { zh: '列表的分组', en: 'groups' },
    })),
    ...blanksIn(titleOf).map((word) => ({ word, path: [...path, 'titleOf'], where: { zh: '标题', en: 'title' } })),
    ...blanksIn(number).map((word) => ({ word, path: [...path, 'number'], where: { zh: '编号', en: 'number' } })),
    ...handedOn(kind, path, policy.kinds ?? []),
  ];
}

function handedOn(kind: Kind, path: Found['path'], kinds: readonly Kind[]): readonly Shown[] {
  return kind.tells.flatMap((tell, at) => {
    if (!('open' in tell)) return [];
    const target = kinds.find(({ id }) => id === tell.open);
    return Object.entries(tell.with)
      .filter(([to]) => target?.sheet.some((field) => field.id === to && !holdsPersonal(field)))
      .map(([to, word]) => ({
        word,
        path: [...path, 'tells', at, 'with', to],
        where: { zh: `“${to}”（另立事项的公开项）`, en: `public field "${to}" of another dossier` },
      }));
  });
}
