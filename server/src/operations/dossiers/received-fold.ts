import {
  evolveFeedback,
  evolveFile,
  evolveVolume,
  unopened,
  type FeedbackEvent,
  type FeedbackLog,
  type FileEvent,
  type FileLog,
  type RegisterEvent,
} from '@bihuan/core/received';
import type { At, Fold } from './fold.ts';

/** Folds the log of something that came in, or of a volume of the register. @throws when it has none of its events */
export function receivedFold(kind: 'file' | 'feedback' | 'register', at: At, events: readonly unknown[]): Fold {
  switch (kind) {
    case 'file':
      return fileFold(at, events as readonly FileEvent[]); // the log of its kind
    case 'feedback':
      return feedbackFold(at, events as readonly FeedbackEvent[]); // as above
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
