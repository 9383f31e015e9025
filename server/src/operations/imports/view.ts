import type { Actor } from '@bihuan/core/access';
import {
  cellAt,
  mustBeAnswered,
  type ColumnMapping,
  type Question,
  type Sheet,
  type Understanding,
} from '@bihuan/core/intake';
import type { Services } from '../../services.ts';
import { countItems, type ItemResult } from '../../store/imports/import-items.ts';
import { refusalsOf } from '../../store/imports/import-refusals.ts';
import { touchedBy } from '../../store/imports/import-rows.ts';
import { listImports, type ImportRecord } from '../../store/imports/imports.ts';
import { blankField } from './blank-id.ts';
import { askedOnce } from './asked-once.ts';
import type { AnyRow } from '../../files/task.ts';
import { kindOfImport, passToImport, visible, visibleImport } from './seats.ts';
import { understand } from './understanding.ts';

const SAMPLES = 3;
const SHOWN_GROUPS = 100;

/** All that the wizard shows above the rows; null when it is not there for this person. */
export async function readImport(services: Services, id: string, by: Actor) {
  const record = await visibleImport(services, id, by);
  if (!record) return null;
  const { sheet, understanding, decisions } = await understand(services, record);
  const { kind, list, head, columns, questions, rows } = understanding;
  const counts = await countsOf(services, record, understanding);
  const { name, person_name: person, unit_name: unitName, sheets } = record;
  return {
    id,
    name,
    person,
    unitName,
    receivedAt: record.received_at.toISOString(),
    state: stateOf(record, understanding),
    mayAct: 'posting' in passToImport(services, record, by),
    sheets,
    sheet: record.sheet,
    brings: titleOf(services, record),
    kind,
    list,
    head: head && { first: head.first + 1, last: head.last + 1, titles: head.titles, asOf: head.asOf },
    raw: sheet.rows.slice(0, (head?.last ?? 9) + 1).map((row) => row.map(({ text }) => text)),
    mapping: columns.map((column) => columnOf(column, sheet, head?.last ?? -1)),
    fields: understanding.meanings.map(({ id: field, zh, en }) => ({ id: field, zh, en })),
    questions: questions.map((question) => asked(question, 1)),
    notes: understanding.notes,
    groups: groupsOf(rows.flatMap((row) => row.questions)),
    blanks: blanksOf(decisions),
    once: askedOnce(services, record, understanding).filter(({ lacking, chosen }) => lacking > 0 || chosen !== null),
    counts,
    progress: { done: record.done, of: record.items },
    undo: record.state === 'done' ? await undoOf(services, id) : null,
    decisions: decisions.length,
    discarded: record.discarded as { name: string; at: string; reason: string } | null, // what `discardImport` put there
  };
}

/** One page of the imports of a person's units, newest first. */
export async function readImports(
  services: Services,
  by: Actor,
  { after, kind }: { readonly after?: string; readonly kind?: string },
  size = 20,
) {
  const { db, region } = services;
  const units = [...new Set(by.postings.map(({ unit }) => unit))];
  const found = await listImports(
    db,
    region,
    { units, person: by.id, ...(kind === undefined ? {} : { kind }) },
    cursorOf(after),
    size,
  );
  const shown = found.slice(0, size);
  const last = shown.at(-1);
  const page = shown.filter((record) => visible(services, record, by));
  const imports = await Promise.all(
    page.map(async (record) => ({
      id: record.id,
      name: record.name,
      brings: titleOf(services, record),
      sheet: record.sheet,
      person: record.person_name,
      unitName: record.unit_name,
      state: stateOf(record, null),
      counts: await countsOf(services, record, null),
      progress: { done: record.done, of: record.items },
      receivedAt: record.received_at.toISOString(),
    })),
  );
  const refused = after === undefined ? await refusedOf(services, { units, person: by.id }, by) : [];
  return {
    imports,
    refused,
    next: found.length > size && last ? `${last.received_at.toISOString()}_${last.id}` : null,
  };
}

const REFUSED_SHOWN = 10;

async function refusedOf(services: Services, of: Parameters<typeof refusalsOf>[2], by: Actor) {
  const { db, region } = services;
  const rows = await refusalsOf(db, region, of, REFUSED_SHOWN);
  return rows
    .filter((row) => visible(services, row, by))
    .map(({ id, name, code, reason, digest, person_name: person, at }) => ({
      id,
      name,
      code,
      reason: reason as { zh: string; en: string }, // what `receiveImport` said
      digest,
      person,
      at: at.toISOString(),
    }));
}

/** What a workbook brings in, where that is a kind of the plan and not problems. */
function titleOf(services: Services, record: ImportRecord) {
  const kind = kindOfImport(services, record);
  return kind && { id: kind.id, title: kind.title };
}

function cursorOf(after: string | undefined): { at: string; id: string } | null {
  const [, at, id] = /^(\d{4}-[\d:.TZ-]+)_([0-9a-f-]{36})$/.exec(after ?? '') ?? [];
  return at && id ? { at, id } : null;
}

type State = 'read' | 'mapped' | 'checked' | 'importing' | 'done' | 'undoing' | 'undone' | 'discarded';

function stateOf(record: ImportRecord, understanding: Understanding<AnyRow> | null): State {
  if (record.state !== 'open') return record.state as State; // the table checks it
  if (!understanding) return record.stage as State; // what `standingOf` said
  if (understanding.questions.some(mustBeAnswered) || understanding.kind === 'unreadable') return 'read';
  return understanding.rows.some(({ pile }) => pile !== 'ready') ? 'mapped' : 'checked';
}

/** Piles of the dry run, or, once it was started, what became of the rows. */
async function countsOf({ db, region }: Services, record: ImportRecord, understanding: Understanding<AnyRow> | null) {
  if (record.state === 'open') {
    if (!understanding) return { ready: record.ready, ask: record.ask, skip: record.skip, in: 0, failed: 0 };
    const ready = understanding.rows.filter(({ pile }) => pile === 'ready').length;
    return { ready, ask: understanding.rows.length - ready, skip: understanding.skipped.length, in: 0, failed: 0 };
  }
  const ended = await countItems(db, region, record.id);
  const sum = (...results: (ItemResult | null)[]): number =>
    results.reduce((total, result) => total + (ended.get(result) ?? 0), 0);
  return {
    ready: sum(null),
    ask: 0,
    skip: sum('skipped', 'already-known'),
    in: sum('registered', 'added', 'updated'),
    failed: sum('failed'),
  };
}

async function undoOf({ db, region }: Services, id: string) {
  const touched = await touchedBy(db, region, id);
  const own = touched.filter(({ registered }) => registered);
  const used = own.filter(({ version, present }) => version !== present).length;
  return { allowed: used === 0 && own.length > 0, dossiers: own.length, used, stays: touched.length - own.length };
}

function columnOf(
  { column, text, group, field, intoRemarks, confidence, why, decided }: ColumnMapping,
  sheet: Sheet,
  last: number,
) {
  const below = sheet.rows.slice(last + 1).map((_row, at) => cellAt(sheet, last + 1 + at, column).text.trim());
  const sample = [...new Set(below.filter((words) => words !== ''))]
    .slice(0, SAMPLES)
    .map((words) => words.slice(0, 120));
  return { column, header: text, group, field, intoRemarks, confidence, why, decided, sample };
}

/** A question as the contract shows it. */
export const asked = (
  { id, group, code, row, field, raw, zh, en, options, suggested, optional }: Question,
  alike: number,
) => ({
  id,
  group,
  alike,
  code,
  row,
  field,
  raw,
  zh,
  en,
  options,
  suggested,
  ...(optional ? { optional } : {}),
});

function groupsOf(questions: readonly Question[]) {
  const groups = Map.groupBy(questions, ({ group }) => group);
  const sorted = [...groups.values()].toSorted((a, b) => b.length - a.length).slice(0, SHOWN_GROUPS);
  return sorted.flatMap((alike) => (alike[0] ? [asked(alike[0], alike.length)] : []));
}

function blanksOf(decisions: readonly { readonly on: string; readonly choose: string; readonly reason: string }[]) {
  const last = new Map(decisions.map((decision) => [decision.on, decision]));
  return [...last.values()].flatMap(({ on, choose, reason }) => {
    const field = blankField(on);
    return field && choose !== '' ? [{ field, choose, reason }] : [];
  });
}
