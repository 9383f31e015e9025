import type { IntakeContext, KindContext, Sheet, Understanding } from '@bihuan/core/intake';
import type { Kind } from '@bihuan/core/policy';
import type { FileRefusal } from '../../files/refusal.ts';
import type { AnyRow } from '../../files/task.ts';
import { understandSheet } from '../../files/workbook.ts';
import type { Services } from '../../services.ts';
import { sm3 } from '../../sm3.ts';
import { knownByName } from '../../store/imports/import-known.ts';
import type { ImportRecord, KeptDecision } from '../../store/imports/imports.ts';
import { contextOf, NOTHING, remembered, toldBefore } from './context.ts';
import { contextFor, formerNames, lookedUp, NOTHING_KNOWN, type KindKnowledge } from './kind-context.ts';
import { kindOfImport } from './seats.ts';

type Given = readonly KeptDecision[];

/** A sheet with these answers, against what the register, the plan and other imports say now. @throws SheetTooHeavy */
export async function readNow(
  services: Services,
  record: ImportRecord,
  sheet: Sheet,
  given: Given,
): Promise<Understanding<AnyRow>> {
  if (record.kind === null) return problemsNow(services, record, sheet, given);
  const kind = kindOfImport(services, record);
  // the edition in force has no such kind any more: the sheet can be looked at, and nobody may bring it in
  return kind
    ? rowsNow(services, { record, kind }, sheet, given)
    : reading(sheet, given, contextOf(services, NOTHING), record.unit);
}

/** Reads once against the newest problems, and once more when older rows of the same list turn up under their keys. */
async function problemsNow(services: Services, record: ImportRecord, sheet: Sheet, given: Given) {
  const { db, region } = services;
  const memory = await remembered(services, record.id);
  const first = await reading(sheet, given, contextOf(services, memory), record.unit);
  const held = new Set(memory.known.map(({ key }) => key));
  const names = first.rows.filter(({ key }) => !held.has(key)).map(({ key }) => sm3(key));
  const older = names.length > 0 ? await knownByName(db, region, names) : [];
  if (older.length === 0) return first;
  return reading(sheet, given, contextOf(services, { ...memory, known: [...memory.known, ...older] }), record.unit);
}

/** Reads once to see what has to be looked up: dossiers by number, people by name, rows that came before; then with what was found. */
async function rowsNow(
  services: Services,
  { record, kind }: { readonly record: ImportRecord; readonly kind: Kind },
  sheet: Sheet,
  given: Given,
) {
  const before: KindKnowledge = {
    ...NOTHING_KNOWN,
    formerly: await formerNames(services, kind),
    told: await toldBefore(services, record.id),
  };
  const context = contextFor(services, kind, record, before);
  const first = await reading(sheet, given, context, record.unit);
  const rows = first.rows.filter((row) => 'values' in row);
  const found = await lookedUp(services, kind, record, { rows, context });
  const any = found.people.length + found.referred.length + found.known.length > 0;
  return any ? reading(sheet, given, { ...context, ...found }, record.unit) : first;
}

/** One reading of a sheet in a process of its own. @param party the unit whose turn it takes @throws SheetTooHeavy, Crowded */
export async function reading(
  sheet: Sheet,
  given: Given,
  context: IntakeContext | KindContext,
  party = '',
): Promise<Understanding<AnyRow>> {
  const result = await understandSheet(sheet, context, given, { party });
  if ('kind' in result) return result;
  throw new SheetTooHeavy(result.refused);
}

/** The sheet takes more time or memory than one sheet may. */
export class SheetTooHeavy extends Error {
  override readonly name = 'SheetTooHeavy';
  readonly refused: FileRefusal;

  constructor(refused: FileRefusal) {
    super(refused.code);
    this.refused = refused;
  }
}
