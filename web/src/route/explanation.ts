import { queryOptions } from '@tanstack/react-query';
import { read } from '../api/client.ts';
import type { Text } from '../i18n/text.ts';

export type Ruling = {
  readonly id: string;
  readonly title: Text;
  readonly reason: Text;
  readonly clauses: readonly string[];
  readonly by: string;
  readonly on: string;
  readonly status: string;
};
export type NotTaken = { readonly id: string; readonly title: Text; readonly clause: string; readonly why: Text };
export type Limit = { readonly id: string; readonly title: Text; readonly clause: string; readonly words: Text };
export type Step = {
  readonly id: string;
  readonly title: Text;
  readonly clause: string;
  readonly seats: readonly { readonly who: Text; readonly part: 'decide' | 'co-sign'; readonly external: boolean }[];
  readonly external: boolean;
  readonly limits: readonly Limit[];
  readonly silent: boolean;
  readonly copies: readonly {
    readonly to: string;
    readonly who: Text;
    readonly clause: string;
    readonly written: boolean;
  }[];
  readonly evidence: readonly { readonly id: string; readonly label: Text }[];
  readonly closes: boolean;
};
export type Route = {
  readonly id: string;
  readonly title: Text;
  readonly clause: string;
  readonly ruling: Ruling | null;
  readonly matched: {
    readonly condition: Text;
    readonly facts: readonly { readonly fact: string; readonly words: Text }[];
  };
  readonly losing: readonly NotTaken[];
  readonly others: readonly NotTaken[];
  readonly steps: readonly Step[];
};
export type NoRoute = { readonly id: null; readonly why: Text; readonly missing: readonly string[] };
export type Change = {
  readonly fact: string;
  readonly value: string;
  readonly words: Text;
  readonly plan: string | null;
  readonly acceptance: string | null;
};

/** Why a problem goes the way it goes: what `explain` of the plan answers for its facts. */
export type Explanation = {
  readonly edition: string;
  readonly missing: readonly string[];
  readonly plan: Route | NoRoute;
  readonly acceptance: Route | NoRoute;
  readonly wouldChange: readonly Change[];
};

/** The explanation of one dossier, by the edition it entered under. */
export const explanationQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: ['problem', id, 'route', version],
    staleTime: Infinity,
    queryFn: () => read<Explanation>(`/api/problems/${id}/route`),
  });
