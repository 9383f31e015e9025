import { useQuery } from '@tanstack/react-query';
import { answered, api, type Schema } from '../api/client.ts';

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

/** The name an office goes by on a narrow line (县推长办), by id or by any of its names; a stranger keeps his own. */
export function useShortName(): (unit: string | null | undefined) => string {
  const short = shortNames(useUnits());
  return (unit) => (unit ? (short.get(unit) ?? unit) : '');
}

type Named = Pick<Unit, 'id' | 'name' | 'shortNames'> & {
  readonly names: readonly { readonly name: { readonly zh: string } }[];
};

/** Id and every name of a unit to the first of its short names that is shorter. */
export function shortNames(units: readonly Named[]): ReadonlyMap<string, string> {
  return new Map(
    units.flatMap((unit) => {
      const short = unit.shortNames.find((name) => name.length < unit.name.length) ?? unit.name;
      return [unit.id, unit.name, ...unit.names.map(({ name }) => name.zh)].map((name) => [name, short] as const);
    }),
  );
}
