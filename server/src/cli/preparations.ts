import type { Config } from '../config.ts';
import { loadDemonstration } from '../demonstration/load.ts';
import { addDemonstrationPeople } from '../demonstration/people.ts';
import { presentLaw } from '../operations/present-law.ts';
import { isSetUp } from '../operations/set-up.ts';
import type { Services } from '../services.ts';
import type { Say } from './phase.ts';
import { packDir } from './policy-pack.ts';
import { published } from './policy-publish.ts';

/** Something an installation needs once, before the first person signs in. Asked at every start. */
export type Preparation = {
  readonly title: string;
  readonly isNeeded: (services: Services, config: Config) => Promise<boolean>;
  readonly run: (services: Services, say: Say) => Promise<void>;
};

/** In this order: each may rely on those before it. */
export const PREPARATIONS: readonly Preparation[] = [
  {
    title: '发布工作方案 / publishing the plan',
    isNeeded: async (services) => presentLaw(services) === null,
    run: async (services, say) => say(`  ${await published(services, packDir([]))}`),
  },
  {
    title: '装入演示数据 / loading the demonstration',
    isNeeded: async (services, { demonstration }) => demonstration && !(await isSetUp(services)),
    run: async (services, say) => {
      await loadDemonstration(services, await addDemonstrationPeople(services), (text) => say(`  ${text}`));
    },
  },
];
