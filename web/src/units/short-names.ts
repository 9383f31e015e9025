import { useQuery } from '@tanstack/react-query';
import { answered, api, type Schema } from '../api/client.ts';
import { NOT_YET } from '../i18n/not-yet.ts';

type Unit = Schema<'Unit'>;

/** Every unit of the plan with its names; they change once in years. */
export function useUnits(): readonly Unit[] {
  const { data } = useQuery({
    queryKey: ['units'],
    staleTime: Infinity,
    queryFn: () => answered(api.GET('/api/units')),
  });
  return data?.units ?? [];
}

/** The name an office goes by on a narrow line (县推长办), by any of its names; a stranger keeps his own. */
export function useShortName(): (name: string | null | undefined) => string {
  const short = shortNames(useUnits());
  return (name) => (name ? (short.get(name) ?? name) : '');
}

/** The same by the id of the unit, which is shown to nobody. */
export function useUnitNamed(): (unit: string) => string {
  const units = useUnits();
  const short = shortNames(units);
  return (unit) => short.get(units.find(({ id }) => id === unit)?.name ?? '') ?? NOT_YET;
}

type Named = Pick<Unit, 'id' | 'name' | 'shortNames'> & {
  readonly names: readonly { readonly name: { readonly zh: string } }[];
};

/** Every name of a unit to the first of its short names that is shorter. */
export function shortNames(units: readonly Named[]): ReadonlyMap<string, string> {
  return new Map(
    units.flatMap((unit) => {
      const short = unit.shortNames.find((name) => name.length < unit.name.length) ?? unit.name;
      return [unit.name, ...unit.names.map(({ name }) => name.zh)].map((name) => [name, short] as const);
    }),
  );
}
