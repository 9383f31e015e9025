import type { Fault, Ruling } from '../../model.ts';
import { sayingsOf } from '../../sayings.ts';
import type { Finder, Found, Survey } from '../survey/survey.ts';

type Answer = Ruling['settles'][number];

/** A fault with the ruling that settles it: of those that name its kind, the one that says most closely about what. */
export function settled({ onlyBy, ...fault }: Found, rulings: readonly Ruling[]): Fault {
  const answering = rulings
    .filter((ruling) => onlyBy === undefined || ruling.id === onlyBy)
    .flatMap(({ id, settles }) =>
      settles.filter((answer) => answers(answer, fault)).map(({ about = [] }) => ({ id, close: about.length })),
    );
  return { ...fault, ruling: answering.toSorted((a, b) => b.close - a.close)[0]?.id ?? null };
}

function answers({ kind, about }: Answer, fault: Pick<Found, 'kind' | 'about'>): boolean {
  return kind === fault.kind && (about ?? []).every((word) => fault.about.includes(word));
}

/** Everything in the pack that leans on a ruling, with the ruling it names. */
const references = ({
  said: { policy },
}: Survey): readonly { readonly ruling: string; readonly path: Found['path']; readonly by: string }[] =>
  sayingsOf(policy).flatMap(({ ruling, path, name }) =>
    ruling === null ? [] : [{ ruling, path: [...path, 'ruling'], by: name.join(' / ') }],
  );

/** References to rulings that the pack does not have, and rankings of routes that no procedure has. */
export const rulingsMissing: Finder = (survey) => {
  const { rulings, procedures } = survey.pack.policy;
  const routes = new Set(procedures.flatMap((procedure) => procedure.routes.map((route) => route.id)));
  const missing = references(survey)
    .filter(({ ruling }) => !rulings.some((each) => each.id === ruling))
    .map(({ ruling, path, by }): Found => ({
      kind: 'ruling-missing',
      file: 'policy',
      path,
      clauses: [],
      facts: [],
      about: [by, ruling],
      text: { zh: `“${by}”依据的裁定 ${ruling} 不存在`, en: `"${by}" leans on ruling ${ruling}, which is not there` },
    }));
  const astray = rulings.flatMap((ruling, r) =>
    (ruling.prefers ?? []).flatMap((id, index): readonly Found[] => {
      if (routes.has(id)) return [];
      const text = {
        zh: `裁定 ${ruling.id} 排序的路径“${id}”不存在`,
        en: `ruling ${ruling.id} ranks "${id}", which is no route`,
      };
      return [
        {
          kind: 'ruling-missing',
          file: 'policy',
          path: ['rulings', r, 'prefers', index],
          clauses: ruling.clauses,
          facts: [],
          about: [ruling.id, id],
          text,
        },
      ];
    }),
  );
  return [...missing, ...astray];
};

/** Answers to questions that nobody asks any more, and rulings that nothing leans on. A stale answer would settle a later fault unseen. */
export function rulingsUnused(survey: Survey, others: readonly Found[]): readonly Found[] {
  const named = new Set(references(survey).map((reference) => reference.ruling));
  return survey.pack.policy.rulings.flatMap((ruling, r) => {
    const idle = ruling.settles.flatMap((answer, index) => {
      const asked = others.some(
        (fault) => answers(answer, fault) && (fault.onlyBy === undefined || fault.onlyBy === ruling.id),
      );
      return asked ? [] : [unused(ruling, ['rulings', r, 'settles', index], [answer.kind, ...(answer.about ?? [])])];
    });
    const bare = ruling.settles.length === 0 && !named.has(ruling.id) ? [unused(ruling, ['rulings', r], [])] : [];
    return [...idle, ...bare];
  });
}

function unused(ruling: Ruling, path: Found['path'], question: readonly string[]): Found {
  const asked = question.join(' ');
  return {
    kind: 'ruling-unused',
    file: 'policy',
    path,
    clauses: ruling.clauses,
    facts: [],
    about: [ruling.id, ...question],
    text: {
      zh: asked === '' ? `裁定 ${ruling.id} 没有被用到` : `裁定 ${ruling.id} 回答的问题（${asked}）并不存在`,
      en:
        asked === ''
          ? `ruling ${ruling.id} is used by nothing`
          : `ruling ${ruling.id} answers a question that does not arise (${asked})`,
    },
  };
}
