import type { Schema } from '../../api/client.ts';

/** One line of the list of a kind. */
export type CaseRow = Schema<'CaseRow'>;
