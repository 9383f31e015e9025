import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import type { Command } from './command.ts';
import { openServices, type OpenedServices } from './open-services.ts';

const HELP = `bihuan migrate — 升级数据库结构 / bring the database up to this program

  bihuan migrate [--json]

  只向前；已运行的文件不得改动 / forward only; a file that ran is never edited
`;

/** What was brought up to this program, line by line; nothing where it was already. */
export function upgraded({ migrated, refolded }: Pick<OpenedServices, 'migrated' | 'refolded'>): readonly string[] {
  const { folded, left } = refolded;
  return [
    ...migrated,
    ...(folded > 0 ? [`档案按记录重新归结 ${folded} 份 / dossiers folded anew from their record: ${folded}`] : []),
    ...(left.length > 0
      ? [
          `与记录不符、未动 ${left.length} 份，请运行 ledger verify / left as they are, see ledger verify: ${left.length}`,
        ]
      : []),
  ];
}

/** The same migration that every start does, for who wants it apart from a start. */
export const migrate = {
  help: HELP,
  async run(args, { stdout }) {
    const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean' } } });
    const { migrated, refolded, close } = await openServices(readConfig());
    await close();
    const lines = upgraded({ migrated, refolded });
    if (values.json) stdout.write(`${JSON.stringify({ migrated, ...refolded })}\n`);
    else stdout.write(lines.length === 0 ? '已是最新 / up to date\n' : `${lines.join('\n')}\n`);
    return 0;
  },
} satisfies Command;
