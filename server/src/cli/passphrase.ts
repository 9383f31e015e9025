import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { Trouble } from '../trouble.ts';

/**
 * Asks for a passphrase on the terminal without showing it; where there is no terminal the next line of the input is it.
 * @param twice a new one is typed again, so that a slip locks nobody out @throws Trouble where the two differ or nothing comes
 */
export async function askPassphrase(twice: boolean): Promise<string> {
  const isTerminal = process.stdin.isTTY;
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: isTerminal });
  const typed = lines[Symbol.asyncIterator]();
  const ask = async (what: string): Promise<string> => {
    if (isTerminal) process.stderr.write(what);
    const { value } = await typed.next();
    if (isTerminal) process.stderr.write('\n');
    return value ?? '';
  };
  try {
    const passphrase = await ask('口令 / passphrase: ');
    if (passphrase === '') throw new Trouble('没有口令 / no passphrase', '再试一次 / try again');
    if (twice && isTerminal && (await ask('再输一次 / once more: ')) !== passphrase)
      throw new Trouble('两次输入不同 / the two differ', '再试一次 / try again');
    return passphrase;
  } finally {
    lines.close();
  }
}
