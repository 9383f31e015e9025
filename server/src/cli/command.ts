import { Trouble } from '../trouble.ts';

/** Where a command writes: the answer to one, complaints to the other. `process` is one of these. */
export type Out = {
  readonly stdout: { readonly write: (text: string) => unknown };
  readonly stderr: { readonly write: (text: string) => unknown };
};

/** A module `<name>.ts` in this room exports one of these under the name `<name>` to be the command `bihuan <name> …`. */
export type Command = {
  /** Shown by `--help`: in the first line what it does, then its options, Chinese and English. */
  readonly help: string;
  /** @returns the exit code: 0 done, 1 the answer is no (a fault was found), 2 the line was not understood @throws Trouble, Misuse */
  readonly run: (args: readonly string[], out: Out) => Promise<number>;
};

/** The command line itself is wrong: the program exits with 2. */
export class Misuse extends Trouble {}

/**
 * Runs `work` and turns what it throws into an exit code. Trouble is told in two sentences; a bug keeps its stack trace,
 * which is what its finder needs.
 */
export async function exitCode(
  work: () => Promise<number>,
  { stderr }: Pick<Out, 'stderr'> = process,
): Promise<number> {
  try {
    return await work();
  } catch (error) {
    const wrongArguments =
      error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
    stderr.write(`${wrongArguments ? `✗ ${error.message}\n  → --help` : described(error)}\n`);
    return wrongArguments || error instanceof Misuse ? 2 : 1;
  }
}

function described(error: unknown): string {
  if (error instanceof Trouble) return `✗ ${error.message}\n  → ${error.remedy}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
