import type { PlainDate } from '../time/index.ts';
import type { PostId, RoleId, Text } from './fact.ts';

/** Names a unit had or has. Names change with dates; the id does not. `until`: the first day it is no longer called so. */
export type UnitName = { readonly name: Text; readonly from?: PlainDate; readonly until?: PlainDate };

/**
 * An organisation as the pack lists it: one of the plan's, or one the plan's rules reach. Events name it by `id`, so an id
 * that was used stays for ever; a reform adds names, roles and days and takes nothing away.
 */
export type Unit = {
  readonly id: string;
  readonly names: readonly UnitName[];
  /** As papers and workbooks write it, also from before: an import finds the unit by any of them. */
  readonly shortNames: readonly string[];
  /** Where it stands between village and nation: the lane of a diagram, the list of places. No rule of acting looks at it. */
  readonly level: 'village' | 'township' | 'county' | 'city' | 'province' | 'nation';
  /** The pack's own word, `government`, `department`: screens show it, no rule looks at it. */
  readonly kind: string;
  /** Does not sign in to this installation: its acts are recorded for it. */
  readonly external: boolean;
  /** The unit it is housed in or a branch of. */
  readonly within?: string;
  /** Who takes over what it has in hand (承接单位), from this day on: its open tasks and parts in dossiers go there by the calendar. */
  readonly succeededBy?: { readonly unit: string; readonly from: PlainDate };
  /** Offices of the plan it holds, each for some days or always. `until` as in a name. */
  readonly roles: readonly { readonly role: RoleId; readonly from?: PlainDate; readonly until?: PlainDate }[];
  readonly posts: readonly PostId[];
  /** 6 or 9 digit place code of a township. */
  readonly code?: string;
};
