import { useShortName } from './short-names.ts';

/** A unit by its short name; the full one shows when it is pointed at. */
export function UnitName({ name }: { readonly name: string | null | undefined }) {
  const short = useShortName();
  if (!name) return null;
  const shown = short(name);
  return shown === name ? <>{name}</> : <span title={name}>{shown}</span>;
}
