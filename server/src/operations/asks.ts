import { randomUUID } from 'node:crypto';
import { badInput, type Actor, type Refusal } from '@bihuan/core/access';
import type { Ask } from '@bihuan/core/problem';
import type { OfficialDocument, RecordedAct } from '@bihuan/core/procedure';
import type { PlainDate } from '@bihuan/core/time';
import type { Services } from '../services.ts';
import { fileOf } from './files.ts';

/** Evidence as a client names it: the file is already here, and everything about its bytes is known from there. */
export type EvidenceRequest = {
  readonly type: 'AddEvidence';
  readonly file: string;
  readonly kind: string;
  readonly takenOn: PlainDate | null;
  readonly place: string;
  readonly measure: string | null;
  readonly note: string;
};

/** A paper as a client names it: its scan by the id under which the file was received. */
type GivenDocument = Omit<OfficialDocument, 'scan'> & { readonly scan?: string };
type GivenPapers = {
  readonly document?: GivenDocument;
  readonly recorded?: { readonly unitName: string; readonly document: GivenDocument };
};
/** The same ask with its papers as the record has them; what had to be there still has to. */
type Filed<A> = A extends unknown
  ? { [K in keyof A]: K extends 'document' ? OfficialDocument : K extends 'recorded' ? RecordedAct : A[K] }
  : never;

type Refused = { readonly refused: Refusal };

/** What a file that is not here is answered with. */
const notHere = (field: string): Refused => badInput([{ field, code: 'unknown' }]);

/** Fills in what only the server knows about a piece of evidence. */
export async function evidenceAsk(
  services: Services,
  request: EvidenceRequest,
  by: Actor,
): Promise<Extract<Ask, { type: 'AddEvidence' }> | Refused> {
  const file = await fileOf(services, request.file, by);
  if (!file) return notHere('file');
  const { type: _type, file: id, ...rest } = request;
  const { name, media_type: mediaType, size, digest } = file;
  return {
    type: 'AddEvidence',
    evidence: { id: randomUUID(), file: id, name, mediaType, size, digest, ...rest },
  };
}

/** Puts name and digest of each scan into an ask's papers: an act is recorded with a paper that is here, or not at all. */
export async function withScans<A extends object>(
  services: Services,
  asked: A,
  by: Actor,
): Promise<Filed<A> | Refused> {
  const { document, recorded, ...rest }: GivenPapers = asked; // most asks come without a paper
  const own = document && (await filed(services, document, by));
  if (own === null) return notHere('document.scan');
  const theirs = recorded && (await filed(services, recorded.document, by));
  if (theirs === null) return notHere('recorded.document.scan');
  const papers = {
    ...(own ? { document: own } : {}),
    ...(recorded && theirs ? { recorded: { unitName: recorded.unitName, document: theirs } } : {}),
  };
  return { ...rest, ...papers } as Filed<A>; // what was taken out above is put back, filed
}

async function filed(services: Services, given: GivenDocument, by: Actor): Promise<OfficialDocument | null> {
  const paper = { number: given.number, date: given.date };
  if (given.scan === undefined) return paper;
  const file = await fileOf(services, given.scan, by);
  return file && { ...paper, scan: file.id, scanned: { name: file.name, digest: file.digest } };
}
