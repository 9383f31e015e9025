import { paths } from '../paths.ts';
import { useKinds } from './use-kinds.ts';

type Address = {
  readonly to: string;
  readonly params: { readonly id: string };
  /** The part of the page that is turned to; the line that is to be handled there. */
  readonly search?: { readonly tab?: string; readonly do?: string };
};

/** Where the dossier of a kind stands: problems and editions have pages of their own shape, every other kind shares one. */
export function useAddress(): (kind: string, id: string, search?: Address['search']) => Address {
  const { kinds } = useKinds();
  return (kind, id, search) => ({
    to: PAGES[kinds.find((known) => known.id === kind)?.is ?? kind] ?? paths.case,
    params: { id },
    ...(search ? { search } : {}),
  });
}

/** By what a kind is; the two that editions published before kinds could be said had are known by their own names. */
const PAGES: Readonly<Record<string, string>> = { problem: paths.dossier, edition: paths.edition };
