import type { Text } from '@bihuan/core/policy';
import { visit, type Document, type YAMLError } from 'yaml';

/** A file nested so deep that reading it would need more memory than a plan is worth. */
export const tooDeep: Text = { zh: '嵌套过深', en: 'nested too deep' };

/** Anchors used so often that the file unfolds to far more than stands in it. */
export const unfolding: Text = { zh: '锚点（&、*）展开后过大', en: 'its anchors unfold to far too much' };

/** What the parser complains about, in the words of whoever writes the file; its codes are stable. */
const BROKEN: Readonly<Record<string, string>> = {
  BAD_INDENT: '缩进不对，同一层的各行要对齐',
  BAD_SCALAR_START: '这里不能以这个符号开头，文字请加引号',
  BAD_ALIAS: '“*”后面的名称不对，文字请加引号',
  BAD_DQ_ESCAPE: '双引号里“\\\\”后面的写法不对',
  BAD_DIRECTIVE: '“%”开头的行不认识，文字请加引号',
  BAD_COLLECTION_TYPE: '这里的列表或键值写法不对',
  BAD_PROP_ORDER: '标签、锚点应写在值的前面',
  BLOCK_AS_IMPLICIT_KEY: '一行里写了两个“键: 值”，请分行或加引号',
  BLOCK_IN_FLOW: '方括号、花括号里不能另起缩进的各行',
  KEY_OVER_1024_CHARS: '键太长，可能漏了冒号或引号',
  MISSING_CHAR: '缺少冒号、引号、逗号或括号',
  MULTILINE_IMPLICIT_KEY: '键不能跨行，可能漏了冒号',
  NON_STRING_KEY: '键应为文字',
  UNEXPECTED_TOKEN: '这里多出了符号',
};

/** Why this is no sound YAML, with the word at which it breaks. */
export function brokenBy({ code, message, pos: [from] }: YAMLError, text: string): Text {
  const word = /^[^\s:,{}[\]]*/.exec(text.slice(from, from + 60))?.[0] ?? '';
  if (message.includes('call stack')) return tooDeep;
  switch (code) {
    case 'DUPLICATE_KEY':
      return { zh: `“${word}”写了两次`, en: `"${word}" is there twice` };
    case 'TAB_AS_INDENT':
      return { zh: '缩进不能用制表符，只能用空格', en: 'tabs are not allowed as indentation' };
    case 'MULTIPLE_DOCS':
      return { zh: '一个文件只能写一份，不能用“---”再起一份', en: 'one document in a file, none after ---' };
    case 'TAG_RESOLVE_FAILED':
      return { zh: `不认识标签“${word}”`, en: `the tag "${word}" is not known` };
    default: {
      // the parser's own words without the place, which the fault has as its line
      const said = (message.split('\n')[0] ?? code).replace(/ at line \d+, column \d+:?$/, '');
      const near = word === '' ? { zh: '', en: '' } : { zh: `（“${word}”处）`, en: ` (at "${word}")` };
      return {
        zh: `不是合格的 YAML${near.zh}：${BROKEN[code] ?? '这一行的写法不对'}`,
        en: `not sound YAML${near.en}: ${said}`,
      };
    }
  }
}

/** The first alias whose anchor stands nowhere before it. */
export function strayAlias(document: Document): { readonly offset: number; readonly said: Text } | null {
  let stray: { readonly offset: number; readonly said: Text } | null = null;
  visit(document, {
    Alias(_key, alias) {
      if (alias.resolve(document)) return undefined;
      const name = alias.source;
      stray = {
        offset: alias.range?.[0] ?? 0,
        said: { zh: `“*${name}”之前没有“&${name}”`, en: `no &${name} before *${name}` },
      };
      return visit.BREAK;
    },
  });
  return stray;
}
