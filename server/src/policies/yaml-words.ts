import type { Text } from '@bihuan/core/policy';
import { visit, type Document, type YAMLError } from 'yaml';

/** A file nested so deep that reading it would need more memory than a plan is worth. */
export const tooDeep: Text = { zh: '嵌套过深', en: 'nested too deep' };

/** Anchors used so often that the file unfolds to far more than stands in it. */
export const unfolding: Text = { zh: '锚点（&、*）展开后过大', en: 'its anchors unfold to far too much' };

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
      return { zh: `不是合格的 YAML${near.zh}：${said}`, en: `not sound YAML${near.en}: ${said}` };
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
