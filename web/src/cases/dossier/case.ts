import { queryOptions } from '@tanstack/react-query';
import { answered, api, type Schema } from '../../api/client.ts';
import { kindOf, type Kind } from '../../kinds/kind.ts';
import type { SheetValues } from '../../sheet/field.ts';

/** A dossier of a kind that the plan describes, as this person sees it. */
export type Case = Omit<Schema<'CaseView'>, 'kind' | 'values'> & { readonly kind: Kind; readonly values: SheetValues };

/** Asked for again each half minute while it is open, so that colleagues see each other. */
export const caseQuery = (id: string) =>
  queryOptions({ queryKey: ['case', id], queryFn: () => readCase(id), refetchInterval: 30_000 });

async function readCase(id: string): Promise<Case> {
  const { kind, values, ...rest } = await answered(api.GET('/api/cases/{id}', { params: { path: { id } } }));
  return { ...rest, kind: kindOf(kind), values: values as SheetValues }; // what the fields of the kind hold
}
