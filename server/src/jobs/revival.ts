import { repeated, type JobOptions, type Jobs } from './repeated.ts';

/** How often a process looks whether its own database still answers, ms. */
const EVERY = 2_000;

/** Starts the database again where it has ended by itself: nobody sits beside the machine at night. */
export function startRevival(revive: () => Promise<void>, { every = EVERY, ...options }: JobOptions = {}): Jobs {
  const look = async (): Promise<boolean> => {
    await revive();
    return false;
  };
  return repeated(look, { every, ...options });
}
