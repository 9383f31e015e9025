import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { holds, lineOf, type Figure } from '../bench/figure.ts';
import { measureOverload } from './overload.ts';
import { measurePasswords } from './passwords.ts';
import { withHome } from './site.ts';
import { measureSlow } from './slow.ts';
import { measureWorkbooks } from './workbooks.ts';

const PARTS = {
  slow: measureSlow,
  overload: measureOverload,
  passwords: measurePasswords,
  workbooks: measureWorkbooks,
} as const satisfies Record<string, (home: string, small: boolean) => Promise<readonly Figure[]>>;

const HELP = `npm run test:hostile [-- --only ${Object.keys(PARTS).join('|')}] [--small] [--json FILE]

  在本机真实服务上逐项攻击并测量，每项附无防护的对照 / attacks a real server on this machine, each beside its control without the guard
  --small  少量 / less of each
退出码 / exit code: 0 全部达标 / every target met; 1 有未达标 / one missed
`;

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    small: { type: 'boolean' },
    json: { type: 'string' },
    help: { type: 'boolean' },
  },
});

if (values.help) process.stdout.write(HELP);
else {
  const figures: Figure[] = [];
  await withHome(async (home) => {
    for (const [part, measure] of Object.entries(PARTS)) {
      if (values.only !== undefined && values.only !== part) continue;
      const found = await measure(home, values.small ?? false);
      for (const figure of found) process.stdout.write(`${lineOf(figure)}\n`);
      figures.push(...found);
    }
  });
  if (values.json) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
  process.exitCode = figures.every(holds) ? 0 : 1;
}
