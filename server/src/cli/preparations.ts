import { existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Config } from '../config.ts';
import { beginningOf } from '../demonstration/beginning.ts';
import { loadCases } from '../demonstration/load-cases.ts';
import { loadDemonstration } from '../demonstration/load.ts';
import { addDemonstrationPeople } from '../demonstration/people.ts';
import { followCalendar, lagsBehindCalendar } from '../operations/calendar/amend-clocks.ts';
import { presentLaw } from '../operations/law/present-law.ts';
import { isSetUp } from '../operations/people/set-up.ts';
import type { Services } from '../services.ts';
import type { Say } from './phase.ts';
import { Trouble } from '../trouble.ts';
import { packDir } from './policy-pack.ts';
import { published } from './policy-publish.ts';

/** The settings, and whether all of it is made beside its place and moved there whole: then nothing can be half done. */
export type Preparing = Config & { readonly isBeside: boolean };

/** Something an installation needs once, before the first person signs in. Asked at every start. */
export type Preparation = {
  readonly title: string;
  readonly isNeeded: (services: Services, config: Preparing) => Promise<boolean>;
  readonly run: (services: Services, say: Say, config: Preparing) => Promise<void>;
};

/** In this order: each may rely on those before it. */
export const PREPARATIONS: readonly Preparation[] = [
  {
    title: '发布工作方案 / publishing the plan',
    isNeeded: async (services) => presentLaw(services) === null,
    run: async (services, say, { demonstration }) => {
      const dir = packDir([], services.region);
      const on = demonstration && !(await isSetUp(services)) ? beginningOf(services) : services;
      say(`  ${await published(on, dir)}`);
    },
  },
  {
    title: '装入演示数据 / loading the demonstration',
    isNeeded: async (services, config) => {
      if (!config.isBeside) refuseHalfLoaded(config);
      return config.demonstration && !(await isSetUp(services));
    },
    run: async (services, say, { isBeside }) => {
      if (!isBeside) writeFileSync(unfinished(services.home), '', { flush: true });
      const people = await addDemonstrationPeople(services);
      await loadDemonstration(services, people, (text) => say(`  ${text}`));
      await loadCases(services, people, (text) => say(`  ${text}`));
      rmSync(unfinished(services.home), { force: true });
    },
  },
  {
    title: '时限接着按新的放假通知移动 / clocks go on following a notice',
    isNeeded: lagsBehindCalendar,
    run: async (services) => void (await followCalendar(services)),
  },
];

/** Stands in the installation's folder while the demonstration is loaded in its place: into a PostgreSQL that is the office's. */
const unfinished = (home: string): string => path.join(home, 'demonstration.unfinished');

/** Half a past would look like a whole one; nothing is deleted in a database that may hold more. @throws Trouble when the last load was interrupted */
function refuseHalfLoaded({ home, databases }: Config): void {
  if (!existsSync(unfinished(home))) return;
  throw new Trouble(
    '演示数据上次没有装完 / the demonstration was interrupted while loading',
    databases === null
      ? `删去后重新开始 / start afresh: rm -rf ${home}`
      : `另建一个空数据库，并删去 / make another, empty database, and remove ${unfinished(home)}`,
  );
}
