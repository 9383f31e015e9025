import { clausesServed, explainKind, withKinds, type KindExplained } from '@bihuan/core/policy';
import type { Services } from '../../services.ts';
import { findPublished } from '../../store/policies.ts';

/** What a published edition says of every kind, in sentences, and what serves each of its clauses; null when it was never published. */
export async function readKindsOfEdition({ db, region, law }: Services, edition: string) {
  if (!(await findPublished(db, region, edition))) return null;
  const { policy, units } = law(edition);
  const pack = { policy, units, examples: [] };
  const kinds = withKinds(policy).kinds ?? [];
  return {
    kinds: kinds.flatMap(({ id }) => {
      const said = explainKind(pack, id);
      return said ? [kindInWords(said)] : [];
    }),
    clauses: clausesServed(policy).map(({ clause, by, outside }) => ({
      id: clause.id,
      text: clause.text,
      by,
      outside,
    })),
  };
}

/** Routes and their steps are said on a page of their own. */
function kindInWords({ fields, flow, rulings: _rulings, clauses: _clauses, ...kind }: KindExplained) {
  return {
    ...kind,
    fields: fields.flatMap((field) => [
      fieldInWords(field, null),
      ...field.columns.map((column) => fieldInWords(column, field.id)),
    ]),
    flow: flow.map(({ run, title, words, clause, ruling }) => ({ id: run, title, words, clause, ruling })),
  };
}

type FieldExplained = KindExplained['fields'][number];

const fieldInWords = ({ id, label, words, clause, ruling }: FieldExplained, within: string | null) => ({
  id,
  title: label,
  words,
  clause,
  ruling,
  within,
});
