import type { ArchiveReport, Finding } from '@bihuan/core/ledger';
import type { Resaved } from '../operations/record/archive-text.ts';
import type { Out } from './command.ts';

const KINDS: Readonly<Record<Finding['kind'], string>> = {
  changed: '内容被改动',
  missing: '缺少记录',
  'broken-chain': '前后不相接',
  'out-of-order': '次序不对',
  'cut-off': '末尾被截去',
  surplus: '多出记录',
  'state-differs': '档案现状与记录不符',
  'row-differs': '台账与记录不符',
  'time-backwards': '记录时间倒退',
  'schema-differs': '数据库结构或权限被改动',
  'file-changed': '文件被改动',
  'file-missing': '文件不在',
};

/** What an editor makes of a file: said, since it is no longer the one that was exported, and no finding. */
const RESAVED: Readonly<Record<Resaved, string>> = {
  'byte-mark': '开头加了字节序标记（BOM） / a byte mark in front',
  'utf-16': '改为 UTF-16 编码 / encoded as UTF-16',
  'line-ends': '换行符被改（CRLF 或 CR） / other ends of lines',
  blanks: '行首或行尾多了空格 / blanks around lines',
  'blank-lines': '多了空行 / blank lines',
  'last-line-end': '末行没有换行符 / no end after the last line',
};

type Reported = ArchiveReport & { readonly resaved?: readonly Resaved[] };

/** Says what was found, in both languages or as JSON. @returns the exit code: 0 where the record holds */
export function report(out: Out, reported: Reported, { json }: { readonly json: boolean }): number {
  const { dossiers, events, findings, resaved = [] } = reported;
  const code = findings.length === 0 ? 0 : 1;
  if (json) {
    out.stdout.write(`${JSON.stringify(reported)}\n`);
    return code;
  }
  const lines = findings.map(
    ({ kind, dossier, version, detail }) => `✗ ${KINDS[kind]} / ${kind}  ${dossier}  #${version}  ${detail}`,
  );
  const sum = `${dossiers} 份档案、${events} 条记录 / dossiers and events: ${code === 0 ? '完整 / intact' : `${findings.length} 处问题 / findings`}`;
  out.stdout.write(`${[...lines, ...saved(resaved), sum].join('\n')}\n`);
  return code;
}

const saved = (resaved: readonly Resaved[]): readonly string[] =>
  resaved.length === 0
    ? []
    : [
        '! 文件被编辑器另存过，已不是导出时的文件；所载记录照常逐条核验 / an editor has saved this file again; what it records is checked as ever',
        ...resaved.map((how) => `  ${RESAVED[how]}`),
      ];
