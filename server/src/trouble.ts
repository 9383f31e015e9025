/**
 * Something outside the program is not as it needs it: a port is taken, a database does not answer, a setting is wrong.
 * Whoever starts the program reads both sentences and no stack trace; anything else that is thrown is a bug.
 */
export class Trouble extends Error {
  /** What to do about it, as a command where there is one. */
  readonly remedy: string;

  /** @param what what happened, Chinese first @param remedy what to do, Chinese first */
  constructor(what: string, remedy: string, options?: ErrorOptions) {
    super(what, options);
    this.name = 'Trouble';
    this.remedy = remedy;
  }
}

/** The code of a Node or PostgreSQL error (`EADDRINUSE`, `23505`), or an empty string. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
