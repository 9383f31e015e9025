import { workOnImports } from '../operations/imports/finish.ts';
import type { Services } from '../services.ts';
import { repeated, type JobOptions, type Jobs } from './repeated.ts';

/**
 * Brings in and undoes what people have started, one piece after the other, looking for work every `every` ms. Any number of
 * processes may do this: each piece is claimed in the database.
 */
export function startImportJobs(services: Services, options: JobOptions = {}): Jobs {
  return repeated(() => workOnImports(services), options);
}
