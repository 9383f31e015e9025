import { canonical } from '@bihuan/core/ledger';
import { sm3 } from '../../sm3.ts';
import type { Item, Outcome } from '../../store/imports/import-items.ts';
import type { NumberedAnswer } from '../../store/imports/import-log-rows.ts';

/** The digest by which the log of an import tells an answer. */
export const answerDigest = ({ no: _no, ...answer }: NumberedAnswer): string => sm3(canonical(answer));

/** The digest by which it tells what became of a row. */
export const resultDigest = ({ result, reason, dossier, version }: Omit<Outcome, 'no'>): string =>
  sm3(canonical({ result, reason, dossier, version }));

/** Folds one more row of what there is to do into the digest over all of it, '' before the first. */
export const frozenWith = (before: string, { no, rows, key, content, act }: Item): string =>
  sm3(`${before}|${canonical({ no, rows, key, content, act: act ?? {} })}`);
