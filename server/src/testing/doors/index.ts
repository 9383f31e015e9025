import { caseDoors } from './cases.ts';
import { dutyDoors } from './duties.ts';
import type { Door, Ground } from './door.ts';
import { importDoors } from './lists.ts';
import { accountDoors, ruleDoors } from './office.ts';
import { editionDoors, problemDoors } from './work.ts';

/** Every door by its operation: a new one must be entered, or the test of doors fails. */
export const doorsOf = (ground: Ground): Readonly<Record<string, Door>> => ({
  ...problemDoors(ground),
  ...editionDoors(ground),
  ...caseDoors(ground),
  ...dutyDoors(ground),
  ...importDoors(ground),
  ...ruleDoors(ground),
  ...accountDoors(ground),
});
