import path from 'node:path';
import type { Actor } from '@bihuan/core/access';
import type { Law } from '@bihuan/core/procedure';
import type { Unit } from '@bihuan/core/policy';
import { CALENDARS, readCalendars } from '../calendars/index.ts';
import { ROOT } from '../config.ts';
import { readPack } from '../policies/index.ts';
import { sm3 } from '../sm3.ts';

/** The Shidian pack as law, straight from its files. */
export function shidianLaw(): Law {
  const { pack, faults } = readPack(path.join(ROOT, 'policies/shidian/2023-05-17'));
  if (!pack) throw new Error(`the pack cannot be read: ${JSON.stringify(faults)}`);
  return { policy: pack.policy, units: pack.units, calendar: readCalendars(CALENDARS, pack.policy.calendars), digest: sm3 };
}

/** Somebody for every post of every unit that signs in here; ids are `unit/post`. */
export function everybody(units: readonly Unit[]): Actor[] {
  return units
    .filter((unit) => !unit.external)
    .flatMap((unit) => unit.posts.map((post) => ({ id: `${unit.id}/${post}`, name: `${unit.id} ${post}`, postings: [{ unit: unit.id, unitName: unit.names.at(-1)!.name.zh, post }] })));
}
