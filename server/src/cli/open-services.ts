import { officeClock, officeDay } from '../clock.ts';
import { settingsOf, type Config } from '../config.ts';
import { openLawBook } from '../law-book.ts';
import { watchClock, type ClockWrong } from '../machine-clock.ts';
import { refold, type Refolded } from '../operations/record/refold.ts';
import type { ScheduledBackup } from '../operations/record/scheduled-backup.ts';
import type { Services } from '../services.ts';
import { openSignIn } from '../sign-in/sign-in.ts';
import { openDatabase } from '../store/database/database.ts';
import { openInstallation } from '../store/database/installation.ts';
import { newestRecord } from '../store/dossiers/events.ts';
import { anybodyReal } from '../store/people.ts';
import { Trouble } from '../trouble.ts';

/** What a command works with, and how to put it away again. */
export type OpenedServices = {
  readonly services: Services;
  /** Names of the migrations that ran now. */
  readonly migrated: readonly string[];
  /** States that an older program left, folded anew before anybody reads them. */
  readonly refolded: Refolded;
  /** Ends every session; stops our own database when nobody else uses it. */
  readonly close: () => Promise<void>;
  /** Starts the database again where it has ended by itself. */
  readonly revive: () => Promise<void>;
  /** What is backed up by itself; null where no folder is set for it. */
  readonly backup: ScheduledBackup | null;
  /** Why the machine's clock is not believed; null: it is. */
  readonly clockFault: () => ClockWrong | null;
};

/** Whether somebody has said that from this day on the clock is right, whatever later times a wrong one has left in the record. */
const isTrusted = ({ clockTrusted }: Config, now: Date): boolean =>
  clockTrusted !== null && officeDay(now) >= clockTrusted;

const REAL_DAYS_ONLY = new Trouble(
  '这里有真实用户，不能改日期 / real people are in here: the day cannot be another',
  '去掉 BIHUAN_DEMO_DAY，演示另用目录 / leave BIHUAN_DEMO_DAY out, or give the demonstration a folder of its own: BIHUAN_HOME=…',
);

/**
 * Builds the services of this installation by hand, from its settings: the one place where the real ones are made.
 * @param database another than its own while it is made beside its place
 */
export async function openServices(config: Config, database?: string): Promise<OpenedServices> {
  const { region, home, day } = config;
  const { owner, app, migrated, release, revive } = await openInstallation(home, config.databases, database);
  const db = openDatabase(app);
  const signIn = await openSignIn(app, home, config.origin);
  const watch = watchClock();
  const newest = config.demonstration ? null : await newestRecord(db, region);
  if (newest && !isTrusted(config, watch.believed())) watch.follow(newest);
  const { today, now } = officeClock(day, watch.now, watch.believed);
  const close = async (): Promise<void> => {
    await signIn.close();
    await db.destroy();
    await release();
  };
  if (day !== null && (await anybodyReal(db, region))) {
    await close();
    throw REAL_DAYS_ONLY;
  }
  const { law, renew } = await openLawBook({ db, region, today, daysApart: config.daysApart });
  const services = { db, region, home, today, now, law, renewLaw: renew, signIn };
  const refolded = await refold(services);
  const backup = config.backup && { whole: { owner, home, settings: settingsOf(config) }, plan: config.backup };
  return { services, migrated, refolded, close, revive, backup, clockFault: watch.fault };
}
