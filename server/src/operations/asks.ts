import { randomUUID } from 'node:crypto';
import type { Ask } from '@bihuan/core/problem';
import { plainDate, type PlainDate } from '@bihuan/core/time';
import type { Services } from '../services.ts';
import { findFile } from '../store/files.ts';

/** Evidence as a client names it: the file is already here, and everything about its bytes is known from there. */
export type EvidenceRequest = {
  readonly type: 'AddEvidence';
  readonly file: string;
  readonly kind: string;
  readonly takenOn: string | null;
  readonly place: string;
  readonly measure: string | null;
  readonly note: string;
};

/** Fills in what only the server knows about a piece of evidence; null when there is no such file. */
export async function evidenceAsk({ db, region }: Services, request: EvidenceRequest): Promise<Ask | null> {
  const file = await findFile(db, region, request.file);
  if (!file) return null;
  const { type: _type, file: id, takenOn, ...rest } = request;
  const day: PlainDate | null = takenOn === null ? null : plainDate(takenOn);
  const { name, media_type: mediaType, size, digest } = file;
  return {
    type: 'AddEvidence',
    evidence: { id: randomUUID(), file: id, name, mediaType, size, digest, takenOn: day, ...rest },
  };
}
