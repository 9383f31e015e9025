/** The parts of an OpenAPI document that the page shows. */
export type ContractDocument = {
  readonly info: { readonly title: string; readonly version: string; readonly description?: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
};

type Operation = {
  readonly operationId?: string;
  readonly summary?: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: unknown }>> };
  readonly responses?: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: unknown }>> }>
  >;
};

const STYLE = `body{font:14px/1.6 system-ui,sans-serif;margin:24px auto;max-width:1040px;padding:0 16px;color:#1f2a35;background:#f6f8fa}
h1{font-size:20px}h2{font-size:16px;margin-top:32px}table{border-collapse:collapse;width:100%;background:#fff}
td,th{border:1px solid #e3e8ee;padding:6px 10px;text-align:left;vertical-align:top}code,pre{font:12px/1.5 ui-monospace,monospace}
pre{background:#fff;border:1px solid #e3e8ee;padding:10px;overflow:auto}a{color:#1f5f8b}.m{font-weight:600;color:#1f5f8b}p{white-space:pre-line}`;

/** The contract as a page that loads nothing: every operation in a row, every named schema below with a place to link to. */
export function apiPage({ info, paths, components }: ContractDocument): string {
  const rows = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => row(path, method, operation)),
  );
  const schemas = Object.entries(components.schemas).map(
    ([name, schema]) =>
      `<h3 id="${escaped(name)}">${escaped(name)}</h3><pre>${linked(JSON.stringify(schema, null, 2))}</pre>`,
  );
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(info.title)} API</title>
<style>${STYLE}</style><h1>${escaped(info.title)} API ${escaped(info.version)}</h1><p>${escaped(info.description ?? '')}</p>
<p><a href="/api/openapi.json">openapi.json</a></p>
<h2>操作 / Operations</h2><table><tr><th>地址 / address</th><th>名称 / name</th><th>带来 / takes</th><th>答复 / answers</th></tr>${rows.join('\n')}</table>
<h2>数据 / Schemas</h2>${schemas.join('\n')}</html>`;
}

function row(
  path: string,
  method: string,
  { operationId = '', summary = '', parameters = [], requestBody, responses = {} }: Operation,
): string {
  const takes = [
    ...parameters.map(
      ({ name, in: where, required }) =>
        `<code>${escaped(name)}</code> (${escaped(where)}${required ? '' : ', optional'})`,
    ),
    ...Object.values(requestBody?.content ?? {}).map(({ schema }) => shown(schema)),
  ];
  const answers = Object.entries(responses).map(
    ([status, { content = {} }]) =>
      `${escaped(status)} ${Object.values(content)
        .map(({ schema }) => shown(schema))
        .join(' ')}`,
  );
  return `<tr><td><span class="m">${method.toUpperCase()}</span> <code>${escaped(path)}</code></td><td>${escaped(operationId)}<br>${escaped(summary)}</td><td>${takes.join('<br>')}</td><td>${answers.join('<br>')}</td></tr>`;
}

/** A named schema as a link, anything else as it is. */
const shown = (schema: unknown): string => `<code>${linked(JSON.stringify(schema ?? {}))}</code>`;

const linked = (json: string): string =>
  escaped(json).replaceAll(/#\/components\/schemas\/(\w+)/g, '<a href="#$1">$1</a>');

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (letter) => ENTITIES[letter] ?? letter);
