import type { Law } from '@bihuan/core/procedure';
import type { PlainDate } from '@bihuan/core/time';
import type { SignIn } from './sign-in/sign-in.ts';
import type { Database } from './store/database/database.ts';

/** Everything the rooms need from outside, built once, passed by hand. Past eight members, an operation takes the two it needs. */
export type Services = {
  readonly db: Database;
  /** Six-digit code of the jurisdiction this installation serves. */
  readonly region: string;
  /** Folder of the installation: files as first received stand below it. */
  readonly home: string;
  /** The day at the office (Asia/Shanghai). Tests and demonstrations set it. */
  readonly today: () => PlainDate;
  /** The instant of recording, UTC, ISO 8601 with milliseconds. */
  readonly now: () => string;
  /** The law for an edition; with none given, the one in force today. */
  readonly law: (edition?: string) => Law;
  /** Reads editions and notices again: something was published, confirmed or applied. */
  readonly renewLaw: () => Promise<void>;
  readonly signIn: SignIn;
};
