import { open, rename, rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { exportRegister } from '../operations/problems/export-register.ts';
import { Misuse, type Command } from './command.ts';
import { openServices } from './open-services.ts';

const HELP = `bihuan export — 导出问题台账 / write the register as a workbook

  bihuan export --out FILE.xlsx [--stage accepting]… [--township ID] [--holder UNIT] [--field ID] [--q TEXT]

  --stage      阶段，可重复 / a stage, may be repeated; withdrawn problems only when asked for
  --township、--holder、--field  按方案中的编号 / by their id in the plan

先写入临时文件，写完才改名，不会留下半份 / written beside FILE and renamed when whole
退出码 / exit code: 0 完成 / done; 1 未完成 / not done; 2 用法不对 / wrong use
`;

const OPTIONS = {
  out: { type: 'string' },
  stage: { type: 'string', multiple: true },
  township: { type: 'string' },
  holder: { type: 'string' },
  field: { type: 'string' },
  q: { type: 'string' },
} as const;

/** The register as the page exports it, without a page: the terminal stands for no unit, so it sees the whole of it. */
export const exportCommand = {
  help: HELP,
  async run(args, { stdout }) {
    const { out, ...filter } = parseArgs({ args: [...args], options: OPTIONS }).values;
    if (!out?.endsWith('.xlsx'))
      throw new Misuse('没有说写到哪个 .xlsx 文件 / --out FILE.xlsx is needed', 'bihuan export --help');
    const { services, close } = await openServices(readConfig());
    const part = `${out}.part`;
    try {
      // opened before anything is read: a stream that opens by itself may fail while nobody listens yet
      const file = await open(part, 'w');
      await exportRegister(services, filter, { postings: [] }, file.createWriteStream());
      await rename(part, out);
      stdout.write(`已导出 / written: ${out}\n`);
      return 0;
    } finally {
      await rm(part, { force: true });
      await close();
    }
  },
} satisfies Command;

export { exportCommand as export };
