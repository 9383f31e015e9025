import { spoken, type Facts, type Fault } from '@bihuan/core/policy';
import type { Language } from '@bihuan/core/time';
import { parseArgs } from 'node:util';
import { checkPack, type PackFiles } from '../policies/index.ts';
import type { Out } from './command.ts';
import { languageOf, packDir, packFiles } from './policy-pack.ts';

const options = { json: { type: 'boolean' }, lang: { type: 'string' }, help: { type: 'boolean' } } as const;

/** A fault as it is printed: with the line of its file. */
type Line = Pick<Fault, 'kind' | 'clauses' | 'facts' | 'ruling' | 'about' | 'text'> & {
  readonly file: string;
  readonly line: number;
};

/** `policy check [DIR] [--json]`. Exit code 1 when a fault has no ruling, one of shape included; 2 when there is no pack in the folder. */
export async function check(args: readonly string[], { stdout }: Out): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const files = packFiles(packDir(positionals));
  const lines = found(files).map((fault) => lineOf(fault, files));
  const open = lines.filter((line) => line.ruling === null);
  const language = languageOf(values.lang);
  stdout.write(
    values.json
      ? `${JSON.stringify({ passes: open.length === 0, faults: lines }, null, 2)}\n`
      : `${asText(lines, language).join('\n')}\n`,
  );
  return open.length === 0 ? 0 : 1;
}

const found = ({ pack, faults: unread }: PackFiles): readonly Fault[] => (pack ? checkPack(pack) : unread);

function lineOf({ kind, clauses, facts, ruling, about, text, file, path }: Fault, { locate }: PackFiles): Line {
  const at = locate(file, path);
  return { kind, file: at.file, line: at.line, clauses, facts, ruling, about, text };
}

function asText(lines: readonly Line[], language: Language): readonly string[] {
  const sorted = lines.toSorted((a, b) => Number(a.ruling !== null) - Number(b.ruling !== null));
  const open = lines.filter((line) => line.ruling === null).length;
  const sum =
    language === 'zh'
      ? `${lines.length} 处问题，${open === 0 ? '均有裁定' : `${open} 处未经裁定`}`
      : `${lines.length} faults, ${open === 0 ? 'each with a ruling' : `${open} without a ruling`}`;
  return [...sorted.map((line) => sentence(line, language)), sum];
}

function sentence({ kind, file, line, clauses, facts, ruling, text }: Line, language: Language): string {
  const sign = ruling === null ? '✗' : '·';
  const answer = ruling === null ? { zh: '未经裁定', en: 'no ruling' }[language] : ruling;
  const where = facts
    .map(factsLine)
    .filter((said) => said !== '')
    .join(' | ');
  const details = [answer, clauses.join(' '), where].filter((part) => part !== '').join('  ');
  return `${sign} ${file}:${line}  ${kind}  ${spoken(text, language)}\n    ${details}`;
}

const factsLine = (facts: Facts): string =>
  Object.entries(facts)
    .map(([fact, value]) => `${fact}=${value}`)
    .join(',');
