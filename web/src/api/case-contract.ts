import type { Text } from '../i18n/text.ts';
import type { SheetField, SheetValues } from '../sheet/field.ts';
import { answered, type Schema } from './client.ts';

type Titled = { readonly id: string; readonly title: Text };
type Labelled = { readonly id: string; readonly label: Text };

export type Kind = {
  readonly id: string;
  readonly title: Text;
  readonly clause: string;
  readonly is: 'plain' | 'problem' | 'edition' | 'gathering';
  readonly menu?: Text;
  readonly mayOpen: boolean;
  readonly from: readonly Labelled[];
  readonly sheet: readonly SheetField[];
  readonly stages: readonly Titled[];
  readonly list: { readonly columns: readonly string[]; readonly filters: readonly string[]; readonly group?: string };
  readonly facts: readonly string[];
};

export type CaseRow = {
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly title: string;
  readonly stage: string;
  readonly stageTitle: Text;
  readonly holder: string | null;
  readonly holderName: string | null;
  readonly step: Text | null;
  readonly stepClause: string | null;
  readonly light: Schema<'Light'>;
  readonly cells: Readonly<Record<string, unknown>>;
  readonly openedOn: string;
  readonly closedOn: string | null;
};

export type CasePage = {
  readonly rows: readonly CaseRow[];
  readonly total: number;
  readonly more: boolean;
  readonly next: string | null;
  readonly stages: readonly { readonly id: string; readonly count: number }[];
};

export type CaseView = { readonly row: CaseRow; readonly kind: Kind; readonly values: SheetValues };

async function get<T>(address: string, query: Readonly<Record<string, string | number>> = {}): Promise<T> {
  const text = new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)])).toString();
  const call = fetch(text ? `${address}?${text}` : address).then(async (response) => {
    const body: unknown = await response.json();
    return response.ok ? { data: body as T, response } : { error: body, response }; // what the contract says
  });
  return await answered(call);
}

export const readKinds = () => get<{ readonly kinds: readonly Kind[] }>('/api/kinds');
export const readCases = (query: Readonly<Record<string, string | number>>) => get<CasePage>('/api/cases', query);
export const readCase = (id: string) => get<CaseView>(`/api/cases/${id}`);
