import { readFileSync } from 'node:fs';

/** One operation of the published contract, as a client sees it. */
export type Operation = {
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly in: 'path' | 'query' | 'header';
    readonly schema: { readonly type?: string; readonly maximum?: number };
  }[];
  /** Takes JSON; the others take nothing or the bytes of a file. */
  readonly json: boolean;
  /** Statuses that the contract says it answers with. */
  readonly statuses: readonly string[];
};

type Published = {
  readonly paths: Record<
    string,
    Record<
      string,
      { operationId: string; parameters?: Operation['parameters']; requestBody?: object; responses: object }
    >
  >;
  readonly components: { readonly schemas: Record<string, { anyOf?: { properties: { type: { enum: [string] } } }[] }> };
};

const published = JSON.parse(readFileSync(new URL('../../../openapi.json', import.meta.url), 'utf8')) as Published; // the generated contract

/** Every operation of `server/openapi.json`, in its order. */
export const OPERATIONS: readonly Operation[] = Object.entries(published.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { operationId, parameters = [], requestBody, responses }]) => ({
    id: operationId,
    method: method.toUpperCase() as Operation['method'], // the contract has no others
    path: path.replace(/^\/api/, ''),
    parameters,
    json: requestBody !== undefined,
    statuses: Object.keys(responses),
  })),
);

/** Everything that can be asked of one dossier of a kind, by its `type`. */
export const asksOf = (schema: 'ProblemAsk' | 'CaseAsk'): readonly string[] =>
  published.components.schemas[schema]!.anyOf!.map(({ properties }) => properties.type.enum[0]);
