import {
  evolveFeedback,
  evolveFile,
  evolveImport,
  evolveRefusal,
  evolveVolume,
  unopened,
  type FeedbackEvent,
  type FeedbackLog,
  type FileEvent,
  type FileLog,
  type ImportEvent,
  type ImportLog,
  type RefusalEvent,
  type RefusedList,
  type RegisterEvent,
} from '@bihuan/core/received';
import type { At, Fold } from './fold.ts';

type ReceivedKind = 'file' | 'feedback' | 'import' | 'refusal' | 'register';

/** Folds the log of something that came in, or of a volume of the register. @throws when it has none of its events */
export function receivedFold(kind: ReceivedKind, at: At, events: readonly unknown[]): Fold {
  switch (kind) {
    case 'file':
      return fileFold(at, events as readonly FileEvent[]); // the log of its kind
    case 'feedback':
      return feedbackFold(at, events as readonly FeedbackEvent[]); // as above
    case 'import':
      return importFold(at, events as readonly ImportEvent[]); // as above
    case 'refusal':
      return refusalFold(at, events as readonly RefusalEvent[]); // as above
    case 'register':
      return { state: (events as readonly RegisterEvent[]).reduce(evolveVolume, unopened), rows: {}, law: {} }; // as above
  }
}

function fileFold({ region, id }: At, events: readonly FileEvent[]): Fold {
  const state = events.reduce<FileLog | null>(evolveFile, null);
  if (!state) throw new Error('a file has one event');
  const { name, mediaType: media_type, size, digest, uploadedBy: uploaded_by, uploadedAt: uploaded_at } = state;
  return { state, rows: { file: [{ region, id, name, media_type, size, digest, uploaded_by, uploaded_at }] }, law: {} };
}

function feedbackFold({ region, id }: At, events: readonly FeedbackEvent[]): Fold {
  const state = events.reduce<FeedbackLog | null>(evolveFeedback, null);
  if (!state) throw new Error('a word about the system has one event');
  const { page, said: text, author: person, authorName: person_name, unitName: unit_name, givenAt } = state;
  const row = { region, id, text, page, person, person_name, unit_name, recorded_at: givenAt };
  return { state, rows: { feedback: [row] }, law: {} };
}

function importFold({ region, id }: At, events: readonly ImportEvent[]): Fold {
  const state = events.reduce<ImportLog | null>(evolveImport, null);
  if (!state) throw new Error('an import begins with being received');
  const { intent, kind, name, unit, person, sheets, sheet, chosen, items, done, discarded } = state;
  const row = {
    region,
    id,
    intent,
    kind,
    name,
    unit,
    person,
    sheets,
    sheet,
    chosen,
    items,
    done,
    discarded,
    state: state.state,
    file: state.workbook,
    unit_name: state.unitName,
    person_name: state.personName,
    received_at: state.receivedAt,
    applied_by: state.appliedBy,
    undo_reason: state.undoReason,
  };
  return { state, rows: { import: [row] }, law: {} };
}

function refusalFold({ region, id }: At, events: readonly RefusalEvent[]): Fold {
  const state = events.reduce<RefusedList | null>(evolveRefusal, null);
  if (!state) throw new Error('a refused list has one event');
  const { personName: person_name, ...refused } = state;
  return { state, rows: { import_refusal: [{ region, id, ...refused, person_name }] }, law: {} };
}
