import type { Actor, InputFault } from '@bihuan/core/access';
import { answerFault, type Decision, type Field } from '@bihuan/core/intake';
import type { Services } from '../../services.ts';
import type { Executor } from '../../store/dossiers.ts';
import { addDecisions, changeImport, lockImport, type ImportRecord, type KeptDecision } from '../../store/imports.ts';
import { originsOf } from './context.ts';
import type { Settled } from './outcome.ts';
import { seatFor, visibleImport } from './seats.ts';
import { blankId } from './blank-id.ts';
import { foreseen, understand } from './understanding.ts';

/** What a person may settle before rows are brought in. Nothing of it patches a result: the sheet is understood again. */
export type Settling =
  | { readonly sheet: string }
  | {
      readonly columns?: readonly { readonly column: number; readonly field: Field | 'into-remarks' | '' | null }[];
      readonly head?: string;
      readonly origin?: string;
    }
  | {
      readonly blanks: readonly {
        readonly field: Field;
        readonly choose: 'same-as-above' | 'none' | '';
        readonly reason?: string;
      }[];
    }
  | { readonly decisions: readonly (Omit<Decision, 'reason'> & { readonly reason?: string })[] };

/** Settles something about an import that is not started yet, and understands it again. */
export async function settleImport(
  services: Services,
  id: string,
  settling: Settling,
  by: Actor,
): Promise<Settled<ImportRecord>> {
  const { db, region } = services;
  const seen = await visibleImport(services, id, by);
  if (!seen) return { missing: true };
  const seat = seatFor(services, by);
  if ('refused' in seat) return seat;
  const faults = 'decisions' in settling && seen.state === 'open' ? await faultsOf(services, seen, settling, by) : [];
  if (faults.length > 0) return { refused: { code: 'bad-input', faults, clause: null } };
  const settled = await db.transaction().execute(async (tx): Promise<Settled<ImportRecord>> => {
    const record = await lockImport(tx, region, id);
    if (record?.state !== 'open') return { halt: 'import-not-open' };
    return write(services, tx, record, settling, by);
  });
  if ('done' in settled) await understand(services, settled.done);
  return settled;
}

/** An answer that is none would be kept, counted, and change nothing: it is refused, and with it all that came along. */
async function faultsOf(
  services: Services,
  record: ImportRecord,
  settling: Extract<Settling, { readonly decisions: unknown }>,
  by: Actor,
): Promise<InputFault[]> {
  const added = keptBy(decisionsOf(settling), by, services);
  const { before, after } = await foreseen(services, record, added);
  const faults: InputFault[] = [];
  for (const [place, decision] of added.entries()) {
    const fault = await answerFault(decision, before, after);
    if (fault) faults.push({ field: `decisions.${place}.${fault.at}`, code: fault.code });
  }
  return faults;
}

const keptBy = (decisions: readonly Decision[], by: Actor, { now }: Services): KeptDecision[] =>
  decisions.map((decision) => ({ ...decision, person: by.id, person_name: by.name, at: now() }));

async function write(
  services: Services,
  tx: Executor,
  record: ImportRecord,
  settling: Settling,
  by: Actor,
): Promise<Settled<ImportRecord>> {
  const { region } = services;
  const { id } = record;
  if ('sheet' in settling) {
    if (!sheetNames(record).includes(settling.sheet)) return { halt: 'unknown-sheet' };
    await changeImport(tx, region, id, { sheet: settling.sheet });
    return { done: { ...record, sheet: settling.sheet } };
  }
  const origin = 'origin' in settling ? settling.origin : undefined;
  if (origin !== undefined) {
    if (!originsOf(services.law()).some((known) => known.id === origin)) return { halt: 'unknown-origin' };
    await changeImport(tx, region, id, { origin });
  }
  const kept = keptBy(decisionsOf(settling), by, services);
  if (kept.length > 0) await addDecisions(tx, region, id, record.sheet, kept);
  return { done: { ...record, origin: origin ?? record.origin } };
}

/** Names of the sheets as they stand with the import. */
export const sheetNames = ({ sheets }: ImportRecord): string[] =>
  (sheets as { name: string }[]).map(({ name }) => name); // what `addImport` put there

function decisionsOf(settling: Settling): readonly Decision[] {
  if ('decisions' in settling)
    return settling.decisions.map(({ reason, ...decision }) => ({ ...decision, reason: reason ?? '' }));
  if ('blanks' in settling)
    return settling.blanks.map(({ field, choose, reason }) => ({ on: blankId(field), choose, reason: reason ?? '' }));
  if ('sheet' in settling) return [];
  const columns = (settling.columns ?? []).map(({ column, field }): Decision => ({
    on: `column:${column}`,
    reason: '',
    ...chosen(field),
  }));
  return settling.head === undefined
    ? columns
    : [...columns, { on: 'head', choose: 'rows', value: settling.head, reason: '' }];
}

function chosen(field: Field | 'into-remarks' | '' | null): Pick<Decision, 'choose' | 'value'> {
  if (field === null) return { choose: 'ignore' };
  if (field === 'into-remarks') return { choose: field };
  return field === '' ? { choose: '' } : { choose: 'field', value: field };
}
