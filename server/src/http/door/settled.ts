import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FileRefusal, FileRefusalCode } from '../../files/refusal.ts';
import { HALTS, type Halt, type Settled } from '../../operations/imports/outcome.ts';
import { problemDocument, refuseRequest, sendProblem } from './problem-document.ts';
import { sendRefusal } from './refusal.ts';

/** Files of another kind are 415, too large ones 413; what is wrong inside one is 422. */
const BY_FILE: Partial<Record<FileRefusalCode, number>> = {
  'wrong-type': 415,
  'wrong-content': 415,
  'old-format': 415,
  'binary-workbook': 415,
  macros: 415,
  'too-large': 413,
};

const BY_HALT: Readonly<Record<Halt, number>> = {
  'import-not-open': 409,
  'import-undone': 409,
  'import-discarded': 409,
  'import-questions-open': 422,
  'import-sheet-open': 422,
  'import-fact-missing': 422,
  'import-nothing-ready': 422,
  'import-not-done': 409,
  'import-used': 409,
  'unknown-sheet': 422,
};

/** Sends why an import does not go on, each reason with its own code and sentence. */
export function sendUnsettled(
  request: FastifyRequest,
  reply: FastifyReply,
  settled: Exclude<Settled<never>, { done: never }>,
): FastifyReply {
  if ('missing' in settled) return refuseRequest(request, reply, 'not-found');
  if ('refused' in settled) return sendRefusal(request, reply, settled.refused);
  if ('file' in settled) return sendFileRefusal(request, reply, settled.file);
  const { zh, en } = HALTS[settled.halt];
  return sendProblem(
    reply,
    problemDocument(request, settled.halt, { status: BY_HALT[settled.halt], title: zh, titleEn: en }, {}),
  );
}

/** Sends why a workbook is not read, in the words that say what to do. */
export function sendFileRefusal(
  request: FastifyRequest,
  reply: FastifyReply,
  { code, zh, en }: FileRefusal,
): FastifyReply {
  return sendProblem(
    reply,
    problemDocument(request, code, { status: BY_FILE[code] ?? 422, title: zh, titleEn: en }, {}),
  );
}
