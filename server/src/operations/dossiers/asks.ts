import { randomUUID } from 'node:crypto';
import { badInput, type Actor, type Refusal } from '@bihuan/core/access';
import type { Evidence } from '@bihuan/core/problem';
import type { OfficialDocument, RecordedAct } from '@bihuan/core/procedure';
import type { Services } from '../../services.ts';
import { fileOf } from '../files/files.ts';

/** Evidence as a client names it: the file is already here, and everything about its bytes is known from there. */
type NamedFile = { readonly type: 'AddEvidence'; readonly file: string };
/** What is known of those bytes. */
type Kept = Pick<Evidence, 'id' | 'file' | 'name' | 'mediaType' | 'size' | 'digest'>;

/** An ask as a client sends it, with the papers that come with it. */
export type Papered<A> = A extends unknown
  ? { [K in keyof A]: K extends 'document' ? GivenDocument : K extends 'recorded' ? GivenPapers['recorded'] : A[K] }
  : never;

/** A paper as a client names it: its scan by the id under which the file was received. */
type GivenDocument = Pick<OfficialDocument, 'number' | 'date'> & {
  readonly scan?: string;
  readonly further?: readonly string[];
};
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
export async function evidenceAsk<R extends NamedFile>(
  services: Services,
  request: R,
  by: Actor,
): Promise<{ readonly type: 'AddEvidence'; readonly evidence: Kept & Omit<R, keyof NamedFile> } | Refused> {
  const kept = await keptAs(services, request.file, by);
  if (!kept) return notHere('file');
  const { type: _type, file: _file, ...rest } = request;
  return { type: 'AddEvidence', evidence: { ...kept, ...rest } };
}

/** A file that this person may file, under an id as evidence; null where it is not here. */
export async function keptAs(services: Services, id: string, by: Actor): Promise<Kept | null> {
  const file = await fileOf(services, id, by);
  if (!file) return null;
  const { name, media_type: mediaType, size, digest } = file;
  return { id: randomUUID(), file: id, name, mediaType, size, digest };
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
  const [first, ...more] = [...(given.scan === undefined ? [] : [given.scan]), ...(given.further ?? [])];
  if (first === undefined) return paper;
  const file = await fileOf(services, first, by);
  if (!file) return null;
  const further: Further[] = [];
  for (const id of more) {
    const next = await fileOf(services, id, by);
    if (!next) return null;
    further.push({ file: next.id, name: next.name, digest: next.digest });
  }
  const scanned = { name: file.name, digest: file.digest };
  return { ...paper, scan: file.id, scanned, ...(further.length > 0 ? { further } : {}) };
}

type Further = NonNullable<OfficialDocument['further']>[number];
