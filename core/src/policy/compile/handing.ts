import { condition } from './condition.ts';
import { isRecord, needed, object, optional, otherwise, reword, type Read } from './read.ts';
import { flag, id, oneOf, role, word } from './words.ts';
import type { ClauseId, Copy, EvidenceNeed } from '../model.ts';

type InFull = Omit<Copy, 'id' | 'clause' | 'addressed'> & { readonly id?: string; readonly clause?: ClauseId };

const copyInFull = object<InFull>({
  to: needed(role),
  id: optional(id),
  clause: optional(word),
  written: otherwise(flag, false),
  when: optional(condition),
  ruling: optional(id),
});

/** A copy that takes its clause from the step where it has none of its own. */
export type CopyIn = (clause: ClauseId) => Copy;

/** `club.board`, or `{to: club.office, written: true}`. Its id is the office it goes to unless it has one. */
export const copy: Read<CopyIn> = reword(
  (raw, at) => (typeof raw === 'string' ? copyInFull({ to: raw }, at) : copyInFull(raw, at)),
  (said) => (clause) => ({ ...said, id: said.id ?? said.to, clause: said.clause ?? clause }),
);

/** Whom a paper is addressed to (主送), written like a copy. */
export const addressee: Read<CopyIn> = reword(copy, (one) => (clause) => ({ ...one(clause), addressed: true }));

const needInFull = object<Exclude<EvidenceNeed, string>>({
  kind: needed(id),
  when: optional(condition),
  by: optional(role),
  per: optional(oneOf('unit', 'measure')),
  anew: optional(flag),
  ruling: optional(id),
});

/** `after-photo`, or `{kind: monitoring, when: {field: [chemical]}, by: case.crew, per: measure, anew: true}`. */
export const evidence: Read<EvidenceNeed> = (raw, at) => (isRecord(raw) ? needInFull(raw, at) : id(raw, at));
