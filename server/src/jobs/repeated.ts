/** Work that goes on behind the requests. `stop` waits for the piece in hand; the rest goes on at the next start. */
export type Jobs = { readonly stop: () => Promise<void> };

/** `every`: how long to wait when there was nothing to do, ms. `onError`: told of every piece that failed; the job goes on. */
export type JobOptions = { readonly every?: number; readonly onError?: (error: unknown) => void };

/** How long a job that failed waits before it tries again, ms. */
const AFTER_TROUBLE = 10_000;

/** Does one piece of work after the other; when `piece` says there was none, looks again after `every` ms. */
export function repeated(piece: () => Promise<boolean>, { every = 500, onError = () => {} }: JobOptions): Jobs {
  let stopped = false;
  let wake = (): void => {};
  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      if (stopped) return resolve(); // asked to stop while the last piece was in hand
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const work = async (): Promise<void> => {
    while (!stopped) {
      try {
        if (!(await piece())) await pause(every);
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
