import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** The folder that holds package.json. */
export const ROOT = path.resolve(import.meta.dirname, '..');

const WORKSPACES = ['core/src', 'server/src', 'web/src'];
/** What proves the rest is held to the same house rules. */
const PROOFS = ['checks', 'e2e'];
const GENERATED = new Set(['server/src/store/database/tables.ts', 'web/src/api/schema.d.ts']);

/** Every file that people write, tests included, as paths from the root. */
export const everyFile: readonly string[] = [...WORKSPACES, ...PROOFS]
  .flatMap((folder) => globSync(`${folder}/**/*.{ts,tsx}`, { cwd: ROOT }))
  .filter((file) => !GENERATED.has(file))
  .toSorted();

/** What runs in an office: no tests and nothing that only tests need. */
export const sources: readonly string[] = everyFile.filter(
  (file) => !/\.test\.tsx?$|\/testing\/|^(checks|e2e)\//.test(file),
);

/** A file's own text. */
export const textOf = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

/** A file without comments and without what strings say, line by line where it was. */
export function codeOf(file: string): string {
  const text = textOf(file);
  const blanked: [number, number][] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) blanked.push([node.getStart(), node.end]);
    for (const { pos, end } of ts.getLeadingCommentRanges(text, node.pos) ?? []) blanked.push([pos, end]);
    ts.forEachChild(node, visit);
  };
  visit(parsed(file, text));
  return blanked.reduce(
    (code, [from, to]) => code.slice(0, from) + code.slice(from, to).replaceAll(/[^\n]/g, ' ') + code.slice(to),
    text,
  );
}

/** Everything that code says: strings, templates, text of elements and patterns; comments are nobody's words. */
export function saidIn(text: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node) || ts.isJsxText(node)) found.push(node.text);
    else if (ts.isRegularExpressionLiteral(node)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(parsed('said.tsx', text));
  return found;
}

/** A function with a body and how many lines it takes, its signature included. */
export type Measured = { readonly at: string; readonly lines: number };

/** Every function of a file, also those inside others, which count for both. */
export function functionsOf(file: string): readonly Measured[] {
  const source = parsed(file, textOf(file));
  const found: Measured[] = [];
  const lineOf = (position: number): number => source.getLineAndCharacterOfPosition(position).line + 1;
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      const line = lineOf(node.getStart());
      found.push({ at: `${file}:${line}`, lines: lineOf(node.end) - line + 1 });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Literals of every property `type` and `stage`, and of the lists that name stages, kinds of step, types of field and subjects. */
export function literalsIn(file: string): readonly string[] {
  const found: string[] = [];
  const literals = (node: ts.Node): void => {
    if (ts.isStringLiteral(node)) found.push(node.text);
    ts.forEachChild(node, literals);
  };
  const visit = (node: ts.Node): void => {
    const name =
      (ts.isPropertySignature(node) || ts.isTypeAliasDeclaration(node) || ts.isVariableDeclaration(node)) &&
      node.name.getText();
    if (name && ['type', 'stage', 'stages', 'stepKinds', 'fieldTypes', 'subjects'].includes(name))
      return literals(node);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, textOf(file), ts.ScriptTarget.Latest, true));
  return found;
}

/** What a file exports by a name of its own without a doc comment right above it. */
export function undocumented(file: string): readonly string[] {
  const text = textOf(file);
  return parsed(file, text).statements.flatMap((statement) => {
    const exported =
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword);
    if (!exported) return [];
    const above = ts.getLeadingCommentRanges(text, statement.pos)?.at(-1);
    const documented = above && text.startsWith('/**', above.pos);
    return documented ? [] : [`${file}: ${statement.getText().split(/[=({]/)[0]?.trim()}`];
  });
}

/** Every `as` that tells the compiler something it does not see, without a `//` beside it, above it or at its statement's end. */
export function unexplained(file: string): readonly string[] {
  const text = textOf(file);
  const source = parsed(file, text);
  const lines = text.split('\n');
  const lineOf = (position: number): number => source.getLineAndCharacterOfPosition(position).line;
  const found: string[] = [];
  const visit = (node: ts.Node, statement: ts.Node): void => {
    const around = ts.isStatement(node) && !ts.isBlock(node) ? node : statement;
    if (ts.isAsExpression(node) && !ts.isConstTypeReference(node.type)) {
      const [first, last] = [lineOf(node.getStart()), lineOf(node.end)];
      const places = [first - 1, first, last, lineOf(around.getStart()) - 1, lineOf(around.end)];
      if (!places.some((at) => lines[at]?.includes('// '))) found.push(`${file}:${last + 1} ${lines[last]?.trim()}`);
    }
    ts.forEachChild(node, (child) => visit(child, around));
  };
  visit(source, source);
  return found;
}

function parsed(file: string, text: string): ts.SourceFile {
  return ts.createSourceFile(
    file,
    text,
    ts.ScriptTarget.Latest,
    true,
    file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
}
