import { keeperSigner, theInstallation } from '@bihuan/core/person';
import {
  evolveFeedback,
  evolveFile,
  evolveRefusal,
  type FeedbackEvent,
  type FileEvent,
  type RefusalEvent,
  type RefusedList,
} from '@bihuan/core/received';
import { sm3 } from '../../sm3.ts';
import { append } from '../../store/dossiers/append.ts';
import type { Append, ReceivedTable } from '../../store/dossiers/dossiers.ts';
import { leaveUnlogged, unloggedRows } from '../../store/dossiers/unlogged.ts';
import { lockImport } from '../../store/imports/imports.ts';
import { plainAppend } from '../dossiers/plain-append.ts';
import { logFound } from '../imports/import-log.ts';
import type { Entering } from './enter-dossiers.ts';

/** How many rows are noted in one transaction. */
const TOGETHER = 200;

/**
 * Gives rows that an older program wrote their log: as found on this day, since nobody can prove any more what they said before.
 * From then on they are compared with it. False: none is left, or another process is doing it.
 */
export async function noteFound(services: Entering): Promise<boolean> {
  return (
    (await noteTable<FileRow>(services, 'file', fileLog)) ||
    (await noteTable<FeedbackRow>(services, 'feedback', feedbackLog)) ||
    (await noteTable<RefusalRow>(services, 'import_refusal', refusalLog)) ||
    (await noteImport(services))
  );
}

async function noteTable<T extends { readonly id: string }>(
  services: Entering,
  table: ReceivedTable,
  logOf: (services: Entering, row: T) => Append,
): Promise<boolean> {
  const { db, region } = services;
  return db.transaction().execute(async (tx) => {
    const rows = await unloggedRows<T>(tx, region, table, TOGETHER);
    for (const row of rows) await append(tx, logOf(services, row));
    await leaveUnlogged(
      tx,
      region,
      table,
      rows.map(({ id }) => id),
    );
    return rows.length > 0;
  });
}

/** The row as JSON has it. */
type FileRow = {
  readonly id: string;
  readonly name: string;
  readonly media_type: string;
  readonly size: number;
  readonly digest: string;
  readonly uploaded_by: string;
  readonly uploaded_at: string;
};

const found = ({ today }: Entering) => ({ by: keeperSigner(theInstallation), on: today() });

function fileLog(services: Entering, row: FileRow): Append {
  const { id, name, media_type: mediaType, size, digest, uploaded_by: uploadedBy, uploaded_at: uploadedAt } = row;
  const facts = { name, mediaType, size, digest, uploadedBy, uploadedAt };
  const events: FileEvent[] = [{ ...found(services), type: 'FileFound', ...facts }];
  const state = evolveFile(null, events[0]!);
  return plainAppend(services, { dossier: id, kind: 'file', standing: null, events, state });
}

/** The row as JSON has it. */
type FeedbackRow = {
  readonly id: string;
  readonly text: string;
  readonly page: string;
  readonly person: string;
  readonly person_name: string;
  readonly unit_name: string;
  readonly recorded_at: string;
};

function feedbackLog(services: Entering, row: FeedbackRow): Append {
  const { id, text, page, person: author, person_name: authorName, unit_name: unitName, recorded_at: givenAt } = row;
  const facts = { page, said: sm3(text), author, authorName, unitName, givenAt };
  const events: FeedbackEvent[] = [{ ...found(services), type: 'FeedbackFound', ...facts }];
  const state = evolveFeedback(null, events[0]!);
  return plainAppend(services, { dossier: id, kind: 'feedback', standing: null, events, state });
}

/** The row as JSON has it. */
type RefusalRow = Omit<RefusedList, 'personName'> & {
  readonly id: string;
  readonly region: string;
  readonly person_name: string;
};

function refusalLog(services: Entering, { id, region: _region, person_name: personName, ...row }: RefusalRow): Append {
  const event: RefusalEvent = { ...found(services), type: 'ListRefusalFound', ...row, personName };
  const state = evolveRefusal(null, event);
  return plainAppend(services, { dossier: id, kind: 'refusal', standing: null, events: [event], state });
}

/** One import at a time: somebody may be answering its questions, and then its log begins with that. */
async function noteImport(services: Entering): Promise<boolean> {
  const { db, region } = services;
  const [row] = await unloggedRows<{ readonly id: string }>(db, region, 'import', 1);
  if (!row) return false;
  return db.transaction().execute(async (tx) => {
    const record = await lockImport(tx, region, row.id);
    if (!record) return false;
    await logFound(services, tx, record);
    await leaveUnlogged(tx, region, 'import', [record.id]);
    return true;
  });
}
