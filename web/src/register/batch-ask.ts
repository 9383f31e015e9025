import type { Schema } from '../api/client.ts';
import { paperOf, type Paper } from '../verbs/document-field.tsx';
import { partsOf, type PartLines } from '../verbs/part-lines.ts';
import { given } from '../verbs/verb.ts';
import type { Wish } from './batch-wishes.ts';

/** What a batch is filled in with: what is the same for all, and under `rows` what each problem has of its own. */
export type BatchValues = {
  readonly text?: string;
  readonly opinion?: string;
  readonly facts?: Record<string, string>;
  readonly document?: Paper;
  /** Parts that are played alike in all of them. */
  readonly parts?: PartLines;
  readonly rows?: Readonly<Record<string, { readonly parts?: PartLines }>>;
  /** Copies that go out with this paper, as `problem copy`. */
  readonly copies?: readonly string[];
};

type Command = Schema<'BatchCommand'>;

/** The wish as the contract has it: what is shared, and the problems it is about with what is their own. */
export function batchCommand(wish: Wish, values: BatchValues): Command {
  return { items: itemsOf(wish, values), ask: askOf(wish, values) };
}

function askOf({ type, do: what }: Wish, { text = '', opinion, facts, document }: BatchValues): Command['ask'] {
  const paper = paperOf(document);
  const said = given(opinion);
  if (type === 'Urge') return { type, text };
  if (type === 'AcknowledgeCopy') return { type };
  if (type === 'RecordCopySent') return { type, document: paper ?? { number: '', date: '' } };
  return {
    type,
    do: what ?? 'receive', // a step has its kind
    ...(said ? { opinion: said } : {}),
    ...(facts ? { facts } : {}),
    ...(paper ? { document: paper } : {}),
  };
}

/** A step is aimed at as it was seen; of several copies of one problem each finds the version that the one before left. */
function itemsOf({ type, on }: Wish, { parts = {}, rows = {}, copies }: BatchValues): Command['items'] {
  return on.flatMap(({ row, offers }): Command['items'] => {
    const { id, version } = row;
    if (type === 'Urge') return [{ id, version }]; // the server finds the line that is due first
    const targets = offers.map(({ offer }) => offer.target ?? '');
    if (type !== 'TakeStep')
      return targets
        .filter((copy) => !copies || copies.includes(copyKey(id, copy)))
        .map((copy) => ({ id, version: null, copy }));
    const own = offers.some(({ offer }) => offer.needs.parts)
      ? { parts: partsOf({ ...parts, ...rows[id]?.parts }, row.usualParts) }
      : {};
    return targets.slice(0, 1).map((task) => ({ id, version, task, ...own }));
  });
}

/** A copy among those of all chosen problems. */
export const copyKey = (id: string, copy: string): string => `${id} ${copy}`;
