import type { Text } from '../i18n/text.ts';
import type { Filled, SheetField, SheetValues } from '../sheet/field.ts';
import { answered, intended, type Schema } from './client.ts';

type Titled = { readonly id: string; readonly title: Text };
type Labelled = { readonly id: string; readonly label: Text };

export type Kind = {
  readonly id: string;
  readonly title: Text;
  readonly clause: string;
  readonly is: 'plain' | 'problem' | 'edition' | 'gathering';
  readonly menu?: Text | null;
  readonly mayOpen: boolean;
  readonly from: readonly Labelled[];
  readonly sheet: readonly SheetField[];
  readonly stages: readonly (Titled & { readonly from: readonly string[] })[];
  readonly list: { readonly columns: readonly string[]; readonly filters: readonly string[]; readonly group?: string };
  readonly facts: readonly string[];
  readonly parts: readonly string[];
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

export type Linked = {
  readonly how: string;
  readonly dossier: string;
  readonly kind: string;
  readonly number: string;
  readonly title: string;
};

export type Question = {
  readonly id: string;
  readonly clauses: readonly string[];
  readonly text: Text;
  readonly choices: readonly { readonly id: string; readonly title: Text; readonly means: Text }[];
  readonly askedOn: string;
  readonly ruling: {
    readonly choice: string;
    readonly reason: string;
    readonly scope: 'dossier' | 'edition';
    readonly by: { readonly name: string; readonly unitName: string };
    readonly on: string;
    readonly document: Schema<'OfficialDocument'> | null;
  } | null;
};

export type Objection = {
  readonly id: string;
  readonly step: string;
  readonly round: number;
  readonly from: string;
  readonly raisedOn: string;
  readonly text: string;
  readonly outcome: { readonly upheld: boolean; readonly reason: string; readonly on: string } | null;
};

export type CaseView = Pick<
  Schema<'Dossier'>,
  | 'version'
  | 'policy'
  | 'facts'
  | 'parts'
  | 'copies'
  | 'evidence'
  | 'runs'
  | 'tasks'
  | 'clocks'
  | 'stale'
  | 'offers'
  | 'openWith'
> & {
  readonly row: CaseRow;
  readonly kind: Kind;
  readonly values: SheetValues;
  readonly from: string | null;
  readonly links: readonly Linked[];
  readonly owed: { readonly duty: string; readonly period: string; readonly due: string } | null;
  readonly nil: boolean;
  readonly questions: readonly Question[];
  readonly objections: readonly Objection[];
  readonly milestones: Readonly<Record<string, { readonly day: string }>>;
};

export type CaseAsk =
  | Extract<
      Schema<'ProblemAsk'>,
      {
        type:
          | 'ReturnStep'
          | 'AssignParts'
          | 'Urge'
          | 'ExtendTerm'
          | 'PauseTerm'
          | 'ResumeTerm'
          | 'RecordCopySent'
          | 'AcknowledgeCopy';
      }
    >
  | (Extract<Schema<'ProblemAsk'>, { type: 'TakeStep' }> & { readonly outcome?: string; readonly values?: Filled })
  | { readonly type: 'FillSheet'; readonly values: Filled; readonly reason?: string }
  | {
      readonly type: 'DoAct';
      readonly act: string;
      readonly text?: string;
      readonly values?: Filled;
      readonly document?: Schema<'GivenDocument'>;
    }
  | { readonly type: 'FileNil'; readonly reason?: string }
  | { readonly type: 'Withdraw'; readonly reason: string }
  | { readonly type: 'Link'; readonly how: string; readonly dossier: string }
  | {
      readonly type: 'AddEvidence';
      readonly file: string;
      readonly kind: string;
      readonly takenOn: string | null;
      readonly note: string;
    }
  | {
      readonly type: 'RaiseObjection';
      readonly task: string;
      readonly from: string;
      readonly day: string;
      readonly text: string;
    }
  | {
      readonly type: 'SettleObjection';
      readonly objection: string;
      readonly upheld: boolean;
      readonly reason: string;
    }
  | {
      readonly type: 'RuleQuestion';
      readonly question: string;
      readonly choice: string;
      readonly reason: string;
      readonly scope: 'dossier' | 'edition';
      readonly document?: Schema<'GivenDocument'>;
    };

type Query = Readonly<Record<string, string | number>>;

async function told<T>(call: Promise<Response>): Promise<T> {
  const read = call.then(async (response) => {
    const body: unknown = await response.json();
    return response.ok ? { data: body as T, response } : { error: body, response }; // what the contract says
  });
  return await answered(read);
}

function get<T>(address: string, query: Query = {}): Promise<T> {
  const text = new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)])).toString();
  return told(fetch(text ? `${address}?${text}` : address));
}

function send<T>(address: string, intent: string, body: object): Promise<T> {
  const headers = { 'content-type': 'application/json', ...intended(intent).header };
  return told(fetch(address, { method: 'POST', headers, body: JSON.stringify(body) }));
}

export const readKinds = () => get<{ readonly kinds: readonly Kind[] }>('/api/kinds');
export const readCases = (query: Query) => get<CasePage>('/api/cases', query);
export const readCase = (id: string) => get<CaseView>(`/api/cases/${id}`);
export const readCaseEvents = (id: string, after: number) =>
  get<{ readonly entries: Schema<'TimelineEntry'>[]; readonly next: number | null }>(`/api/cases/${id}/events`, {
    after,
  });
export const openCase = (intent: string, body: { kind: string; from?: string; values: SheetValues }) =>
  send<Schema<'Done'>>('/api/cases', intent, body);
export const commandCase = (id: string, intent: string, body: object) =>
  send<Schema<'Done'>>(`/api/cases/${id}/commands`, intent, body);
