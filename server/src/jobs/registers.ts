import { enterDossiers } from '../operations/record/enter-dossiers.ts';
import { noteFound } from '../operations/record/note-found.ts';
import type { Services } from '../services.ts';
import { repeated, type JobOptions, type Jobs } from './repeated.ts';

/** How long a dossier that was opened waits at most until the register names it, ms. */
const EVERY = 2_000;

/** Gives what an older program left without one its log, and enters new dossiers in the register of all of them. */
export function startRegisterJobs(services: Services, { every = EVERY, ...options }: JobOptions = {}): Jobs {
  return repeated(async () => (await noteFound(services)) || enterDossiers(services), { every, ...options });
}
