import { repeated, type JobOptions, type Jobs } from './repeated.ts';

/** How often a process looks how its machine is, ms. */
const EVERY = 5_000;

/** Says what troubles the machine, once when it begins and once when it is over: nobody reads readiness at night. */
export function startMachineWatch(
  trouble: () => Promise<string | null>,
  say: (trouble: string | null) => void,
  { every = EVERY, ...options }: JobOptions = {},
): Jobs {
  let before: string | null = null;
  const look = async (): Promise<boolean> => {
    const now = await trouble();
    if (now !== before) say(now);
    before = now;
    return false;
  };
  return repeated(look, { every, ...options });
}
