import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api, intended, newIntent, type Schema } from '../api/client.ts';

export type ImportView = Schema<'ImportView'>;
export type ImportLine = Schema<'ImportLine'>;
export type ImportQuestion = Schema<'ImportQuestion'>;
export type ImportColumn = Schema<'ImportColumn'>;
export type Pile = ImportLine['pile'];

const POLL_MS = 1_000;

/** Whether rows are on their way in or out at this moment. */
export const isMoving = ({ state }: Pick<ImportView, 'state'>): boolean => state === 'importing' || state === 'undoing';

/** One import as it stands; asked for again every second while rows are on their way. */
export function useImport(id: string) {
  return useQuery({
    queryKey: ['import', id],
    queryFn: () => answered(api.GET('/api/imports/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (state.data && isMoving(state.data) ? POLL_MS : false),
  });
}

type Body<
  Name extends
    | 'ChooseSheet'
    | 'CorrectMapping'
    | 'DecideBlanks'
    | 'DecideImport'
    | 'ApplyImport'
    | 'UndoImport'
    | 'DiscardImport',
> = Schema<Name>;

/** What a person settles about an import; each is answered with how the import stands afterwards. */
export type Settling =
  | { readonly door: 'sheet'; readonly body: Body<'ChooseSheet'> }
  | { readonly door: 'mapping'; readonly body: Body<'CorrectMapping'> }
  | { readonly door: 'blanks'; readonly body: Body<'DecideBlanks'> }
  | { readonly door: 'decisions'; readonly body: Body<'DecideImport'> }
  | { readonly door: 'apply'; readonly body: Body<'ApplyImport'> }
  | { readonly door: 'discard'; readonly body: Body<'DiscardImport'> }
  | { readonly door: 'undo'; readonly body: Body<'UndoImport'> };

/** Settles something and puts the answer in place of what was known; the piles are read anew. */
export function useSettle(id: string) {
  const known = useQueryClient();
  return useMutation({
    mutationFn: (settling: Settling) => send(id, settling),
    onSuccess: (view) => {
      known.setQueryData(['import', id], view);
      void known.invalidateQueries({ queryKey: ['import-lines', id] });
      void known.invalidateQueries({ queryKey: ['imports'] });
    },
  });
}

function send(id: string, settling: Settling): Promise<ImportView> {
  const params = { path: { id }, ...intended(newIntent()) };
  switch (settling.door) {
    case 'sheet':
      return answered(api.POST('/api/imports/{id}/sheet', { params, body: settling.body }));
    case 'mapping':
      return answered(api.POST('/api/imports/{id}/mapping', { params, body: settling.body }));
    case 'blanks':
      return answered(api.POST('/api/imports/{id}/blanks', { params, body: settling.body }));
    case 'decisions':
      return answered(api.POST('/api/imports/{id}/decisions', { params, body: settling.body }));
    case 'apply':
      return answered(api.POST('/api/imports/{id}/apply', { params, body: settling.body }));
    case 'discard':
      return answered(api.POST('/api/imports/{id}/discard', { params, body: settling.body }));
    case 'undo':
      return answered(api.POST('/api/imports/{id}/undo', { params, body: settling.body }));
  }
}
