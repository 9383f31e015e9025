import { unitName, type Actor } from '@bihuan/core/access';
import { picturesBeside, whyLeft, type PlacedPicture, type Question, type Sheet } from '@bihuan/core/intake';
import { kindIn } from '@bihuan/core/procedure';
import type { AnyRow } from '../../files/task.ts';
import type { Services } from '../../services.ts';
import { countItems, itemsWith, type ItemResult } from '../../store/imports/import-items.ts';
import type { ImportRecord, KeptDecision } from '../../store/imports/imports.ts';
import { seatsReading } from '../dossiers/reading.ts';
import { asked } from './view.ts';
import { visibleImport } from './seats.ts';
import type { Act, Told } from './start.ts';
import { understand, type Understood } from './understanding.ts';
import { rowWords } from './row-words.ts';
import { wordsOf } from './words.ts';

/** Before the start a row is ready, asked about or left out; afterwards it is in, left out or failed. */
export type Pile = 'ready' | 'ask' | 'skip' | 'in' | 'failed';

/** One page of a pile, by row of the sheet; null when the import is not there for this person. */
export async function readImportLines(
  services: Services,
  id: string,
  pile: Pile,
  after: number,
  size: number,
  by: Actor,
) {
  const record = await visibleImport(services, id, by);
  if (!record) return null;
  const understood = await understand(services, record);
  return record.state === 'open'
    ? dryLines(services, record, understood, { pile, after, size })
    : doneLines(services, record, understood, { pile, after, size, by });
}

type Paging = { readonly pile: Pile; readonly after: number; readonly size: number };

function dryLines(services: Services, record: ImportRecord, understood: Understood, { pile, after, size }: Paging) {
  const { understanding, sheet } = understood;
  const view = lineOf(services, record, understood);
  const lines =
    pile === 'skip'
      ? understanding.skipped.map((skipped) => ({ at: skipped.row, skipped }))
      : rowsOf(understood, pile).map((row) => ({ at: row.rows[0] ?? 0, row }));
  // several problems cut out of one row share its number, so a page never ends between them
  const later = lines.filter(({ at }) => at > after).toSorted((a, b) => a.at - b.at);
  const edge = later[size]?.at;
  const page = edge === undefined ? later : later.filter(({ at }) => at < edge || at === later[0]?.at);
  const rows = page.map((line) => ('row' in line ? view(line.row) : skippedLine(line.skipped, sheet)));
  return { rows, next: page.length < later.length ? (page.at(-1)?.at ?? null) : null, total: lines.length };
}

function rowsOf({ understanding }: Understood, pile: Pile): readonly AnyRow[] {
  const wanted = pile === 'ready' ? 'ready' : pile === 'ask' ? 'needs-decision' : null;
  return understanding.rows.filter((row) => row.pile === wanted);
}

function lineOf({ law, today }: Services, { kind: of }: ImportRecord, { understanding, sheet, decisions }: Understood) {
  const { units, policy } = law();
  const kind = of === null ? null : kindIn(law(), of);
  const alike = Map.groupBy(
    understanding.rows.flatMap((row) => row.questions),
    ({ group }: Question) => group,
  );
  const given = new Map(decisions.map((decision) => [decision.on, decision]));
  const names = {
    unit: (id: string) => unitName(units, id, today()),
    field: (id: string) => policy.fields.find((field) => field.id === id)?.label.zh ?? id,
  };
  return (row: AnyRow) => ({
    row: row.rows[0] ?? 0,
    rows: row.rows,
    pile: row.pile === 'ready' ? ('ready' as const) : ('ask' as const),
    raw: rawOf(sheet, row.rows),
    understood: 'values' in row ? rowWords(row, kind?.sheet ?? [], names) : wordsOf(row, names),
    questions: row.questions.map((question) => asked(question, alike.get(question.group)?.length ?? 1)),
    decisions: decided(row.decisions, given, names.unit),
    pictures: picturesBeside(understanding.pictures, row).map(pictureOf),
    reason: row.waitsFor.length > 0 ? WAITS : null,
    dossier: null,
  });
}

const pictureOf = ({ id, file, left }: PlacedPicture) => ({
  id,
  mayCome: left === null || left === 'decided',
  shown: file !== null,
  left: left === null ? null : whyLeft(left),
});

const WAITS = { zh: '等待关于整张表的问题', en: 'Waits for a question about the whole sheet' };

// What was chosen stands in words; a value that is a unit is named.
const decided = (told: readonly Told[], given: ReadonlyMap<string, KeptDecision>, unit: (id: string) => string) =>
  told.flatMap(({ on, said, told: before, ...settled }) => {
    const kept = before
      ? { ...settled, reason: '', person_name: before.person, at: `${before.on}T00:00:00+08:00` }
      : given.get(on);
    if (!kept) return [];
    const { choose, value, reason, person_name: person, at } = kept;
    const words = value === undefined ? '' : `：${unit(value)}`;
    return [
      {
        on,
        choose,
        value: value ?? null,
        before: before !== undefined,
        zh: `${said.zh}${words}`,
        en: `${said.en}${words}`,
        reason,
        person,
        at,
      },
    ];
  });

const nothingElse = { understood: [], questions: [], decisions: [], pictures: [], dossier: null };

function skippedLine({ row, reason }: Understood['understanding']['skipped'][number], sheet: Sheet) {
  return {
    ...nothingElse,
    row,
    rows: [row],
    pile: 'skip' as const,
    raw: rawOf(sheet, [row]),
    reason: { zh: reason.zh, en: reason.en },
  };
}

const RESULTS: Readonly<Record<Pile, readonly ItemResult[]>> = {
  ready: [],
  ask: [],
  skip: ['skipped', 'already-known'],
  in: ['registered', 'added', 'updated'],
  failed: ['failed'],
};

/** What became of the rows; those not reached yet are still `ready`. `after` counts items here, in the order of the import. */
async function doneLines(
  services: Services,
  record: ImportRecord,
  { sheet, decisions }: Understood,
  { pile, after, size, by }: Paging & { readonly by: Actor },
) {
  const { db, region, law, today } = services;
  const given = new Map(decisions.map((decision) => [decision.on, decision]));
  const unit = (id: string): string => unitName(law().units, id, today());
  const page = { after, limit: size + 1, seats: seatsReading(services, by) };
  const items = RESULTS[pile].length > 0 ? await itemsWith(db, region, record.id, RESULTS[pile], page) : [];
  const ended = await countItems(db, region, record.id);
  const total = RESULTS[pile].reduce((sum, result) => sum + (ended.get(result) ?? 0), 0);
  const shown = items.slice(0, size);
  const rows = shown.map(({ rows: at, dossier, number, reason, result, act }) => ({
    ...nothingElse,
    decisions: decided(toldIn(act), given, unit),
    row: at[0] ?? 0,
    rows: at,
    pile,
    raw: rawOf(sheet, at),
    reason: reason ? { zh: reason.zh, en: reason.en } : result ? (DONE[result] ?? null) : null,
    dossier: dossier && number ? { id: dossier, number } : null,
  }));
  return { rows, next: items.length > size ? (shown.at(-1)?.no ?? null) : null, total };
}

// `startImport` put it there; a row left out from the start has nothing to do
function toldIn(act: object | null): readonly Told[] {
  const { decided: told = [] }: Partial<Pick<Act, 'decided'>> = act ?? {};
  return told;
}

const DONE: Readonly<Partial<Record<ItemResult, { readonly zh: string; readonly en: string }>>> = {
  added: { zh: '并入已有问题，增加了一个来源', en: 'Added to a problem that was there, as one more source' },
  updated: { zh: '按这次的内容更新了台账', en: 'The register was brought up to date' },
  'already-known': { zh: '已经在台账里', en: 'Already in the register' },
};

const rawOf = (sheet: Sheet, rows: readonly number[]): string[][] =>
  rows.map((row) => (sheet.rows[row - 1] ?? []).map(({ text }) => text));
