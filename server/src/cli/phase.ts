import type { Out } from './command.ts';

/** Tells the terminal one line. */
export type Say = (line: string) => void;

/** Says lines on this output. */
export const sayOn =
  ({ stdout }: Pick<Out, 'stdout'>): Say =>
  (line) =>
    stdout.write(`${line}\n`);

/** Says what is being done before it is done and how long it took, so that nobody waits before a silent screen. */
export async function phase<T>(say: Say, title: string, work: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  say(`▸ ${title} …`);
  const result = await work();
  const seconds = (performance.now() - begun) / 1000;
  if (seconds >= 1) say(`  ${seconds.toFixed(1)} s`);
  return result;
}
