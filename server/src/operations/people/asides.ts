import type { Signature } from '@bihuan/core/procedure';
import type { Services } from '../../services.ts';
import { namesakes } from '../../store/people.ts';

type Signer = Pick<Signature['by'], 'id' | 'name' | 'unitName' | 'post'>;

/** By id what sets a person apart from another of the same name: the telephone, else the user name. Nothing for whoever has no namesake. */
export type Asides = ReadonlyMap<string, string>;

/** What tells these apart from others of their names. */
export async function asidesOf({ db, region }: Services, signed: readonly { readonly by: Signer }[]): Promise<Asides> {
  const names = [...new Set(signed.map(({ by }) => by.name))];
  const rows = names.length > 0 ? await namesakes(db, region, names) : [];
  return new Map(rows.map(({ id, phone, username }) => [id, phone ?? username ?? '']));
}

/** Whoever signed as pages show him. */
export const signerView = ({ id, name, unitName, post }: Signer, asides: Asides) => ({
  name,
  unitName,
  post,
  aside: asides.get(id) || null,
});
