import type { Signer } from '../access/index.ts';
import type { PlainDate } from '../time/index.ts';

/** A file as it was received: what it is called and is, and SM3 of its bytes, lower-case hex. */
export type FileFacts = {
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly digest: string;
};

/** What a file's log says: who sent it in and when, or that it was there before files had logs, with what its row then said. */
export type FileEvent = { readonly by: Signer; readonly on: PlainDate } & FileFacts &
  (
    | { readonly type: 'FileReceived'; readonly at: string }
    | { readonly type: 'FileFound'; readonly uploadedBy: string; readonly uploadedAt: string }
  );

/** A file as its log has it. `uploadedBy`: a person's id; `uploadedAt`: an instant. */
export type FileLog = FileFacts & {
  readonly uploadedBy: string;
  readonly uploadedAt: string;
  /** Who sent it in stood in its row alone until it was found. */
  readonly found: boolean;
};

/** Folds the event of a file: it has one, since what is received never changes. */
export function evolveFile(_before: FileLog | null, event: FileEvent): FileLog {
  const { name, mediaType, size, digest } = event;
  const facts = { name, mediaType, size, digest };
  return event.type === 'FileReceived'
    ? { ...facts, uploadedBy: event.by.id, uploadedAt: event.at, found: false }
    : { ...facts, uploadedBy: event.uploadedBy, uploadedAt: event.uploadedAt, found: true };
}
