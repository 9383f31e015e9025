import type { Actor } from '@bihuan/core/access';
import type { Services } from '../../services.ts';
import type { Executor } from '../../store/dossiers/dossiers.ts';
import type { Item } from '../../store/imports/import-items.ts';
import type { ImportRecord } from '../../store/imports/imports.ts';
import type { Kept } from './brought.ts';
import type { Act } from './start.ts';

/** What the work on one piece of an import needs. */
export type Work = {
  readonly services: Services;
  readonly tx: Executor;
  readonly record: ImportRecord;
  readonly by: Actor;
  /** Pictures that its rows bring. */
  readonly pictures: Kept;
};

/** One row with what was decided about it; `name` is the digest of its key. */
export type Doing<D extends Act['do'] = Act['do']> = Item & {
  readonly name: string;
  readonly act: Extract<Act, { readonly do: D }>;
};
