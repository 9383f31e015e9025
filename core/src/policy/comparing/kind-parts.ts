import { explainKind } from '../explain/kind.ts';
import type { Kind, Pack, Text } from '../model.ts';
import { inBoth, spoken } from '../wording.ts';
import { restingOn, type Part, type PartKind } from './part.ts';

/** A kind of dossier and what stands in it: its sheet, its flow, its acts, what it tells others. */
export function kindParts(kind: Kind, pack: Pack): readonly Part[] {
  const said = explainKind(pack, kind.id);
  if (!said) return [];
  const { sheet, flow, acts, tells, ...own } = kind;
  const within = kind.title;
  const inside = (what: PartKind, id: string, of: object, { title, words }: Said): Part => ({
    what,
    id: `${kind.id}/${what}/${id}`,
    title,
    within,
    ...restingOn(of),
    says: { words },
    own: of,
  });
  const whole: Part = {
    what: 'kind',
    id: kind.id,
    title: kind.title,
    within: null,
    ...restingOn(kind),
    says: {
      opens: said.opens,
      reads: said.reads,
      holder: said.holder,
      number: { zh: kind.number },
      stages: sentences(said.stages.map(({ title, words }) => titled(title, words))),
    },
    order: [...sheet.map(({ id }) => `sheet-field/${id}`), ...flow.map(({ run }) => `stretch/${run}`)],
    own,
  };
  return [
    whole,
    ...sheet.map((field, at) =>
      inside('sheet-field', field.id, field, { title: field.label, words: said.fields[at]!.words }),
    ),
    ...flow.map((stretch, at) => inside('stretch', stretch.run, stretch, said.flow[at]!)),
    ...Object.entries(acts).map(([id, act]) =>
      inside(
        'kind-act',
        id,
        act,
        said.acts.find((each) => each.id === id)!,
      ),
    ),
    ...tells.map((tell, at) => inside('tell', tell.id, tell, said.tells[at]!)),
  ];
}

type Said = { readonly title: Text; readonly words: Text };

/** A name with its sentence: `研究中：登记`. */
export const titled = (title: Text, words: Text): Text =>
  inBoth((language) => `${spoken(title, language)}${language === 'zh' ? '：' : ': '}${spoken(words, language)}`);

/** Several sentences as one text; none are an empty one. */
export const sentences = (all: readonly Text[]): Text =>
  inBoth((language) => all.map((each) => spoken(each, language)).join(language === 'zh' ? '；' : '; '));
