import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { NOT_YET } from '../i18n/not-yet.ts';
import { useText, type Text } from '../i18n/text.ts';
import { answered, api, type Schema } from './client.ts';

export type Plan = Schema<'Plan'>;

/** The vocabulary of an edition of the plan (the one in force when none is named); it never changes once published. */
export function usePlan(edition?: string): Plan | undefined {
  const { data } = useQuery({
    queryKey: ['plan', edition ?? ''],
    staleTime: Infinity,
    queryFn: () => answered(api.GET('/api/plan', { params: { query: edition ? { edition } : {} } })),
  });
  return data;
}

/** What the plan calls the office that records for units outside and keeps its rules. */
export function useCoordinator(): string {
  const plan = usePlan();
  const text = useText();
  const { t } = useTranslation();
  return plan ? text(plan.coordinator) : t('api.coordinator');
}

type Word = { readonly id: string; readonly label: Text };

/** What codes are called on this screen; a code nobody knows shows as itself. */
export function useLabels(edition?: string) {
  const plan = usePlan(edition);
  const text = useText();
  const label = (words: readonly Word[] | undefined, id: string | null | undefined): string => {
    if (!id) return '';
    if (!plan) return NOT_YET;
    const word = words?.find((known) => known.id === id);
    return word ? text(word.label) : id;
  };
  return {
    plan,
    fact: (fact: string, id: string | null | undefined) =>
      label(plan?.facts.find((known) => known.id === fact)?.values, id),
    /** What is known of a problem by the plan's own facts, in the plan's order; the field stands by itself. */
    facts: (facts: Readonly<Record<string, string>>): readonly string[] =>
      (plan?.facts ?? [])
        .filter(({ id }) => id !== 'field' && facts[id] !== undefined)
        .map(({ id, values }) => label(values, facts[id])),
    /** What those facts are called together, as the head of a column. */
    factHeads: (plan?.facts ?? []).filter(({ id }) => id !== 'field').map((known) => text(known.label)),
    field: (id: string | null | undefined) => label(plan?.fields, id),
    post: (id: string | null | undefined) => (id === '*' ? '' : label(plan?.posts, id)),
    role: (id: string) => label(plan?.caseRoles, id),
    office: (id: string) => label(plan?.roles, id),
    evidence: (id: string) => label(plan?.evidenceKinds, id),
    unit: (id: string | null | undefined) => (id ? (plan?.units.find((unit) => unit.id === id)?.name ?? NOT_YET) : ''),
    clause: (id: string) => {
      const clause = plan?.clauses.find((known) => known.id === id);
      return clause ? text(clause.text) : '';
    },
  };
}
