import { type Command, exitCode, Misuse, type Out } from './command.ts';

/** Every command, in the order a newcomer reads them. Each is the file of its name in this folder. */
const COMMANDS = [
  'serve',
  'worker',
  'migrate',
  'policy',
  'calendar',
  'due',
  'duty',
  'import',
  'export',
  'ledger',
  'backup',
  'restore',
  'keys',
  'user',
];

const fileOf = (name: string): URL => new URL(`./${name}.ts`, import.meta.url);

process.exitCode = await exitCode(() => dispatch(process.argv.slice(2), process));

async function dispatch([name, ...args]: readonly string[], out: Out): Promise<number> {
  if (name === undefined || name === '--help' || name === 'help') {
    out.stdout.write(`${await overview()}\n`);
    return name === undefined ? 2 : 0;
  }
  if (!COMMANDS.includes(name)) {
    throw new Misuse(`没有“${name}”这个命令 / no such command: ${name}`, `可用 / there are: ${COMMANDS.join(', ')}`);
  }
  const command = await load(name);
  // asked before anything is parsed or opened, so that help never needs a database
  if (args.includes('--help')) {
    out.stdout.write(command.help);
    return 0;
  }
  return command.run(args, out);
}

/** Loaded when asked for: `due` should not wait for the whole server to be read. */
async function load(name: string): Promise<Command> {
  const module = (await import(fileOf(name).href)) as Readonly<Record<string, Command | undefined>>; // a test loads every one
  const command = module[name];
  if (!command) throw new Error(`${name}.ts exports no command of its name`);
  return command;
}

async function overview(): Promise<string> {
  const lines = await Promise.all(COMMANDS.map(async (name) => `  ${(await load(name)).help.split('\n')[0]}`));
  return ['npm run bihuan -- <command> [--help]', '', ...lines].join('\n');
}
