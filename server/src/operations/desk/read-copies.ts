import { unitName, type Actor } from '@bihuan/core/access';
import type { Services } from '../../services.ts';
import { listCopies, owedCopies, type AfterCopy } from '../../store/dossiers/tasks.ts';
import { cursorOf, isDay, isId, placeAfter } from '../dossiers/cursor.ts';
import { seatsOf } from './read-workbench.ts';

/** One page of the copies filed with my units, or of those still owed to units outside. */
export async function readCopies(
  services: Services,
  by: Actor,
  query: { readonly state?: 'filed' | 'read' | 'owed'; readonly after?: string; readonly size?: number },
) {
  const { db, region, today, law } = services;
  const seats = seatsOf(services, by);
  const { state = 'filed', size = 200 } = query;
  const page = { after: placeOf(query.after), size: size + 1 };
  const owed = async () => (seats.recorder ? owedCopies(db, region, seats, page) : []);
  const rows = state === 'owed' ? await owed() : await listCopies(db, region, seats, state, page);
  const copies = rows.slice(0, size).map((row) => ({
    dossier: row.dossier,
    kind: row.kind,
    copy: row.id,
    number: row.number,
    subject: row.subject,
    clause: row.clause,
    unit: row.unit,
    unitName: unitName(law().units, row.unit, today()),
    filedOn: row.filed_on,
    state: row.state,
  }));
  const last = copies.at(-1);
  return { copies, next: rows.length > size && last ? cursorOf([last.filedOn, last.dossier, last.copy]) : null };
}

const placeOf = (text: string | undefined): AfterCopy | null =>
  placeAfter(text, (filedOn, dossier, id) =>
    isDay(filedOn) && isId(dossier) && typeof id === 'string' ? { filedOn, dossier, id } : null,
  );
