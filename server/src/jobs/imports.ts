import { workOnImports } from '../operations/imports/finish.ts';
import type { Services } from '../services.ts';

/** Work that goes on behind the requests. `stop` waits for the piece in hand; the rest goes on at the next start. */
export type Jobs = { readonly stop: () => Promise<void> };

type Options = { readonly every?: number; readonly onError?: (error: unknown) => void };

/** How long a job that failed waits before it tries again, ms. */
const AFTER_TROUBLE = 10_000;

/**
 * Brings in and undoes what people have started, one piece after the other, looking for work every `every` ms. Any number of
 * processes may do this: each piece is claimed in the database.
 */
export function startImportJobs(services: Services, { every = 500, onError = () => {} }: Options = {}): Jobs {
  let stopped = false;
  let wake = (): void => {};
  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const work = async (): Promise<void> => {
    while (!stopped) {
      try {
        if (!(await workOnImports(services))) await pause(every);
      } catch (error) {
        onError(error);
        await pause(AFTER_TROUBLE);
      }
    }
  };
  const working = work();
  return {
    stop: async () => {
      stopped = true;
      wake();
      await working;
    },
  };
}
