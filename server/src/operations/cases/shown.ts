import { unitName } from '@bihuan/core/access';
import type { Kind, SheetField, Text } from '@bihuan/core/policy';
import { kindIn } from '@bihuan/core/procedure';
import { plainDate } from '@bihuan/core/time';
import { officeMoment } from '../../clock.ts';
import type { Services } from '../../services.ts';
import type { CaseLine } from '../../store/cases.ts';
import { lightOf } from '../dossiers/lights.ts';
import { stageTitle } from '../dossiers/stage-title.ts';
import { asText, channelIn, wordIn } from './cells.ts';

type Law = Pick<Services, 'today' | 'now' | 'law'>;

/** Signs of a text that a list shows. */
const SHOWN = 200;

/** A line as the contract shows it: words and values in the labels of the edition that the dossier entered under. */
export function lineOf(services: Law, row: CaseLine) {
  const { law } = services;
  const own = law(row.policy);
  const kind = kindIn(own, row.kind);
  const due = row.due === null ? null : plainDate(row.due);
  const { provisional, paused, due_title: title, due_at: dueAt } = row;
  const over = row.closed_on !== null || row.withdrawn || row.merged;
  return {
    id: row.id,
    kind: row.kind,
    number: row.number,
    title: row.title,
    stage: row.stage,
    stageTitle: stageTitle(kind, row.stage),
    holder: row.holder,
    holderName: row.holder_name,
    step: row.step_zh ? { zh: row.step_zh, ...(row.step_en ? { en: row.step_en } : {}) } : null,
    stepClause: row.step_clause,
    light: lightOf(over ? null : { due, dueAt, provisional, paused, title }, officeMoment(services), law().calendar),
    cells: kind ? cellsShown(services, kind, cellsIn(row)) : {},
    openedOn: row.opened_on,
    closedOn: row.closed_on,
    nil: row.nil,
    from: kind?.opens?.from.find(({ id }) => id === channelIn(row.facets))?.label ?? null,
    period: row.period,
  };
}

/** The cells of a line by field. */
export const cellsIn = ({ cells }: Pick<CaseLine, 'cells'>): Readonly<Record<string, unknown>> =>
  cells as Readonly<Record<string, unknown>>; // what `cellsOf` put there

function cellsShown(services: Law, kind: Kind, cells: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const shown = kind.sheet.flatMap((field) =>
    cells[field.id] === undefined ? [] : [[field.id, valueShown(services, field, cells[field.id])] as const],
  );
  return Object.fromEntries(shown);
}

/** A value as a list shows it: choices by their labels, units by the names they have today, a long text cut. */
export function valueShown({ today, law }: Law, field: SheetField, value: unknown): unknown {
  const labelled = (id: unknown): Text => field.values?.find((known) => known.id === id)?.label ?? { zh: asText(id) };
  const named = (id: unknown): string => unitName(law().units, asText(id), today());
  const all = Array.isArray(value) ? (value as readonly unknown[]) : []; // asked below only of what is a list
  switch (field.type) {
    case 'choice':
      return labelled(value);
    case 'choices':
      return all.map(labelled);
    case 'unit':
      return named(value);
    case 'units':
      return all.map(named);
    case 'place':
      return wordIn(value, 'words') ?? '';
    case 'person':
    case 'named-person':
      return wordIn(value, 'name') ?? '';
    case 'text':
      return typeof value === 'string' && value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value;
    default:
      return value;
  }
}
