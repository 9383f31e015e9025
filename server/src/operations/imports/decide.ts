import type { Actor, InputFault } from '@bihuan/core/access';
import { answerFault, type Decision, type Meaning } from '@bihuan/core/intake';
import type { Services } from '../../services.ts';
import type { Executor } from '../../store/dossiers/dossiers.ts';
import {
  addDecisions,
  changeImport,
  lockImport,
  type ImportRecord,
  type KeptDecision,
} from '../../store/imports/imports.ts';
import { askedOnce, chosenFor } from './asked-once.ts';
import { withoutPictures } from './asked-pictures.ts';
import { notOpen, type Settled } from './outcome.ts';
import { seatFor, visibleImport } from './seats.ts';
import { blankId } from './blank-id.ts';
import { foreseen, understand } from './understanding.ts';
import { logImport } from './import-log.ts';
import { answerDigest } from './import-digests.ts';
import type { ByDigest } from '@bihuan/core/received';

/** What a person may settle before rows are brought in. Nothing of it patches a result: the sheet is understood again. */
export type Settling =
  | { readonly sheet: string }
  | {
      readonly columns?: readonly { readonly column: number; readonly field: string | null }[];
      readonly head?: string;
      /** What holds for every row that does not say it itself, by what it is asked as. */
      readonly chosen?: Readonly<Record<string, string>>;
    }
  | {
      readonly blanks: readonly {
        readonly field: Meaning;
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
  const seat = seatFor(services, seen, by);
  if ('refused' in seat) return seat;
  const faults = seen.state === 'open' ? await faultsOf(services, seen, settling, by) : [];
  if (faults.length > 0) return { refused: { code: 'bad-input', faults, clause: null } };
  const settled = await db.transaction().execute(async (tx): Promise<Settled<ImportRecord>> => {
    const record = await lockImport(tx, region, id);
    if (record?.state !== 'open') return { halt: notOpen(record?.state) };
    return write(services, tx, record, settling, by);
  });
  if ('done' in settled) await understand(services, settled.done);
  return settled;
}

/** An answer that is none would be kept, counted, and change nothing: it is refused, and with it all that came along. */
async function faultsOf(
  services: Services,
  record: ImportRecord,
  settling: Settling,
  by: Actor,
): Promise<InputFault[]> {
  if ('columns' in settling || 'chosen' in settling) return mappingFaults(services, record, settling);
  if (!('decisions' in settling)) return [];
  const added = keptBy(decisionsOf(settling), by, services);
  const { before, after } = await foreseen(services, record, added);
  const faults: InputFault[] = [];
  for (const [place, decision] of added.entries()) {
    const fault = await answerFault(decision, before, after);
    if (fault) faults.push({ field: `decisions.${place}.${fault.at}`, code: fault.code });
  }
  return faults;
}

async function mappingFaults(
  services: Services,
  record: ImportRecord,
  { columns = [], chosen = {} }: Extract<Settling, { readonly columns?: unknown }>,
): Promise<InputFault[]> {
  const { understanding } = await understand(services, record);
  const { meanings, columns: present } = understanding;
  const once = askedOnce(services, record, understanding);
  return [
    ...columns.flatMap(({ column }, at): InputFault[] =>
      present.some((one) => one.column === column) ? [] : [{ field: `columns.${at}.column`, code: 'unknown' }],
    ),
    ...columns.flatMap(({ field }, at): InputFault[] =>
      field === null || field === '' || field === 'into-remarks' || meanings.some(({ id }) => id === field)
        ? []
        : [{ field: `columns.${at}.field`, code: 'unknown' }],
    ),
    ...Object.entries(chosen).flatMap(([id, value]): InputFault[] =>
      once.find((asked) => asked.id === id)?.options.some((option) => option.id === value)
        ? []
        : [{ field: `chosen.${id}`, code: 'unknown' }],
    ),
  ];
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
    // another sheet has other pictures
    const chosen = withoutPictures(chosenFor(record));
    const { sheet } = settling;
    await logImport(services, tx, { id, record, by, say: () => [{ type: 'ImportSettled', sheet, chosen }] });
    await changeImport(tx, region, id, { sheet, chosen });
    return { done: { ...record, sheet, chosen } };
  }
  const given = 'chosen' in settling ? settling.chosen : undefined;
  const chosen = { ...chosenFor(record), ...given };
  const kept = keptBy(decisionsOf(settling), by, services);
  await logImport(services, tx, {
    id,
    record,
    by,
    say: (answers) => [
      ...(given ? [{ type: 'ImportSettled', chosen } as const] : []),
      ...(kept.length > 0 ? [{ type: 'ImportAnswered', answers: toldAs(record.sheet, kept, answers) } as const] : []),
    ],
  });
  if (given) await changeImport(tx, region, id, { chosen });
  if (kept.length > 0) await addDecisions(tx, region, id, record.sheet, kept);
  return { done: { ...record, chosen } };
}

/** Answers as the log tells them, behind those it has. */
const toldAs = (sheet: string, kept: readonly KeptDecision[], before: number): ByDigest[] =>
  kept.map(({ on: answers, value = null, ...rest }, at) => {
    const no = before + at + 1;
    return { no, digest: answerDigest({ no, sheet, answers, value, ...rest }) };
  });

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
    ...columnAs(field),
  }));
  return settling.head === undefined
    ? columns
    : [...columns, { on: 'head', choose: 'rows', value: settling.head, reason: '' }];
}

function columnAs(field: string | null): Pick<Decision, 'choose' | 'value'> {
  if (field === null) return { choose: 'ignore' };
  if (field === 'into-remarks') return { choose: field };
  return field === '' ? { choose: '' } : { choose: 'field', value: field };
}
