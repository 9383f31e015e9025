import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import { afterAll } from 'vitest';
import type { RunningDuty } from '@bihuan/core/duty';
import type { Law } from '@bihuan/core/procedure';
import { clubWith } from '@bihuan/core/testing';
import { plainDate, type PlainDate } from '@bihuan/core/time';
import type { Services } from '../services.ts';
import { openSignIn } from '../sign-in/sign-in.ts';
import { sm3 } from '../sm3.ts';
import { addPublished } from '../store/policies.ts';
import { testDatabase, type TestDatabase } from './database.ts';

/** An installation of the tennis club, with duties that a test invents and a clock that it sets. */
export type Club = {
  readonly services: Services;
  readonly database: TestDatabase;
  readonly setToday: (day: string) => void;
  /** The club changes its rules or its units; dossiers that stand keep the edition they entered under. */
  readonly setLaw: (law: Law) => Promise<void>;
};

/** Call it once at the top of a test file: migrated, the club's rules in force since the day given, nobody in it. */
export async function clubInstallation(since: string, ...duties: readonly RunningDuty[]): Promise<Club> {
  const database = await testDatabase();
  const { db } = database;
  const home = await mkdtemp(path.join(os.tmpdir(), 'bihuan-club-'));
  const signIn = await openSignIn(database.app, home, null);
  afterAll(async () => {
    await signIn.close();
    await rm(home, { recursive: true });
  });
  let today: PlainDate = plainDate(since);
  let present: Law = { ...clubWith(...duties), digest: sm3 };
  const editions = new Map([[present.policy.edition, present]]);
  const { region } = present.policy;
  const publish = async ({ policy: { edition, title, inForceFrom } }: Law): Promise<void> => {
    const row = { edition, title: title.zh, in_force_from: inForceFrom, published_on: today };
    await addPublished(db, region, {
      ...row,
      dossier: randomUUID(),
      digest: '',
      pack: '{}',
      faults: '[]',
      successors: '[]',
    });
  };
  await publish(present);
  const services: Services = {
    db,
    region,
    home,
    today: () => today,
    now: () => new Date().toISOString(),
    law: (asked) => (asked === undefined ? present : editions.get(asked)!),
    renewLaw: () => Promise.resolve(),
    signIn,
  };
  return {
    services,
    database,
    setToday: (day) => void (today = plainDate(day)),
    setLaw: async (law) => {
      const known = editions.has(law.policy.edition);
      present = { ...law, digest: sm3 };
      editions.set(law.policy.edition, present);
      if (!known) await publish(law);
    },
  };
}
