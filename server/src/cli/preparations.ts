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

/** Something an installation needs once, before the first person signs in. Asked at every start. */
export type Preparation = {
  readonly title: string;
  readonly isNeeded: (services: Services, config: Config) => Promise<boolean>;
  readonly run: (services: Services, say: Say, config: Config) => Promise<void>;
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
    isNeeded: async (services, { demonstration, home }) => {
      refuseHalfLoaded(home);
      return demonstration && !(await isSetUp(services));
    },
    run: async (services, say) => {
      writeFileSync(unfinished(services.home), '');
      const people = await addDemonstrationPeople(services);
      await loadDemonstration(services, people, (text) => say(`  ${text}`));
      await loadCases(services, people, (text) => say(`  ${text}`));
      rmSync(unfinished(services.home));
    },
  },
  {
    title: '时限接着按新的放假通知移动 / clocks go on following a notice',
    isNeeded: lagsBehindCalendar,
    run: async (services) => void (await followCalendar(services)),
  },
];

/** Stands in the installation's folder while the demonstration is being loaded. */
const unfinished = (home: string): string => path.join(home, 'demonstration.unfinished');

/** Half a past would look like a whole one. @throws Trouble when the last load was interrupted */
function refuseHalfLoaded(home: string): void {
  if (!existsSync(unfinished(home))) return;
  throw new Trouble(
    '演示数据上次没有装完 / the demonstration was interrupted while loading',
    `删去后重新开始 / start afresh: rm -rf ${home}`,
  );
}
