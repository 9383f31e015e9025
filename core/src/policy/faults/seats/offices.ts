import type { PlainDate } from '../../../time/index.ts';
import type { Pack, RoleId, Seat, Text, Unit } from '../../model.ts';
import { nameOn, unitName, unitsInRole } from '../../units.ts';

/** Offices behind a role: itself, or for a part in the dossier those that may play it. `field` stands for the departments of all fields. */
export function officesOf({ policy }: Pack, role: RoleId): readonly RoleId[] {
  const part = policy.caseRoles.find((candidate) => candidate.id === role);
  return (part?.among ?? [role]).flatMap((office) =>
    office === 'field' ? policy.fields.map((field) => field.inCharge) : [office],
  );
}

/** Every unit that may come to sit in this role on the day. */
export function mayPlay(pack: Pack, role: RoleId, on: PlainDate): readonly Unit[] {
  return [...new Set(officesOf(pack, role).flatMap((office) => unitsInRole(pack.units, office, on)))];
}

/** Every unit that may come to sit in one of these seats. */
export function sitters(pack: Pack, seats: readonly Seat[], on: PlainDate): readonly Unit[] {
  return [...new Set(seats.flatMap((seat) => mayPlay(pack, seat.role, on)))];
}

/** The first units by name and how many there are: `甲局、乙局等12家`. */
export function named(units: readonly Unit[], on: PlainDate): Text {
  const names = units.slice(0, 2).map((unit) => unitName(units, unit.id, on));
  const more = units.length > names.length;
  return {
    zh: names.join('、') + (more ? `等${units.length}家` : ''),
    en:
      units
        .slice(0, 2)
        .map((unit) => nameOn(unit, on)?.name.en ?? unit.id)
        .join(', ') + (more ? ` and ${units.length - 2} more` : ''),
  };
}
