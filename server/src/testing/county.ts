import path from 'node:path';
import { ROOT } from '../config.ts';

/** The edition of the county's plan that new installations publish: its present reading. */
export const EDITION = 'shidian/2023-05-17.r3';
/** Its folder. */
export const COUNTY = path.join(ROOT, 'policies', EDITION);
/** The first reading, which installations from before have published. */
export const FIRST_READING = path.join(ROOT, 'policies/shidian/2023-05-17');
