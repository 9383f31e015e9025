import { useUnits } from '../units/short-names.ts';
import { useSession } from '../api/session.ts';

type Unit = ReturnType<typeof useUnits>[number];

/** Units that may be named in a field: of these roles today, or any. */
export function useUnitsAmong(roles: readonly string[] | undefined): readonly Unit[] {
  const units = useUnits();
  const { today } = useSession().installation;
  return roles && roles.length > 0 ? units.filter((unit) => roles.some((role) => holds(unit, role, today))) : units;
}

const holds = (unit: Unit, role: string, day: string): boolean =>
  unit.roles.some(
    (held) => held.role === role && (held.from ?? day) <= day && (held.until === null || held.until > day),
  );

/** How a unit is found by typing: any name it goes or went by. */
export const namesOf = ({ name, shortNames, names }: Unit): readonly string[] => [
  ...new Set([name, ...shortNames, ...names.map((former) => former.name.zh)]),
];
