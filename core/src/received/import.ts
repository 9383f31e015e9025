import type { Actor, Signer } from '../access/index.ts';
import type { PlainDate } from '../time/index.ts';

/** How far an import is. */
export type ImportState = 'open' | 'importing' | 'done' | 'undoing' | 'undone' | 'discarded';

/** What stands for good from the moment a workbook was received. `digest`: SM3 of the workbook's bytes. */
export type ImportFacts = {
  readonly intent: string;
  readonly workbook: string;
  readonly digest: string;
  readonly kind: string | null;
  readonly name: string;
  readonly unit: string;
  readonly unitName: string;
  readonly person: string;
  readonly personName: string;
  readonly sheets: unknown;
  readonly receivedAt: string;
};

/** Where it stands beside that. `appliedBy`: whose name a job acts in. */
export type ImportStanding = {
  readonly state: ImportState;
  readonly sheet: string;
  readonly chosen: unknown;
  readonly items: number;
  readonly done: number;
  readonly appliedBy: unknown;
  readonly undoReason: string | null;
  readonly discarded: unknown;
};

/** A row that is told by its digest: what people answered and what lists say may name people, and the log keeps nothing of that. */
export type ByDigest = { readonly no: number; readonly digest: string };

/** What the log of an import says. */
export type ImportEvent = { readonly by: Signer; readonly on: PlainDate } & (
  | ({ readonly type: 'ImportReceived'; readonly sheet: string } & ImportFacts)
  /** It was there before imports had logs. */
  | ({ readonly type: 'ImportFound'; readonly frozen: string | null } & ImportFacts & ImportStanding)
  | { readonly type: 'ImportSettled'; readonly sheet?: string; readonly chosen?: unknown }
  | { readonly type: 'ImportAnswered'; readonly answers: readonly ByDigest[] }
  /** `frozen`: digest over everything there is to do. */
  | { readonly type: 'ImportStarted'; readonly items: number; readonly frozen: string; readonly appliedBy: Actor }
  /** What became of these rows. */
  | { readonly type: 'RowsSettled'; readonly results: readonly ByDigest[]; readonly done: number }
  | { readonly type: 'ImportDone' | 'ImportUndone' | 'ImportKept' }
  | { readonly type: 'ImportUndoing'; readonly reason: string; readonly appliedBy: Actor }
  | { readonly type: 'ImportDiscarded'; readonly reason: string; readonly at: string }
);

/** An import as its log has it; answers by how many there are. */
export type ImportLog = ImportFacts & ImportStanding & { readonly answers: number; readonly frozen: string | null };

const UNTOUCHED = {
  state: 'open',
  chosen: {},
  items: 0,
  done: 0,
  appliedBy: null,
  undoReason: null,
  discarded: null,
} as const;

/** Folds one event. @throws where the first is none that opens an import */
export function evolveImport(before: ImportLog | null, event: ImportEvent): ImportLog {
  if (event.type === 'ImportReceived') {
    const { type: _type, by: _by, on: _on, ...facts } = event;
    return { ...UNTOUCHED, ...facts, answers: 0, frozen: null };
  }
  if (event.type === 'ImportFound') {
    const { type: _type, by: _by, on: _on, ...all } = event;
    return { ...all, answers: 0 };
  }
  if (!before) throw new Error('an import begins with being received');
  return { ...before, ...changed(before, event) };
}

type Change = Exclude<ImportEvent, { readonly type: 'ImportReceived' | 'ImportFound' }>;

function changed(before: ImportLog, event: Change): Partial<ImportLog> {
  switch (event.type) {
    case 'ImportSettled':
      return {
        ...(event.sheet === undefined ? {} : { sheet: event.sheet }),
        ...(event.chosen === undefined ? {} : { chosen: event.chosen }),
      };
    case 'ImportAnswered':
      return { answers: before.answers + event.answers.length };
    case 'ImportStarted': {
      const { items, frozen, appliedBy } = event;
      return { state: 'importing', items, frozen, appliedBy };
    }
    case 'RowsSettled':
      return { done: event.done };
    case 'ImportDone':
    case 'ImportKept':
      return { state: 'done' };
    case 'ImportUndoing':
      return { state: 'undoing', undoReason: event.reason, appliedBy: event.appliedBy };
    case 'ImportUndone':
      return { state: 'undone' };
    case 'ImportDiscarded': {
      const { by, at, reason } = event;
      return { state: 'discarded', discarded: { person: by.id, name: by.name, at, reason } };
    }
  }
}
